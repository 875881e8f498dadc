;; A contract of the second family's shape, for trying clients: its functions, maps, variables and
;; events are named and typed as those of the deployed v2 contracts. Its cycle is simplified: Stacks
;; heights are taken as given, sBTC in DeFi protocols is a figure that the admin stores, and only
;; what a client can see is kept exact.

(define-constant SCALE u100000000)

(define-constant ERR_ALREADY_ENROLLED (err u101))
(define-constant ERR_USER_BLACKLISTED (err u102))
(define-constant ERR_NOT_ENROLLED (err u103))
(define-constant ERR_ENROLL_MINIMUM_HOLD_NOT_MET (err u104))
(define-constant ERR_CYCLE_IN_FUTURE (err u105))
(define-constant ERR_RATIO_NOT_PROPOSED (err u107))
(define-constant ERR_BUFFER_NOT_ACTIVATED (err u185))
(define-constant ERR_BUFFER_PERIOD_NOT_PASSED (err u186))
(define-constant ERR_BUFFER_ALREADY_SET (err u187))
(define-constant ERR_NOT_ADMIN (err u200))
(define-constant ERR_CANNOT_ROLLBACK_FINALIZED_CYCLE (err u261))

(define-data-var admin principal contract-caller)
(define-data-var is-contract-active bool false)
(define-data-var last-operation-done uint u0)
(define-data-var cycle-id uint u0)
(define-data-var current-cycle-rollback-id uint u0)
(define-data-var current-cycle-stacks-block-height uint u0)
(define-data-var current-cycle-stacks-block-hash (buff 32)
  0x0000000000000000000000000000000000000000000000000000000000000000)
(define-data-var current-cycle-bitcoin-block-height uint u0)
(define-data-var next-cycle-bitcoin-block-height uint u0)
(define-data-var current-cycle-total-sbtc-in-wallet uint u0)
(define-data-var current-cycle-total-sbtc-in-defis uint u0)
(define-data-var current-cycle-total-stx uint u0)
(define-data-var current-cycle-participants-count uint u0)
(define-data-var next-cycle-participants-count uint u0)
(define-data-var blocks-per-snapshot uint u140)
(define-data-var snapshots-per-cycle uint u14)
(define-data-var buffer-blocks-per-cycle uint u140)
(define-data-var buffer-period-start-block uint u0)
(define-data-var is-buffer-set bool false)
(define-data-var bitcoin-blocks-per-year uint u52560)
(define-data-var current-snapshot-index uint u0)
(define-data-var current-snapshot-bitcoin-block-height uint u0)
(define-data-var current-snapshot-stacks-block-height uint u0)
(define-data-var current-snapshot-count uint u0)
(define-data-var current-snapshot-total-sbtc uint u0)
(define-data-var current-snapshot-total-sbtc-in-defis uint u0)
(define-data-var current-snapshot-total-stx uint u0)
(define-data-var is-liquid-stacking-enabled bool true)
(define-data-var annual-percentage-rate uint u5000000)
(define-data-var yield-boost-multiplier uint u9)
(define-data-var reward-calculation-mechanism uint u1)
(define-data-var max-percentage-above-golden-ratio uint u500)
(define-data-var min-sbtc-hold-required-for-enrollment uint u10000)
(define-data-var total-weights-sum uint u0)
(define-data-var weights-computed-count uint u0)
(define-data-var are-weights-computed bool false)
(define-data-var is-distribution-enabled bool false)
(define-data-var rewards-to-distribute uint u0)
(define-data-var participants-rewarded-count uint u0)

(define-map participants
  { address: principal }
  { stacking-address: principal, rewarded-address: principal, tracking-address: principal })
(define-map blacklist { address: principal } { blacklisted: bool })
(define-map yield-cycles-data { cycle-id: uint }
  {
    blocks-per-snapshot: uint,
    snapshots-per-cycle: uint,
    start-btc-block-height: uint,
    start-stx-block-height: uint })
(define-map participant-holdings-per-cycle
  { cycle-id: uint, rollback-id: uint, participant-address: principal }
  {
    sbtc-wallet-amount: uint,
    sbtc-defi-amount: uint,
    stx-stacked-amount: uint,
    last-snapshot-index: uint,
    has-been-rewarded: bool,
    reward-amount: uint })
(define-map sbtc-holdings-by-tracking-address
  { cycle-id: uint, rollback-id: uint, tracking-address: principal }
  { sbtc-wallet-amount: uint, sbtc-defi-amount: uint, has-been-rewarded: bool })
(define-map stx-stacked-by-stacking-address
  { cycle-id: uint, rollback-id: uint, stacking-address: principal }
  { stx-amount: uint })
(define-map participant-weights-by-tracking-address { cycle-id: uint, tracking-address: principal }
  { weight-wallet: uint, weight-defi: uint, weight-total: uint })
(define-map participant-weight-computation-status
  { cycle-id: uint, participant-address: principal }
  { has-been-computed: bool })
(define-map rewards-by-rewarded-address
  { cycle-id: uint, rewarded-address: principal }
  { reward-amount: uint })
(define-map snapshot-aggregate-data { cycle-id: uint, rollback-id: uint, snapshot-index: uint }
  {
    stacks-block-height: uint,
    bitcoin-block-height: uint,
    total-sbtc-wallet: uint,
    total-sbtc-defi: uint,
    total-stx-stacked: uint })
(define-map cycle-finalization-block-heights
  { cycle-id: uint }
  { stacks-block-height-at-finalization: uint })
(define-map golden-ratio-proposals { cycle-id: uint, proposer-address: principal }
  {
    proposed-golden-ratio: uint,
    participants-tallied: uint,
    sbtc-below-ratio: uint,
    sbtc-above-ratio: uint,
    sbtc-equal-ratio: uint })
(define-map validated-golden-ratio-per-cycle { cycle-id: uint } { golden-ratio: uint })
;; What an address holds in DeFi protocols, as the admin says.
(define-map defi-figures { address: principal } { amount: uint })

(define-private (check-admin)
  (ok (asserts! (is-eq contract-caller (var-get admin)) ERR_NOT_ADMIN)))

(define-private (wallet-sbtc (address principal))
  (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token
    get-balance-available address)))

(define-private (defi-sbtc (address principal))
  (default-to u0 (get amount (map-get? defi-figures { address: address }))))

(define-private (smaller (a uint) (b uint)) (if (< a b) a b))

;; ---- holders

(define-public (enroll (rewarded-address (optional principal)))
  (begin
    (asserts! (is-none (map-get? participants { address: contract-caller })) ERR_ALREADY_ENROLLED)
    (asserts! (is-none (map-get? blacklist { address: contract-caller })) ERR_USER_BLACKLISTED)
    (asserts! (>= (wallet-sbtc contract-caller) (var-get min-sbtc-hold-required-for-enrollment))
      ERR_ENROLL_MINIMUM_HOLD_NOT_MET)
    (let ((rewarded (default-to contract-caller rewarded-address)))
      (map-set participants { address: contract-caller }
        {
          stacking-address: contract-caller,
          rewarded-address: rewarded,
          tracking-address: contract-caller })
      (var-set next-cycle-participants-count (+ (var-get next-cycle-participants-count) u1))
      (print {
        function-name: "enroll",
        bitcoin-block-height: burn-block-height,
        cycle-id: (var-get cycle-id),
        enrolled-address: contract-caller,
        reward-address: rewarded,
        stacking-address: contract-caller,
        tracking-address: contract-caller })
      (ok true))))

(define-public (opt-out)
  (begin
    (asserts! (is-some (map-get? participants { address: contract-caller })) ERR_NOT_ENROLLED)
    (map-delete participants { address: contract-caller })
    (var-set next-cycle-participants-count (- (var-get next-cycle-participants-count) u1))
    (print {
      function-name: "opt-out",
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      enrolled-address: contract-caller })
    (ok true)))

(define-public (change-reward-address (new-address principal))
  (let ((row (unwrap! (map-get? participants { address: contract-caller }) ERR_NOT_ENROLLED)))
    (map-set participants
      { address: contract-caller }
      (merge row { rewarded-address: new-address }))
    (print {
      function-name: "update-participant-details",
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      enrolled-address: contract-caller,
      reward-address: new-address,
      stacking-address: (get stacking-address row),
      tracking-address: (get tracking-address row) })
    (ok true)))

;; ---- the cycle, in its order

(define-public (initialize-contract (stx-block-height uint))
  (begin
    (try! (check-admin))
    (var-set is-contract-active true)
    (start-cycle stx-block-height)
    (ok true)))

(define-private (start-cycle (stx-block-height uint))
  (let ((start (var-get current-cycle-bitcoin-block-height)))
    (var-set current-cycle-stacks-block-height stx-block-height)
    (var-set current-cycle-stacks-block-hash
      (unwrap-panic (get-stacks-block-info? id-header-hash stx-block-height)))
    (var-set next-cycle-bitcoin-block-height (+ start (cycle-length)))
    (var-set current-cycle-participants-count (var-get next-cycle-participants-count))
    (var-set current-cycle-rollback-id u0)
    (var-set last-operation-done u0)
    (var-set is-buffer-set false)
    (var-set are-weights-computed false)
    (var-set is-distribution-enabled false)
    (var-set weights-computed-count u0)
    (var-set participants-rewarded-count u0)
    (var-set total-weights-sum u0)
    (map-set yield-cycles-data { cycle-id: (var-get cycle-id) }
      {
        blocks-per-snapshot: (var-get blocks-per-snapshot),
        snapshots-per-cycle: (var-get snapshots-per-cycle),
        start-btc-block-height: start,
        start-stx-block-height: stx-block-height })
    (restart-snapshots)))

(define-private (restart-snapshots)
  (begin
    (var-set current-cycle-total-sbtc-in-wallet u0)
    (var-set current-cycle-total-sbtc-in-defis u0)
    (var-set current-cycle-total-stx u0)
    (open-snapshot
      u0 (var-get current-cycle-bitcoin-block-height) (var-get current-cycle-stacks-block-height))))

(define-private (open-snapshot (index uint) (bitcoin-height uint) (stacks-height uint))
  (begin
    (var-set current-snapshot-index index)
    (var-set current-snapshot-bitcoin-block-height bitcoin-height)
    (var-set current-snapshot-stacks-block-height stacks-height)
    (var-set current-snapshot-count u0)
    (var-set current-snapshot-total-sbtc u0)
    (var-set current-snapshot-total-sbtc-in-defis u0)
    (var-set current-snapshot-total-stx u0)
    (map-set snapshot-aggregate-data {
      cycle-id: (var-get cycle-id),
      rollback-id: (var-get current-cycle-rollback-id),
      snapshot-index: index }
      {
        stacks-block-height: stacks-height,
        bitcoin-block-height: bitcoin-height,
        total-sbtc-wallet: u0,
        total-sbtc-defi: u0,
        total-stx-stacked: u0 })
    true))

(define-private (cycle-length)
  (+ (* (var-get blocks-per-snapshot) (var-get snapshots-per-cycle))
    (var-get buffer-blocks-per-cycle)))

(define-public (capture-snapshot-balances (principals (list 900 principal)))
  (ok (fold capture principals true)))

(define-private (capture (address principal) (done bool))
  (match (map-get? participants { address: address })
    row (let (
        (cycle (var-get cycle-id))
        (rollback (var-get current-cycle-rollback-id))
        (index (var-get current-snapshot-index))
        (holding-key { cycle-id: cycle, rollback-id: rollback, participant-address: address })
        (holding (default-to
          {
            sbtc-wallet-amount: u0,
            sbtc-defi-amount: u0,
            stx-stacked-amount: u0,
            last-snapshot-index: u1000,
            has-been-rewarded: false,
            reward-amount: u0 }
          (map-get? participant-holdings-per-cycle holding-key)))
        (tracking-key {
          cycle-id: cycle,
          rollback-id: rollback,
          tracking-address: (get tracking-address row) })
        (tracking (default-to {
            sbtc-wallet-amount: u0,
            sbtc-defi-amount: u0,
            has-been-rewarded: false }
          (map-get? sbtc-holdings-by-tracking-address tracking-key)))
        (stacking-key {
          cycle-id: cycle,
          rollback-id: rollback,
          stacking-address: (get stacking-address row) })
        (stacked (default-to u0 (get stx-amount (map-get? stx-stacked-by-stacking-address
          stacking-key))))
        (wallet (wallet-sbtc address))
        (defi (defi-sbtc address))
        (stx (get locked (stx-account (get stacking-address row)))))
      (if (is-eq (get last-snapshot-index holding) index)
        done
        (begin
          (map-set participant-holdings-per-cycle holding-key
            (merge holding {
              sbtc-wallet-amount: (+ (get sbtc-wallet-amount holding) wallet),
              sbtc-defi-amount: (+ (get sbtc-defi-amount holding) defi),
              stx-stacked-amount: (+ (get stx-stacked-amount holding) stx),
              last-snapshot-index: index }))
          (map-set sbtc-holdings-by-tracking-address tracking-key
            (merge tracking {
              sbtc-wallet-amount: (+ (get sbtc-wallet-amount tracking) wallet),
              sbtc-defi-amount: (+ (get sbtc-defi-amount tracking) defi) }))
          (map-set stx-stacked-by-stacking-address stacking-key { stx-amount: (+ stacked stx) })
          (var-set current-snapshot-count (+ (var-get current-snapshot-count) u1))
          (var-set current-snapshot-total-sbtc (+ (var-get current-snapshot-total-sbtc) wallet))
          (var-set current-snapshot-total-sbtc-in-defis
            (+ (var-get current-snapshot-total-sbtc-in-defis) defi))
          (var-set current-snapshot-total-stx (+ (var-get current-snapshot-total-stx) stx))
          (print {
            function-name: "compute-current-snapshot-balance",
            cycle-id: cycle,
            snapshot-index: index,
            rollback-id: rollback,
            enrolled-address: address,
            tracking-address: (get tracking-address row),
            stacking-address: (get stacking-address row),
            sbtc-wallet-balance: wallet,
            sbtc-total-defi-balance: defi,
            sbtc-arkadiko: u0,
            sbtc-based-dollar: u0,
            sbtc-bitflow: u0,
            sbtc-granite: u0,
            sbtc-velar: u0,
            sbtc-zest: defi,
            stx-stacked: stx })
          done)))
    done))

(define-private (add-snapshot)
  (begin
    (var-set current-cycle-total-sbtc-in-wallet
      (+ (var-get current-cycle-total-sbtc-in-wallet) (var-get current-snapshot-total-sbtc)))
    (var-set current-cycle-total-sbtc-in-defis
      (+ (var-get current-cycle-total-sbtc-in-defis)
        (var-get current-snapshot-total-sbtc-in-defis)))
    (var-set current-cycle-total-stx
      (+ (var-get current-cycle-total-stx) (var-get current-snapshot-total-stx)))
    (map-set snapshot-aggregate-data
      {
        cycle-id: (var-get cycle-id),
        rollback-id: (var-get current-cycle-rollback-id),
        snapshot-index: (var-get current-snapshot-index) }
      {
        stacks-block-height: (var-get current-snapshot-stacks-block-height),
        bitcoin-block-height: (var-get current-snapshot-bitcoin-block-height),
        total-sbtc-wallet: (var-get current-cycle-total-sbtc-in-wallet),
        total-sbtc-defi: (var-get current-cycle-total-sbtc-in-defis),
        total-stx-stacked: (var-get current-cycle-total-stx) })))

(define-public (advance-to-next-snapshot (new-stx-block-height uint))
  (begin
    (add-snapshot)
    (ok (open-snapshot (+ (var-get current-snapshot-index) u1)
      (+ (var-get current-snapshot-bitcoin-block-height) (var-get blocks-per-snapshot))
      new-stx-block-height))))

(define-public (start-buffer-period)
  (begin
    (asserts! (not (var-get is-buffer-set)) ERR_BUFFER_ALREADY_SET)
    (add-snapshot)
    (var-set is-buffer-set true)
    (var-set buffer-period-start-block (var-get current-snapshot-bitcoin-block-height))
    (var-set last-operation-done u1)
    (print {
      function-name: "conclude-cycle-snapshots",
      cycle-id: (var-get cycle-id),
      current-cycle-total-sbtc-in-wallet: (var-get current-cycle-total-sbtc-in-wallet),
      current-cycle-total-sbtc-in-defis: (var-get current-cycle-total-sbtc-in-defis),
      current-cycle-total-stx: (var-get current-cycle-total-stx) })
    (ok true)))

(define-public (finalize-snapshots)
  (begin
    (asserts! (var-get is-buffer-set) ERR_BUFFER_NOT_ACTIVATED)
    (asserts! (is-buffer-period-passed) ERR_BUFFER_PERIOD_NOT_PASSED)
    (var-set last-operation-done u2)
    (ok true)))

(define-public (propose-golden-ratio (ratio uint))
  (begin
    (map-set golden-ratio-proposals {
      cycle-id: (var-get cycle-id),
      proposer-address: contract-caller }
      {
        proposed-golden-ratio: ratio,
        participants-tallied: u0,
        sbtc-below-ratio: u0,
        sbtc-above-ratio: u0,
        sbtc-equal-ratio: u0 })
    (print {
      function-name: "propose-golden-ratio",
      cycle-id: (var-get cycle-id),
      proposed-address: contract-caller })
    (ok true)))

(define-public (tally-participant-ratios (principals (list 900 principal)))
  (ok (fold tally principals true)))

(define-private (tally (address principal) (done bool))
  (let (
      (cycle (var-get cycle-id))
      (rollback (var-get current-cycle-rollback-id))
      (key { cycle-id: cycle, proposer-address: contract-caller })
      (proposal (unwrap-panic (map-get? golden-ratio-proposals key)))
      (row (unwrap-panic (map-get? participants { address: address })))
      (stx (unwrap-panic (get stx-amount (map-get? stx-stacked-by-stacking-address
        { cycle-id: cycle, rollback-id: rollback, stacking-address: (get stacking-address row) }))))
      (tracking (unwrap-panic (map-get? sbtc-holdings-by-tracking-address {
        cycle-id: cycle,
        rollback-id: rollback,
        tracking-address: (get tracking-address row) })))
      (sbtc (get sbtc-wallet-amount tracking))
      (ratio (if (> sbtc u0) (/ (* stx SCALE) sbtc) u0))
      (proposed (get proposed-golden-ratio proposal)))
    (map-set golden-ratio-proposals key (merge proposal {
      participants-tallied: (+ (get participants-tallied proposal) u1),
      sbtc-below-ratio: (+ (get sbtc-below-ratio proposal) (if (< ratio proposed) sbtc u0)),
      sbtc-equal-ratio: (+ (get sbtc-equal-ratio proposal) (if (is-eq ratio proposed) sbtc u0)),
      sbtc-above-ratio: (+ (get sbtc-above-ratio proposal) (if (> ratio proposed) sbtc u0)) }))
    (print {
      function-name: "count-golden-ratio",
      cycle-id: cycle,
      enrolled-address: address,
      stacking-address: (get stacking-address row),
      tracking-address: (get tracking-address row),
      stx-user-amount: stx,
      sbtc-user-amount: sbtc,
      sbtc-user-amount-defis: (get sbtc-defi-amount tracking),
      reward-mechanism: (var-get reward-calculation-mechanism), contract-caller: contract-caller })
    (if (> sbtc u0)
      (begin
        (print {
          user-address: address,
          user-ratio: ratio,
          action: (if (< ratio proposed) "below" (if (is-eq ratio proposed) "equal" "above")),
          user-amount: sbtc,
          mechanism: (var-get reward-calculation-mechanism) })
        done)
      done)))

(define-public (validate-ratio)
  (let (
      (proposal (unwrap! (map-get? golden-ratio-proposals {
          cycle-id: (var-get cycle-id),
          proposer-address: contract-caller })
        ERR_RATIO_NOT_PROPOSED)))
    (print {
      sbtc-above: (get sbtc-above-ratio proposal),
      sbtc-below: (get sbtc-below-ratio proposal),
      sbtc-equal: (get sbtc-equal-ratio proposal),
      sbtc-total: (+ (var-get current-cycle-total-sbtc-in-wallet)
        (var-get current-cycle-total-sbtc-in-defis)) })
    (map-set validated-golden-ratio-per-cycle
      { cycle-id: (var-get cycle-id) }
      { golden-ratio: (get proposed-golden-ratio proposal) })
    (var-set last-operation-done u3)
    (ok true)))

(define-public (calculate-participant-weights (principals (list 900 principal)))
  (ok (map weigh principals)))

(define-private (weigh (address principal))
  (let (
      (cycle (var-get cycle-id))
      (rollback (var-get current-cycle-rollback-id))
      (row (unwrap-panic (map-get? participants { address: address })))
      (weight-key { cycle-id: cycle, tracking-address: (get tracking-address row) })
      (tracking (unwrap-panic (map-get? sbtc-holdings-by-tracking-address {
        cycle-id: cycle,
        rollback-id: rollback,
        tracking-address: (get tracking-address row) })))
      (stx (unwrap-panic (get stx-amount (map-get? stx-stacked-by-stacking-address
        { cycle-id: cycle, rollback-id: rollback, stacking-address: (get stacking-address row) }))))
      (golden (unwrap-panic (get golden-ratio (map-get? validated-golden-ratio-per-cycle {
        cycle-id: cycle }))))
      (divisor (if (is-eq golden u0) u1 golden))
      (wallet (get sbtc-wallet-amount tracking))
      (defi (get sbtc-defi-amount tracking))
      (ratio (if (> wallet u0) (/ (* stx SCALE) wallet) u0))
      (boost (if (> ratio divisor) SCALE (/ (* ratio SCALE) divisor)))
      (weight-wallet (weight-of wallet boost))
      (weight-defi (weight-of defi SCALE)))
    (if (is-some (map-get? participant-weight-computation-status {
      cycle-id: cycle,
      participant-address: address }))
      false
      (begin
        (map-set participant-weight-computation-status
          { cycle-id: cycle, participant-address: address }
          { has-been-computed: true })
        (var-set weights-computed-count (+ (var-get weights-computed-count) u1))
        (if (is-some (map-get? participant-weights-by-tracking-address weight-key))
          (begin
            (print {
              function-name: "compute-weight",
              cycle-id: cycle,
              enrolled-address: address,
              tracking-address: (get tracking-address row),
              sbtc-wallet-amount: wallet,
              sbtc-defi-amount: defi,
              stx-stacked-amount: stx,
              golden-ratio: golden,
              note: "weight-already-exists" })
            true)
          (begin
            (map-set participant-weights-by-tracking-address weight-key
              {
                weight-wallet: weight-wallet,
                weight-defi: weight-defi,
                weight-total: (+ weight-wallet weight-defi) })
            (var-set total-weights-sum (+ (var-get total-weights-sum) weight-wallet weight-defi))
            (print-weight
              address
              (get tracking-address row)
              { stx: stx, wallet: wallet, defi: defi, ratio: ratio, golden: golden, boost: boost,
                weight-wallet: weight-wallet, weight-defi: weight-defi })
            true))))))

(define-private (weight-of (sbtc uint) (boost uint))
  (/ (/ (* sbtc (+ SCALE (* (var-get yield-boost-multiplier) (* (sqrti boost) u10000)))) SCALE)
    (var-get snapshots-per-cycle)))

(define-private (print-weight (address principal) (tracking principal)
    (w {
      stx: uint,
      wallet: uint,
      defi: uint,
      ratio: uint,
      golden: uint,
      boost: uint,
      weight-wallet: uint,
      weight-defi: uint }))
  (print {
    function-name: "compute-weight",
    cycle-id: (var-get cycle-id),
    enrolled-address: address,
    tracking-address: tracking,
    stx-stacked-amount: (get stx w),
    sbtc-wallet-amount: (get wallet w),
    sbtc-defi-amount: (get defi w),
    user-ratio-wallet: (get ratio w),
    golden-ratio: (get golden w),
    boost-ratio-wallet: (get boost w),
    boost-ratio-defi: SCALE,
    weight-wallet: (get weight-wallet w),
    weight-defi: (get weight-defi w),
    total-weight: (+ (get weight-wallet w) (get weight-defi w)),
    reward-mechanism: (var-get reward-calculation-mechanism),
    defi-multiplier: SCALE }))

(define-public (finalize-weight-computation)
  (begin
    (var-set are-weights-computed true)
    (var-set last-operation-done u4)
    (print {
      function-name: "finalize-weights",
      cycle-id: (var-get cycle-id),
      total-weights-sum: (var-get total-weights-sum) })
    (ok true)))

(define-public (set-is-distribution-enabled)
  (begin
    (var-set rewards-to-distribute (smaller (* (wallet-sbtc (as-contract tx-sender)) SCALE)
      (/ (* (cycle-percentage-rate) (var-get total-weights-sum))
        (+ (var-get yield-boost-multiplier) u1))))
    (var-set is-distribution-enabled true)
    (var-set last-operation-done u5)
    (ok true)))

(define-public (distribute-rewards (principals (list 900 principal)))
  (ok (map reward-one principals)))

(define-private (share (weight uint))
  (if (is-eq (var-get total-weights-sum) u0)
    u0
    (/ (* weight (var-get rewards-to-distribute)) (* (var-get total-weights-sum) SCALE))))

(define-private (reward-one (address principal))
  (let (
      (cycle (var-get cycle-id))
      (rollback (var-get current-cycle-rollback-id))
      (row (unwrap-panic (map-get? participants { address: address })))
      (holding-key { cycle-id: cycle, rollback-id: rollback, participant-address: address })
      (holding (unwrap-panic (map-get? participant-holdings-per-cycle holding-key)))
      (tracking-key {
        cycle-id: cycle,
        rollback-id: rollback,
        tracking-address: (get tracking-address row) })
      (tracking (unwrap-panic (map-get? sbtc-holdings-by-tracking-address tracking-key)))
      (weight (unwrap-panic (map-get? participant-weights-by-tracking-address {
        cycle-id: cycle,
        tracking-address: (get tracking-address row) })))
      (is-paid (get has-been-rewarded tracking))
      (wallet (if is-paid u0 (share (get weight-wallet weight))))
      (defi (if is-paid u0 (share (get weight-defi weight))))
      (total (+ wallet defi)))
    (asserts! (not (get has-been-rewarded holding)) (err u181))
    (map-set participant-holdings-per-cycle
      holding-key
      (merge holding { has-been-rewarded: true, reward-amount: total }))
    (map-set sbtc-holdings-by-tracking-address
      tracking-key
      (merge tracking { has-been-rewarded: true }))
    (map-set rewards-by-rewarded-address
      { cycle-id: cycle, rewarded-address: (get rewarded-address row) }
      { reward-amount: total })
    (var-set participants-rewarded-count (+ (var-get participants-rewarded-count) u1))
    (print {
      function-name: "distribute-rewards",
      cycle-id: cycle,
      enrolled-address: address,
      reward-address: (get rewarded-address row),
      stacking-address: (get stacking-address row),
      tracking-address: (get tracking-address row),
      reward-amount-wallet: wallet,
      reward-amount-defi: defi,
      reward-amount-total: total,
      weight-wallet: (get weight-wallet weight),
      weight-defi: (get weight-defi weight),
      weight-total: (get weight-total weight),
      ratio: (default-to u0 (get golden-ratio (map-get? validated-golden-ratio-per-cycle {
        cycle-id: cycle }))) })
    (if (> total u0) (send total (get rewarded-address row)) (ok true))))

(define-private (send (amount uint) (recipient principal))
  (as-contract (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
    amount tx-sender recipient none)))

(define-public (finalize-reward-distribution)
  (begin
    (var-set last-operation-done u6)
    (map-set cycle-finalization-block-heights
      { cycle-id: (var-get cycle-id) }
      { stacks-block-height-at-finalization: stacks-block-height })
    (print {
      function-name: "finalize-reward-distribution",
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id) })
    (ok true)))

(define-public (advance-to-next-cycle (stx-block-height uint))
  (begin
    (var-set current-cycle-bitcoin-block-height (var-get next-cycle-bitcoin-block-height))
    (var-set cycle-id (+ (var-get cycle-id) u1))
    (start-cycle stx-block-height)
    (ok true)))

(define-public (trigger-full-cycle-rollback)
  (begin
    (try! (check-admin))
    (asserts! (< (var-get last-operation-done) u6) ERR_CANNOT_ROLLBACK_FINALIZED_CYCLE)
    (var-set current-cycle-rollback-id (+ (var-get current-cycle-rollback-id) u1))
    (var-set last-operation-done u0)
    (var-set is-buffer-set false)
    (restart-snapshots)
    (print {
      function-name: "trigger-full-cycle-rollback",
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      rollback-id: (var-get current-cycle-rollback-id) })
    (ok true)))

;; ---- administration

(define-public (update-initialize-block (new-bitcoin-block-height uint))
  (begin (try! (check-admin))
    (var-set current-cycle-bitcoin-block-height new-bitcoin-block-height)
    (ok true)))

(define-public (update-cycle-data
    (updated-snapshots-per-cycle uint)
    (updated-blocks-per-snapshot uint)
    (updated-buffer-blocks-per-cycle uint))
  (begin
    (try! (check-admin))
    (var-set snapshots-per-cycle updated-snapshots-per-cycle)
    (var-set blocks-per-snapshot updated-blocks-per-snapshot)
    (var-set buffer-blocks-per-cycle updated-buffer-blocks-per-cycle)
    (print {
      function-name: "update-cycle-data",
      bitcoin-block-height: burn-block-height,
      snapshot-length: updated-blocks-per-snapshot,
      snapshots-per-cycle: updated-snapshots-per-cycle,
      buffer-blocks-per-cycle: updated-buffer-blocks-per-cycle,
      cycle-id: (var-get cycle-id) })
    (ok true)))

(define-public (update-bitcoin-blocks-per-year (updated-bitcoin-blocks-per-year uint))
  (begin (try! (check-admin))
    (var-set bitcoin-blocks-per-year updated-bitcoin-blocks-per-year)
    (ok true)))

(define-public (update-apr (new-apr-scaled uint))
  (begin (try! (check-admin)) (var-set annual-percentage-rate new-apr-scaled) (ok true)))

(define-public (set-max-percentage-above-golden-ratio (new-max-percentage-above-golden-ratio uint))
  (begin (try! (check-admin))
    (var-set max-percentage-above-golden-ratio new-max-percentage-above-golden-ratio)
    (ok true)))

(define-public (add-blacklisted-batch (addresses (list 200 principal)))
  (begin (try! (check-admin)) (ok (map add-blacklisted addresses))))

(define-private (add-blacklisted (address principal))
  (begin
    (map-set blacklist { address: address } { blacklisted: true })
    (print {
      function-name: "blacklisted",
      bitcoin-block-height: burn-block-height,
      enrolled-address: address,
      cycle-id: (var-get cycle-id) })
    (if true (ok true) ERR_NOT_ADMIN)))

;; Stored by the admin: what a protocol would tell.
(define-public (set-defi-figure (address principal) (amount uint))
  (begin (try! (check-admin))
    (map-set defi-figures { address: address } { amount: amount })
    (ok true)))

;; ---- reading

(define-read-only (get-current-cycle-id) (var-get cycle-id))

(define-read-only (cycle-data)
  {
    blocks-per-snapshot: (var-get blocks-per-snapshot),
    current-cycle-bitcoin-block-height: (var-get current-cycle-bitcoin-block-height),
    current-cycle-stacks-block-height: (var-get current-cycle-stacks-block-height),
    current-snapshot-index: (var-get current-snapshot-index),
    cycle-id: (var-get cycle-id),
    next-cycle-bitcoin-block-height: (var-get next-cycle-bitcoin-block-height),
    participants-count: (var-get current-cycle-participants-count),
    snapshots-per-cycle: (var-get snapshots-per-cycle),
    current-cycle-stacks-block-hash: (var-get current-cycle-stacks-block-hash),
    reward-mechanism: (var-get reward-calculation-mechanism),
    buffer-blocks-per-cycle: (var-get buffer-blocks-per-cycle),
    buffer-period-start-block: (var-get buffer-period-start-block),
    defi-multiplier: SCALE })

(define-read-only (snapshot-data)
  {
    blocks-per-snapshot: (var-get blocks-per-snapshot),
    current-snapshot-bitcoin-block-height: (var-get current-snapshot-bitcoin-block-height),
    current-snapshot-count: (var-get current-snapshot-count),
    current-snapshot-index: (var-get current-snapshot-index),
    current-snapshot-stacks-block-height: (var-get current-snapshot-stacks-block-height),
    current-snapshot-total-sbtc: (var-get current-snapshot-total-sbtc),
    current-snapshot-total-stx: (var-get current-snapshot-total-stx),
    current-snapshot-total-sbtc-in-defis: (var-get current-snapshot-total-sbtc-in-defis) })

(define-read-only (get-snapshot-data
    (checked-cycle-id uint)
    (checked-rollback-id uint)
    (checked-snapshot-id uint))
  (map-get? snapshot-aggregate-data {
    cycle-id: checked-cycle-id,
    rollback-id: checked-rollback-id,
    snapshot-index: checked-snapshot-id }))

(define-read-only (get-last-operation-state) (var-get last-operation-done))
(define-read-only (get-admin) (var-get admin))
(define-read-only (get-is-contract-active) (var-get is-contract-active))
(define-read-only (get-minimum-enrollment-amount) (var-get min-sbtc-hold-required-for-enrollment))
(define-read-only (get-yield-cycle-data (cycle uint))
  (map-get? yield-cycles-data { cycle-id: cycle }))

(define-read-only (get-apr-data)
  {
    MAX_APR: (var-get annual-percentage-rate),
    MIN_APR: (/ (var-get annual-percentage-rate) (+ (var-get yield-boost-multiplier) u1)),
    MULTIPLIER: (+ (var-get yield-boost-multiplier) u1) })

(define-read-only (nr-cycles-year) (/ (* SCALE (var-get bitcoin-blocks-per-year)) (cycle-length)))
(define-read-only (cycle-percentage-rate)
  (/ (* SCALE (var-get annual-percentage-rate)) (nr-cycles-year)))

(define-read-only (get-weight-computation-status)
  {
    are-weights-computed: (var-get are-weights-computed),
    cycle-id: (var-get cycle-id),
    total-weights-sum: (var-get total-weights-sum) })

(define-read-only (get-reward-distribution-status)
  {
    is-distribution-enabled: (var-get is-distribution-enabled),
    participants-rewarded-count: (var-get participants-rewarded-count) })

(define-read-only (get-participant-weight (cycle uint) (tracking-addr principal))
  (map-get? participant-weights-by-tracking-address {
    cycle-id: cycle,
    tracking-address: tracking-addr }))

(define-read-only (reward-amount-for-cycle-and-address
    (wanted-cycle-id uint)
    (wanted-rollback-id uint)
    (address principal))
  (get reward-amount (map-get? participant-holdings-per-cycle {
    cycle-id: wanted-cycle-id,
    rollback-id: wanted-rollback-id,
    participant-address: address })))

(define-read-only (reward-amount-for-cycle-and-reward-address
    (wanted-cycle-id uint)
    (reward-address principal))
  (get reward-amount (map-get? rewards-by-rewarded-address {
    cycle-id: wanted-cycle-id,
    rewarded-address: reward-address })))

(define-read-only (is-enrolled-in-next-cycle (address principal))
  (is-some (map-get? participants { address: address })))

(define-read-only (is-enrolled-this-cycle (address principal))
  (at-block (var-get current-cycle-stacks-block-hash) (is-enrolled-in-next-cycle address)))

(define-read-only (get-latest-reward-address (address principal))
  (get rewarded-address (map-get? participants { address: address })))
(define-read-only (get-is-blacklisted (address principal))
  (is-some (map-get? blacklist { address: address })))
(define-read-only (get-wallet-sbtc-balance (address principal)) (wallet-sbtc address))

(define-read-only (get-defi-sbtc-balance-now (address principal))
  {
    arkadiko: u0,
    based-dollar: u0,
    bitflow: u0,
    granite: u0,
    velar: u0,
    zest: (defi-sbtc address),
    total: (defi-sbtc address) })

(define-read-only (meets-enrollment-minimum
    (user {
      address: principal,
      arkadiko: bool,
      based-dollar: bool,
      bitflow: bool,
      granite: bool,
      velar: bool,
      zest: bool }))
  (>= (wallet-sbtc (get address user)) (var-get min-sbtc-hold-required-for-enrollment)))

(define-read-only (get-buffer-end-block)
  (+ (var-get current-cycle-bitcoin-block-height)
    (* (- (var-get snapshots-per-cycle) u1) (var-get blocks-per-snapshot))
    (var-get buffer-blocks-per-cycle)))

(define-read-only (is-buffer-period-passed) (>= burn-block-height (get-buffer-end-block)))

(define-read-only (get-amount-stx-stacked (address principal)) (get locked (stx-account address)))

(define-read-only (get-amount-stacked-now (address principal))
  (at-block (unwrap-panic (get-stacks-block-info? id-header-hash (- stacks-block-height u1)))
    (get locked (stx-account address))))
