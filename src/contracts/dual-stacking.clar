;; Dual Stacking
;;
;; Holders of sBTC enroll and are paid sBTC for it, up to (multiplier + 1) times more when they also
;; stack STX. Time runs in cycles of `snapshots-per-cycle` snapshots, `blocks-per-snapshot` Bitcoin
;; blocks apart. Every step of a cycle is a call that anybody may make; nothing happens by itself:
;;
;; initialize -> [capture* -> advance-to-next-snapshot] x (n-1) -> capture* -> finalize-snapshots ->
;; propose -> tally* -> validate-ratio -> calculate-participant-weights* ->
;; finalize-weight-computation -> set-is-distribution-enabled -> distribute-rewards* ->
;; finalize-reward-distribution -> advance-to-next-cycle -> ...
;;
;; An enrollment row has four roles: the enrolled address (its sBTC is read), the stacking address
;; (its stacked STX is read), the tracking address (the key under which sBTC, weight and payment are
;; kept; its own balance is never read) and the rewarded address (receives the sBTC).
;;
;;@ about
;; What a cycle reads, it reads as of a fixed past Stacks block: enrollment at the end of the "cycle
;; block", balances at the end of each "snapshot block". So the order and the time of the calls do
;; not change what anybody earns.
;;
;; Clarity 3, epochs 3.0 to 3.3: later ones have no at-block. For those, `dual-stacking-live.clar`
;; is generated from this file: the regions between `;;@ name` and `;;@ end`, and the places marked
;; `;;+ name`, are filled from `live/dual-stacking.regions.clar`.
;;@ end

;; =================================================================================================
;; Constants
;; =================================================================================================

;;@ no-holding
;; A last-snapshot that no snapshot index equals.
(define-constant SNAPSHOT_NOT_TAKEN_MARKER u1000)
(define-constant NO_HOLDING {
  amount: u0,
  stacked: u0,
  last-snapshot: SNAPSHOT_NOT_TAKEN_MARKER,
  rewarded: false,
  reward-amount: u0 })
;;@ end

;; Rewards and rates carry eight decimals: 10^8 is one satoshi of reward, or 100 %.
(define-constant SCALING_FACTOR u100000000)
(define-constant MIN_APR_SCALED u1000000)
(define-constant MAX_APR_SCALED u20000000)
(define-constant MIN_MULTIPLIER u1)
(define-constant MAX_MULTIPLIER u20)

;; Ratios are uSTX per sat with eight decimals; the square root of such a ratio has four, which the
;; second constant lifts back to eight.
(define-constant RATIO_PRECISION_HELPER_VALUE u100000000)
(define-constant SQRT_RATIO_PRECISION_HELPER_VALUE u10000)
(define-constant MIN_GOLDEN_RATIO u1)
(define-constant PRECISION_PERCENTAGE_RATIO u100)

;; Enrollment
(define-constant ERR_ACTIVATION_HEIGHT_NOT_MET (err u100))
(define-constant ERR_ALREADY_ENROLLED (err u101))
(define-constant ERR_USER_BLACKLISTED (err u102))
(define-constant ERR_NOT_ENROLLED (err u103))
(define-constant ERR_ENROLL_MINIMUM_HOLD_NOT_MET (err u104))
(define-constant ERR_CYCLE_IN_FUTURE (err u105))
;; Golden ratio
(define-constant ERR_ALREADY_PROPOSED_RATIO (err u106))
(define-constant ERR_RATIO_NOT_PROPOSED (err u107))
(define-constant ERR_COMPUTE_RATIO_FOR_ALL_PARTICIPANTS_FIRST (err u108))
(define-constant ERR_COMPUTED_RATIO_ALL_PARTICIPANTS (err u109))
(define-constant ERR_RATIO_TOO_LOW (err u110))
(define-constant ERR_RATIO_TOO_HIGH (err u111))
(define-constant ERR_ALREADY_VALIDATED_RATIO (err u112))
(define-constant ERR_INVALID_RATIO_FOR_ZERO_STX (err u113))
;; Lists
(define-constant ERR_ALREADY_WHITELISTED (err u114))
(define-constant ERR_TRACKING_ADDRESS_NOT_WHITELISTED (err u115))
(define-constant ERR_NOT_BLACKLISTED (err u116))
;; Cycle
(define-constant ERR_NOT_NEW_CYCLE_YET (err u120))
(define-constant ERR_CYCLE_ENDED (err u121))
(define-constant ERR_CYCLE_ENDED_2 (err u122))
(define-constant ERR_NOT_REWARDED_ALL (err u123))
(define-constant ERR_REWARDS_NOT_SENT_YET (err u124))
;; Snapshots
(define-constant ERR_NOT_NEW_SNAPSHOT_YET (err u140))
(define-constant ERR_NOT_SNAPSHOTTED_ALL_PARTICIPANTS (err u141))
(define-constant ERR_NOT_ALL_SNAPSHOTS (err u142))
(define-constant ERR_SNAPSHOTS_NOT_CONCLUDED (err u143))
(define-constant ERR_SNAPSHOTS_ALREADY_CONCLUDED (err u144))
(define-constant ERR_STX_BLOCK_NOT_MATCHING (err u145))
(define-constant ERR_STX_BLOCK_IN_FUTURE (err u146))
;; Weights
(define-constant ERR_RATIOS_NOT_CONCLUDED (err u160))
(define-constant ERR_WEIGHTS_NOT_COMPUTED (err u161))
(define-constant ERR_WEIGHTS_ALREADY_COMPUTED (err u162))
(define-constant ERR_NOT_ALL_WEIGHTS_COMPUTED (err u163))
;; Rewards
(define-constant ERR_CANNOT_DISTRIBUTE_REWARDS (err u180))
(define-constant ERR_ALREADY_REWARDED (err u181))
(define-constant ERR_SET_CAN_DISTRIBUTE_ALREADY_CALLED (err u182))
(define-constant ERR_ALREADY_FINALIZED (err u183))
(define-constant ERR_CANNOT_FINALIZE (err u184))
;; Administration
(define-constant ERR_NOT_ADMIN (err u200))
(define-constant ERR_CONTRACT_ALREADY_ACTIVE (err u201))
(define-constant ERR_CONTRACT_NOT_ACTIVE (err u202))
(define-constant ERR_APR_TOO_LOW (err u210))
(define-constant ERR_APR_TOO_HIGH (err u211))
(define-constant ERR_MULTIPLIER_TOO_LOW (err u212))
(define-constant ERR_MULTIPLIER_TOO_HIGH (err u213))
(define-constant ERR_INSUFFICIENT_FUNDS (err u240))
;;+ constants

;; =================================================================================================
;; State
;; =================================================================================================

;; Contract
(define-data-var is-contract-active bool false)
(define-data-var admin principal contract-caller)
;; 0 snapshotting, 1 snapshots concluded, 2 ratio proposed, 3 ratio validated, 4 weights finalized,
;; 5 distribution enabled, 6 distribution finalized. For readers only: the checks use the flags
;; below.
(define-data-var last-operation-done uint u0)

;; Cycle
(define-data-var cycle-id uint u0)
(define-data-var current-cycle-stacks-block-height uint u0)
(define-data-var current-cycle-bitcoin-block-height uint u922150)
(define-data-var next-cycle-bitcoin-block-height uint u0)
(define-data-var current-cycle-total-sbtc uint u0)
(define-data-var current-cycle-total-stx uint u0)
(define-data-var current-cycle-participants-count uint u0)
(define-data-var blocks-per-snapshot uint u150)
(define-data-var snapshots-per-cycle uint u14)
(define-data-var next-blocks-per-snapshot uint u0)
(define-data-var next-snapshots-per-cycle uint u0)
(define-data-var bitcoin-blocks-per-year uint u52500)
(define-map yield-cycles-data
  { cycle-id: uint }
  {
    blocks-per-snapshot: uint,
    snapshots-per-cycle: uint,
    start-btc-block-height: uint,
    start-stx-block-height: uint })

;; Enrollment. Changes act from the next cycle block on.
(define-data-var next-cycle-participants-count uint u0)
(define-data-var min-sbtc-hold-required-for-enrollment uint u10000)
;;@ participants
(define-map participants
  { address: principal }
  { stacking-address: principal, rewarded-address: principal, tracking-address: principal })
;;@ end
(define-map whitelisted-defi-tracking-addresses { address: principal } { whitelisted: bool })
(define-map blacklist { address: principal } { blacklisted: bool })

;; Snapshots
(define-data-var current-snapshot-bitcoin-block-height uint u0)
(define-data-var current-snapshot-stacks-block-height uint u0)
(define-data-var current-snapshot-total-sbtc uint u0)
(define-data-var current-snapshot-total-stx uint u0)
(define-data-var current-snapshot-count uint u0)
(define-data-var current-snapshot-index uint u0)
(define-data-var are-snapshots-finalized bool false)
(define-data-var is-liquid-stacking-enabled bool true)
;; The block that the latest capture, weighing or distribution looked at.
(define-data-var snapshot-block-hash (buff 32)
  0x0000000000000000000000000000000000000000000000000000000000000000)
(define-map cycle-snapshot-to-stx-block-height
  { cycle-id: uint, snapshot-id: uint }
  { stx-block-height: uint, bitcoin-block-height-stored: uint })
;;@ holdings
(define-map participant-holding
  { cycle-id: uint, address: principal }
  { amount: uint, stacked: uint, last-snapshot: uint, rewarded: bool, reward-amount: uint })
(define-map stacking-holding-snapshot-index
  { cycle-id: uint, snapshot-index: uint, stacking-address: principal }
  { computed: bool })
;;@ end
(define-map tracking-holding
  { cycle-id: uint, tracking-address: principal }
  { amount: uint, rewarded: bool })
(define-map stacking-holding { cycle-id: uint, stacking-address: principal } { amount: uint })

;; Golden ratio
(define-data-var is-ratio-validated bool false)
(define-data-var processing-ratio uint u0)
;; Hundredths of a percent of the cycle's sBTC that may lie above the golden ratio.
(define-data-var max-percentage-above-ratio uint u500)
(define-map ratio-used { cycle-id: uint } { used-ratio: uint })
(define-map proposed-ratio
  { cycle-id: uint, user: principal }
  {
    golden-ratio: uint,
    participants-counted: uint,
    sbtc-below: uint,
    sbtc-above: uint,
    sbtc-equal: uint })
;;@ tally-mark-maps
(define-map track-participant-computed-proposed-ratio
  { cycle-id: uint, user: principal, ratio: uint, user-address: principal }
  { computed: bool })
(define-map track-participant-tracking-computed-proposed-ratio
  { cycle-id: uint, user: principal, ratio: uint, user-tracking-address: principal }
  { computed: bool })
;;@ end

;; Weights
(define-data-var yield-boost-multiplier uint u9)
(define-data-var total-weights-sum uint u0)
(define-data-var weights-computed-count uint u0)
(define-data-var are-weights-computed bool false)
(define-map participant-weights { cycle-id: uint, tracking-address: principal } { weight: uint })
(define-map participant-weight-tracked
  { cycle-id: uint, enrolled-address: principal }
  { computed: bool })

;; Rewards
(define-data-var APR uint u5000000)
(define-data-var is-distribution-enabled bool false)
;; Satoshis with eight decimals. Meaningful while the distribution is enabled; it survives the
;; cycle.
(define-data-var rewards-to-distribute uint u0)
(define-data-var participants-rewarded-count uint u0)
(define-map rewards-holding { cycle-id: uint, rewarded-address: principal } { amount: uint })
(define-map distribution-finalized-stx-block-height-when-called
  { cycle-id: uint }
  { stx-block-height: uint })

;; =================================================================================================
;; Checks that several functions share
;; =================================================================================================

(define-private (check-admin)
  (ok (asserts! (is-eq contract-caller (var-get admin)) ERR_NOT_ADMIN)))

(define-private (check-active)
  (ok (asserts! (var-get is-contract-active) ERR_CONTRACT_NOT_ACTIVE)))

(define-private (check-inactive)
  (ok (asserts! (not (var-get is-contract-active)) ERR_CONTRACT_ALREADY_ACTIVE)))

;; The given Stacks block must be the first one at or after the Bitcoin block.
(define-private (check-brackets (stx-block-height uint) (bitcoin-block-height uint))
  (ok (asserts!
    ;;@ buffer
    (unwrap-panic (contract-call? .bitcoin-block-buffer validate-stx-block-brackets-btc-block
      stx-block-height bitcoin-block-height))
    ;;@ end
    ERR_STX_BLOCK_NOT_MATCHING)))

(define-private (check-all-captured)
  (ok (asserts! (is-eq (var-get current-snapshot-count) (var-get current-cycle-participants-count))
    ERR_NOT_SNAPSHOTTED_ALL_PARTICIPANTS)))

(define-private (check-all-rewarded)
  (ok (asserts! (is-eq (var-get current-cycle-participants-count)
      (var-get participants-rewarded-count))
    ERR_NOT_REWARDED_ALL)))

(define-private (check-no-ratio-used)
  (ok (asserts! (is-none (map-get? ratio-used { cycle-id: (var-get cycle-id) }))
    ERR_ALREADY_VALIDATED_RATIO)))

;;+ shared-checks
;; =================================================================================================
;; Reading balances
;; =================================================================================================

(define-private (sbtc-of (address principal))
  (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token
    get-balance-available address)))

(define-private (transfer-sbtc (amount uint) (recipient principal))
  (as-contract (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
    amount tx-sender recipient none)))

(define-private (native-stx-of (address principal))
  (get locked (stx-account address)))

(define-private (stacked-stx-of (address principal) (count-liquid bool))
  (+
    (native-stx-of address)
    ;;@ liquid
    (if count-liquid
      (contract-call? .liquid-stacking-v1_0_1 get-user-liquid-stx-stacked address)
      u0)))
    ;;@ end

(define-private (is-whitelisted (tracking-address principal))
  (is-some (map-get? whitelisted-defi-tracking-addresses { address: tracking-address })))

;; none: the block is the one being built, or later.
(define-private (block-hash (stx-block-height uint))
  (get-stacks-block-info? id-header-hash stx-block-height))

(define-private (cycle-block-hash)
  (block-hash (var-get current-cycle-stacks-block-height)))

;;@ reading
(define-private (participants-count-at (stx-block-height uint))
  (at-block (unwrap-panic (block-hash stx-block-height)) (var-get next-cycle-participants-count)))

(define-private (row-at (address principal) (stx-block-height uint))
  (at-block (unwrap-panic (block-hash stx-block-height)) (get-row address)))

(define-private (row-of-this-cycle (address principal))
  (row-at address (var-get current-cycle-stacks-block-height)))

;; One step into the past for the whole list, rather than one for each principal: steps and reads
;; are what limits the length of a list.
(define-private (rows-of-cycle (principals (list 900 principal)) (hash (buff 32)))
  (at-block hash (map with-row principals)))

(define-private (with-row (address principal))
  { address: address, row: (get-row address) })
;;@ end

;; =================================================================================================
;; Enrollment
;; =================================================================================================

(define-public (enroll (rewarded-address (optional principal)))
  (begin
    (try! (check-may-enroll contract-caller))
    (asserts! (>= (sbtc-of contract-caller) (var-get min-sbtc-hold-required-for-enrollment))
      ERR_ENROLL_MINIMUM_HOLD_NOT_MET)
    (add-participant contract-caller
      { stacking-address: contract-caller,
        rewarded-address: (default-to contract-caller rewarded-address),
        tracking-address: contract-caller })))

(define-public (enroll-defi
    (defi-contract principal)
    (tracking-address principal)
    (rewarded-address principal)
    (stacking-address (optional principal)))
  (begin
    (try! (check-admin))
    (try! (check-may-enroll defi-contract))
    (add-participant defi-contract
      { stacking-address: (default-to defi-contract stacking-address),
        rewarded-address: rewarded-address,
        tracking-address: tracking-address })))

(define-public (enroll-defi-batch
    (defi-contracts (list 900 {
      defi-contract: principal,
      rewarded-address: principal,
      stacking-address: (optional principal),
      tracking-address: principal })))
  (begin
    (try! (check-admin))
    (ok (map enroll-defi-one defi-contracts))))

(define-private (enroll-defi-one
    (entry {
      defi-contract: principal,
      rewarded-address: principal,
      stacking-address: (optional principal),
      tracking-address: principal }))
  (enroll-defi
    (get defi-contract entry)
    (get tracking-address entry)
    (get rewarded-address entry)
    (get stacking-address entry)))

(define-public (opt-out)
  (begin
    (try! (check-enrolled contract-caller))
    (remove-participant contract-caller)
    (ok true)))

(define-public (opt-out-defi (defi-contract principal))
  (begin
    (try! (check-admin))
    (try! (check-enrolled defi-contract))
    (remove-participant defi-contract)
    (ok true)))

;;@ opt-out-defi-batch
;; No look at the row: an unknown or repeated principal lowers the count all the same.
(define-public (opt-out-defi-batch (defi-contracts (list 200 principal)))
  (begin
    (try! (check-admin))
    (ok (map remove-participant defi-contracts))))
;;@ end

(define-private (check-may-enroll (address principal))
  (begin
    (asserts! (is-none (map-get? participants { address: address })) ERR_ALREADY_ENROLLED)
    (ok (asserts! (not (get-is-blacklisted address)) ERR_USER_BLACKLISTED))))

(define-private (check-enrolled (address principal))
  (ok (asserts! (is-some (map-get? participants { address: address })) ERR_NOT_ENROLLED)))

(define-private (add-participant
    (address principal)
    (row { stacking-address: principal, rewarded-address: principal, tracking-address: principal }))
  (begin
    ;;+ check-rewarded-address
    (var-set next-cycle-participants-count (+ (var-get next-cycle-participants-count) u1))
    (store-row address row)
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      enrolled-address: address,
      function-name: "enroll",
      reward-address: (get rewarded-address row),
      stacking-address: (get stacking-address row),
      tracking-address: (get tracking-address row) })
    (ok true)))

(define-private (remove-participant (address principal))
  (begin
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      enrolled-address: address,
      function-name: "opt-out" })
    (delete-row address)
    (var-set next-cycle-participants-count (- (var-get next-cycle-participants-count) u1))
    true))

;;@ rows
(define-private (store-row
    (address principal)
    (row { stacking-address: principal, rewarded-address: principal, tracking-address: principal }))
  (map-set participants { address: address } row))

(define-private (delete-row (address principal))
  (map-delete participants { address: address }))

(define-private (get-row (address principal))
  (map-get? participants { address: address }))
;;@ end

;; -------------------------------------------------------------------------------------------------
;; Address changes. In the events of the single changes, the addresses that stay are wrapped as
;; optionals.
;; -------------------------------------------------------------------------------------------------

(define-public (change-reward-address (new-address principal))
  (set-reward-address contract-caller new-address))

(define-public (change-reward-address-defi (defi-contract principal) (new-reward-address principal))
  (begin
    (try! (check-admin))
    (set-reward-address defi-contract new-reward-address)))

(define-private (set-reward-address (address principal) (new-address principal))
  (let ((row (unwrap! (get-row address) ERR_NOT_ENROLLED)))
    ;;+ check-new-address
    (store-row address (merge row { rewarded-address: new-address }))
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      enrolled-address: address,
      function-name: "update-participant-details",
      reward-address: new-address,
      stacking-address: (some (get stacking-address row)),
      tracking-address: (some (get tracking-address row)) })
    (ok true)))

(define-public (change-stacking-address-defi
    (defi-contract principal)
    (new-stacking-address principal))
  (begin
    (try! (check-admin))
    (let ((row (unwrap! (get-row defi-contract) ERR_NOT_ENROLLED)))
      (store-row defi-contract (merge row { stacking-address: new-stacking-address }))
      (print {
        bitcoin-block-height: burn-block-height,
        cycle-id: (var-get cycle-id),
        enrolled-address: defi-contract,
        function-name: "update-participant-details",
        reward-address: (some (get rewarded-address row)),
        stacking-address: new-stacking-address,
        tracking-address: (some (get tracking-address row)) })
      (ok true))))

(define-public (change-tracking-address-defi
    (defi-contract principal)
    (new-tracking-address principal))
  (begin
    (try! (check-admin))
    (let ((row (unwrap! (get-row defi-contract) ERR_NOT_ENROLLED)))
      (store-row defi-contract (merge row { tracking-address: new-tracking-address }))
      (print {
        bitcoin-block-height: burn-block-height,
        cycle-id: (var-get cycle-id),
        enrolled-address: defi-contract,
        function-name: "update-participant-details",
        reward-address: (some (get rewarded-address row)),
        stacking-address: (some (get stacking-address row)),
        tracking-address: new-tracking-address })
      (ok true))))

(define-public (change-addresses-defi
    (defi-contract principal)
    (new-tracking-address (optional principal))
    (new-reward-address (optional principal))
    (new-stacking-address (optional principal)))
  (begin
    (try! (check-admin))
    (let (
        (row (unwrap! (get-row defi-contract) ERR_NOT_ENROLLED))
        (new-row {
          stacking-address: (default-to (get stacking-address row) new-stacking-address),
          rewarded-address: (default-to (get rewarded-address row) new-reward-address),
          tracking-address: (default-to (get tracking-address row) new-tracking-address) }))
      ;;+ check-new-row
      (store-row defi-contract new-row)
      (print {
        bitcoin-block-height: burn-block-height,
        cycle-id: (var-get cycle-id),
        enrolled-address: defi-contract,
        function-name: "update-participant-details",
        reward-address: (get rewarded-address new-row),
        stacking-address: (get stacking-address new-row),
        tracking-address: (get tracking-address new-row) })
      (ok true))))

(define-public (change-addresses-defi-batch
    (defi-contracts (list 900 {
      defi-contract: principal,
      rewarded-address: (optional principal),
      stacking-address: (optional principal),
      tracking-address: (optional principal) })))
  (begin
    (try! (check-admin))
    (ok (map change-addresses-defi-one defi-contracts))))

(define-private (change-addresses-defi-one
    (entry {
      defi-contract: principal,
      rewarded-address: (optional principal),
      stacking-address: (optional principal),
      tracking-address: (optional principal) }))
  (change-addresses-defi
    (get defi-contract entry)
    (get tracking-address entry)
    (get rewarded-address entry)
    (get stacking-address entry)))

;; -------------------------------------------------------------------------------------------------
;; Blacklist: keeps an address from enrolling, and takes it out from the next cycle on.
;; -------------------------------------------------------------------------------------------------

(define-public (add-blacklisted (address principal))
  (begin
    (try! (check-admin))
    (match (get-row address)
      row (begin
        (remove-participant address)
        (print {
          bitcoin-block-height: burn-block-height,
          cycle-id: (var-get cycle-id),
          enrolled-address: address,
          function-name: "blacklisted",
          reward-address: (some (get rewarded-address row)),
          stacking-address: (some (get stacking-address row)),
          tracking-address: (some (get tracking-address row)) })
        true)
      (begin
        (print {
          bitcoin-block-height: burn-block-height,
          cycle-id: (var-get cycle-id),
          enrolled-address: address,
          function-name: "blacklisted" })
        true))
    (map-set blacklist { address: address } { blacklisted: true })
    (ok true)))

(define-public (remove-blacklisted (address principal))
  (begin
    (try! (check-admin))
    (asserts! (get-is-blacklisted address) ERR_NOT_BLACKLISTED)
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      enrolled-address: address,
      function-name: "unblacklisted" })
    (map-delete blacklist { address: address })
    (ok true)))

(define-public (add-blacklisted-batch (addresses (list 200 principal)))
  (begin
    (try! (check-admin))
    (ok (map add-blacklisted addresses))))

(define-public (remove-blacklisted-batch (addresses (list 200 principal)))
  (begin
    (try! (check-admin))
    (ok (map remove-blacklisted addresses))))

;; -------------------------------------------------------------------------------------------------
;; Whitelist: DeFi tracking addresses that earn the full boost without stacked STX. Read as it is at
;; capture, weighing and distribution.
;; -------------------------------------------------------------------------------------------------

(define-public (whitelist-defi-tracking (defi-rewards-contract principal))
  (begin
    (try! (check-admin))
    (asserts! (not (is-whitelisted defi-rewards-contract)) ERR_ALREADY_WHITELISTED)
    (print {
      bitcoin-block-height: burn-block-height,
      function-name: "whitelisted-defi-tracking-address",
      whitelisted-address: defi-rewards-contract })
    (map-set whitelisted-defi-tracking-addresses
      { address: defi-rewards-contract }
      { whitelisted: true })
    (ok true)))

(define-public (remove-whitelisted-defi-tracking (defi-rewards-contract principal))
  (begin
    (try! (check-admin))
    (asserts! (is-whitelisted defi-rewards-contract) ERR_TRACKING_ADDRESS_NOT_WHITELISTED)
    (print {
      bitcoin-block-height: burn-block-height,
      function-name: "remove-whitelisted-defi-tracking-address",
      removed-whitelisted-address: defi-rewards-contract })
    (map-delete whitelisted-defi-tracking-addresses { address: defi-rewards-contract })
    (ok true)))

(define-public (remove-whitelisted-defi-tracking-batch (defi-rewards-contract (list 200 principal)))
  (begin
    (try! (check-admin))
    (ok (map remove-whitelisted-defi-tracking defi-rewards-contract))))

;; =================================================================================================
;; Cycle: start
;; =================================================================================================

(define-public (update-initialize-block (new-bitcoin-block-height uint))
  (begin
    (try! (check-inactive))
    (try! (check-admin))
    (var-set current-cycle-bitcoin-block-height new-bitcoin-block-height)
    (ok true)))

(define-public (update-cycle-data-before-initialized
    (updated-snapshots-per-cycle uint)
    (updated-blocks-per-snapshot uint))
  (begin
    (try! (check-admin))
    (try! (check-inactive))
    ;;+ bound-first-lengths
    (var-set snapshots-per-cycle updated-snapshots-per-cycle)
    (var-set blocks-per-snapshot updated-blocks-per-snapshot)
    (print-cycle-data updated-snapshots-per-cycle updated-blocks-per-snapshot)
    (ok true)))

(define-public (initialize-contract (stx-block-height uint))
  (let ((start (var-get current-cycle-bitcoin-block-height)))
    (asserts! (>= burn-block-height start) ERR_ACTIVATION_HEIGHT_NOT_MET)
    (try! (check-inactive))
    (try! (check-brackets stx-block-height start))
    ;;+ start-block
    (var-set next-snapshots-per-cycle (var-get snapshots-per-cycle))
    (var-set next-blocks-per-snapshot (var-get blocks-per-snapshot))
    (start-cycle stx-block-height)
    (var-set is-contract-active true)
    (ok true)))

;; Opens the cycle whose id and start height are already set.
(define-private (start-cycle (stx-block-height uint))
  (begin
    (reset-cycle stx-block-height)
    (var-set next-cycle-bitcoin-block-height
      (+ (var-get current-cycle-bitcoin-block-height) (cycle-length)))
    (reset-snapshot stx-block-height)
    (record-snapshot-block stx-block-height (var-get current-cycle-bitcoin-block-height))))

(define-private (reset-cycle (stx-block-height uint))
  (begin
    (var-set blocks-per-snapshot (var-get next-blocks-per-snapshot))
    (var-set snapshots-per-cycle (var-get next-snapshots-per-cycle))
    (var-set current-cycle-stacks-block-height stx-block-height)
    (var-set current-cycle-total-sbtc u0)
    (var-set current-cycle-total-stx u0)
    (var-set current-snapshot-total-sbtc u0)
    (var-set current-snapshot-total-stx u0)
    (var-set participants-rewarded-count u0)
    (var-set weights-computed-count u0)
    (var-set total-weights-sum u0)
    (var-set last-operation-done u0)
    (var-set is-distribution-enabled false)
    (var-set are-snapshots-finalized false)
    (var-set is-ratio-validated false)
    (var-set are-weights-computed false)
    (map-set yield-cycles-data
      { cycle-id: (var-get cycle-id) }
      { blocks-per-snapshot: (var-get blocks-per-snapshot),
        snapshots-per-cycle: (var-get snapshots-per-cycle),
        start-btc-block-height: (var-get current-cycle-bitcoin-block-height),
        start-stx-block-height: stx-block-height })
    (var-set current-cycle-participants-count (participants-count-at stx-block-height))))

(define-private (reset-snapshot (stx-block-height uint))
  (begin
    (var-set current-snapshot-bitcoin-block-height (var-get current-cycle-bitcoin-block-height))
    (var-set current-snapshot-count u0)
    (var-set current-snapshot-index u0)
    (var-set current-snapshot-stacks-block-height stx-block-height)))

(define-private (record-snapshot-block (stx-block-height uint) (bitcoin-block-height uint))
  (map-set cycle-snapshot-to-stx-block-height
    { cycle-id: (var-get cycle-id), snapshot-id: (var-get current-snapshot-index) }
    { stx-block-height: stx-block-height, bitcoin-block-height-stored: bitcoin-block-height }))

(define-private (cycle-length)
  (* (var-get blocks-per-snapshot) (var-get snapshots-per-cycle)))

;; =================================================================================================
;; Cycle: snapshots
;; =================================================================================================

;;@ capture
;; Records the balances of those principals that are enrolled in this cycle and not yet captured in
;; this snapshot; the others are skipped. Answers with the sats newly captured.
(define-public (capture-snapshot-balances (principals (list 900 principal)))
  (let (
      (hash (unwrap! (block-hash (var-get current-snapshot-stacks-block-height))
        ERR_STX_BLOCK_IN_FUTURE)))
    (try! (check-active))
    (var-set snapshot-block-hash hash)
    (let ((captured (fold capture-participant
            (rows-of-cycle principals (unwrap-panic (cycle-block-hash)))
            { cycle-id: (var-get cycle-id),
              snapshot-index: (var-get current-snapshot-index),
              hash: hash,
              count-liquid: (var-get is-liquid-stacking-enabled),
              count: u0,
              sbtc: u0,
              stx: u0 })))
      (var-set current-snapshot-count (+ (var-get current-snapshot-count) (get count captured)))
      (var-set current-snapshot-total-stx
        (+ (var-get current-snapshot-total-stx) (get stx captured)))
      (var-set current-snapshot-total-sbtc
        (+ (var-get current-snapshot-total-sbtc) (get sbtc captured)))
      (ok (get sbtc captured)))))

(define-private (capture-participant
    (participant {
      address: principal,
      row: (optional {
        stacking-address: principal,
        rewarded-address: principal,
        tracking-address: principal }) })
    (captured {
      cycle-id: uint,
      snapshot-index: uint,
      hash: (buff 32),
      count-liquid: bool,
      count: uint,
      sbtc: uint,
      stx: uint }))
  (match (get row participant)
    row (let (
        (address (get address participant))
        (holding-key { cycle-id: (get cycle-id captured), address: address })
        (holding (default-to NO_HOLDING (map-get? participant-holding holding-key))))
      (if (is-eq (get last-snapshot holding) (get snapshot-index captured))
        captured
        (let (
            ;; A whitelisted tracking address has the full boost already: its stacked STX is not
            ;; even looked at.
            (count-stx (not (is-whitelisted (get tracking-address row))))
            (balances (balances-at
              address
              (get stacking-address row)
              count-stx
              (get count-liquid captured)
              (get hash captured)))
            (sbtc (get sbtc balances))
            (stx (get stx balances)))
          (map-set participant-holding holding-key
            { amount: (+ (get amount holding) sbtc),
              stacked: (+ (get stacked holding) stx),
              last-snapshot: (get snapshot-index captured),
              rewarded: false,
              reward-amount: u0 })
          (add-to-tracking (get cycle-id captured) (get tracking-address row) sbtc)
          (add-to-stacking
            (get cycle-id captured) (get snapshot-index captured) (get stacking-address row) stx)
          (print {
            cycle-id: (get cycle-id captured),
            enrolled-address: address,
            function-name: "compute-current-snapshot-balance",
            sbtc-balance: sbtc,
            snapshot-index: (get snapshot-index captured),
            stacking-address: (get stacking-address row),
            stx-stacked: stx,
            tracking-address: (get tracking-address row) })
          (merge captured
            {
              count: (+ (get count captured) u1),
              sbtc: (+ (get sbtc captured) sbtc),
              stx: (+ (get stx captured) stx) }))))
    captured))

(define-private (balances-at
    (address principal)
    (stacking-address principal)
    (count-stx bool)
    (count-liquid bool)
    (hash (buff 32)))
  (at-block hash {
    sbtc: (sbtc-of address),
    stx: (if count-stx (stacked-stx-of stacking-address count-liquid) u0) }))

(define-private (add-to-tracking (cycle uint) (tracking-address principal) (sbtc uint))
  (let ((key { cycle-id: cycle, tracking-address: tracking-address }))
    (map-set tracking-holding key
      {
        amount: (+ (default-to u0 (get amount (map-get? tracking-holding key))) sbtc),
        rewarded: false })))

;; A stacking address counts once per snapshot, with what the first row that names it brought: also
;; with the 0 of a whitelisted row.
(define-private (add-to-stacking
    (cycle uint)
    (snapshot-index uint)
    (stacking-address principal)
    (stx uint))
  (let ((key { cycle-id: cycle, stacking-address: stacking-address }))
    (if (map-insert stacking-holding-snapshot-index
          { cycle-id: cycle, snapshot-index: snapshot-index, stacking-address: stacking-address }
          { computed: true })
      (map-set stacking-holding key {
        amount: (+ (default-to u0 (get amount (map-get? stacking-holding key))) stx) })
      false)))
;;@ end

(define-public (advance-to-next-snapshot (new-stx-block-height uint))
  (let (
      (next-bitcoin-block-height (+ (var-get current-snapshot-bitcoin-block-height)
        (var-get blocks-per-snapshot)))
      (next-index (+ (var-get current-snapshot-index) u1)))
    (try! (check-active))
    (asserts! (>= burn-block-height next-bitcoin-block-height) ERR_NOT_NEW_SNAPSHOT_YET)
    (try! (check-all-captured))
    (asserts! (not (is-eq next-index (var-get snapshots-per-cycle))) ERR_CYCLE_ENDED)
    (asserts! (< next-bitcoin-block-height (var-get next-cycle-bitcoin-block-height))
      ERR_CYCLE_ENDED_2)
    (try! (check-brackets new-stx-block-height next-bitcoin-block-height))
    (var-set current-snapshot-bitcoin-block-height next-bitcoin-block-height)
    (add-snapshot-to-cycle)
    (var-set current-snapshot-total-sbtc u0)
    (var-set current-snapshot-total-stx u0)
    (var-set current-snapshot-count u0)
    (var-set current-snapshot-index next-index)
    (record-snapshot-block new-stx-block-height next-bitcoin-block-height)
    (var-set current-snapshot-stacks-block-height new-stx-block-height)
    (ok true)))

(define-public (finalize-snapshots)
  (begin
    (try! (check-active))
    (asserts! (not (var-get are-snapshots-finalized)) ERR_SNAPSHOTS_ALREADY_CONCLUDED)
    (asserts! (is-eq (+ (var-get current-snapshot-index) u1) (var-get snapshots-per-cycle))
      ERR_NOT_ALL_SNAPSHOTS)
    (try! (check-all-captured))
    ;;+ window-closed
    (add-snapshot-to-cycle)
    (print {
      current-cycle-total-sbtc: (var-get current-cycle-total-sbtc),
      current-cycle-total-stx: (var-get current-cycle-total-stx),
      cycle-id: (var-get cycle-id),
      function-name: "conclude-cycle-snapshots" })
    (var-set last-operation-done u1)
    (var-set are-snapshots-finalized true)
    (ok true)))

(define-private (add-snapshot-to-cycle)
  (begin
    (var-set current-cycle-total-sbtc
      (+ (var-get current-cycle-total-sbtc) (var-get current-snapshot-total-sbtc)))
    (var-set current-cycle-total-stx
      (+ (var-get current-cycle-total-stx) (var-get current-snapshot-total-stx)))))

;; =================================================================================================
;; Cycle: golden ratio The ratio of stacked STX to sBTC at the sBTC-weighted 95th percentile.
;; Finding it is work for a computer outside; here everybody is counted against a proposal, and the
;; counts must fit. Anybody may propose; the first valid proposal wins.
;; =================================================================================================

(define-public (propose-golden-ratio (ratio uint))
  (let ((key { cycle-id: (var-get cycle-id), user: tx-sender }))
    (asserts! (var-get are-snapshots-finalized) ERR_SNAPSHOTS_NOT_CONCLUDED)
    (try! (check-no-ratio-used))
    (asserts! (is-none (map-get? proposed-ratio key)) ERR_ALREADY_PROPOSED_RATIO)
    (map-set proposed-ratio key (new-proposal ratio))
    (var-set last-operation-done u2)
    (ok true)))

(define-public (change-proposed-golden-ratio (ratio uint))
  (let ((key { cycle-id: (var-get cycle-id), user: tx-sender }))
    (asserts! (is-some (map-get? proposed-ratio key)) ERR_RATIO_NOT_PROPOSED)
    (try! (check-no-ratio-used))
    ;;+ forget-tally
    (map-set proposed-ratio key (new-proposal ratio))
    (ok true)))

(define-private (new-proposal (ratio uint))
  { golden-ratio: ratio, participants-counted: u0, sbtc-below: u0, sbtc-above: u0, sbtc-equal: u0 })

(define-private (own-proposal)
  (map-get? proposed-ratio { cycle-id: (var-get cycle-id), user: tx-sender }))

;; A principal that is not a participant of the cycle aborts the call.
(define-public (tally-participant-ratios (principals (list 900 principal)))
  (let (
      (cycle (var-get cycle-id))
      (proposal (unwrap! (own-proposal) ERR_RATIO_NOT_PROPOSED)))
    (try! (check-no-ratio-used))
    (asserts! (< (get participants-counted proposal) (var-get current-cycle-participants-count))
      ERR_COMPUTED_RATIO_ALL_PARTICIPANTS)
    (var-set processing-ratio (get golden-ratio proposal))
    (map-set proposed-ratio { cycle-id: cycle, user: tx-sender }
      (get proposal (fold tally-one
        (rows-of-cycle principals (unwrap-panic (cycle-block-hash)))
        { cycle-id: cycle, proposal: proposal })))
    (ok true)))

(define-private (tally-one
    (participant {
      address: principal,
      row: (optional {
        stacking-address: principal,
        rewarded-address: principal,
        tracking-address: principal }) })
    (tally {
      cycle-id: uint,
      proposal: {
        golden-ratio: uint,
        participants-counted: uint,
        sbtc-below: uint,
        sbtc-above: uint,
        sbtc-equal: uint } }))
  (let (
      (cycle (get cycle-id tally))
      (proposal (get proposal tally))
      (golden-ratio (get golden-ratio proposal))
      (address (get address participant))
      (holdings (holdings-of cycle (unwrap-panic (get row participant))))
      (tracking-address (get tracking-address holdings))
      (sbtc (get sbtc holdings))
      (one-more (merge proposal {
        participants-counted: (+ (get participants-counted proposal) u1) })))
    (if (mark-tallied cycle golden-ratio address)
      (begin
        (print {
          cycle-id: cycle,
          enrolled-address: address,
          function-name: "count-golden-ratio",
          sbtc-user-amount: sbtc,
          stacking-address: (get stacking-address holdings),
          stx-user-amount: (get stx holdings),
          tracking-address: tracking-address,
          tx-sender: tx-sender })
        ;; The sBTC of a tracking address is put on one side of the proposal once, with the first of
        ;; its rows.
        (merge tally { proposal:
          (if (and (> sbtc u0) (mark-tracking-tallied cycle golden-ratio tracking-address))
            (put-on-a-side one-more address sbtc (personal-ratio sbtc (get stx holdings)))
            one-more) }))
      tally)))

(define-private (put-on-a-side
    (proposal {
      golden-ratio: uint,
      participants-counted: uint,
      sbtc-below: uint,
      sbtc-above: uint,
      sbtc-equal: uint })
    (address principal)
    (sbtc uint)
    (ratio uint))
  (let (
      (golden-ratio (get golden-ratio proposal))
      (below (< ratio golden-ratio))
      (equal (is-eq ratio golden-ratio)))
    (print {
      action: (if below "below" (if equal "equal" "above")),
      user-address: address,
      user-amount: sbtc,
      user-ratio: ratio })
    (if below
      (merge proposal { sbtc-below: (+ (get sbtc-below proposal) sbtc) })
      (if equal
        (merge proposal { sbtc-equal: (+ (get sbtc-equal proposal) sbtc) })
        (merge proposal { sbtc-above: (+ (get sbtc-above proposal) sbtc) })))))

;;@ tally-marks
;; The marks belong to the value of the ratio: a proposer who comes back to a value tallied before
;; finds everybody marked.
(define-private (mark-tallied (cycle uint) (ratio uint) (address principal))
  (map-insert track-participant-computed-proposed-ratio
    { cycle-id: cycle, user: tx-sender, ratio: ratio, user-address: address }
    { computed: true }))

(define-private (mark-tracking-tallied (cycle uint) (ratio uint) (tracking-address principal))
  (map-insert track-participant-tracking-computed-proposed-ratio
    { cycle-id: cycle, user: tx-sender, ratio: ratio, user-tracking-address: tracking-address }
    { computed: true }))
;;@ end

(define-private (personal-ratio (sbtc uint) (stx uint))
  (/ (* stx RATIO_PRECISION_HELPER_VALUE) sbtc))

;; What the cycle holds for a row: the STX of its stacking address and the sBTC of its tracking
;; address. Aborts before the first capture.
(define-private (holdings-of
    (cycle uint)
    (row { stacking-address: principal, rewarded-address: principal, tracking-address: principal }))
  (merge row {
    stx: (get amount (unwrap-panic (map-get? stacking-holding {
      cycle-id: cycle,
      stacking-address: (get stacking-address row) }))),
    sbtc: (get amount (unwrap-panic (map-get? tracking-holding {
      cycle-id: cycle,
      tracking-address: (get tracking-address row) }))) }))

(define-public (validate-ratio)
  (let (
      (proposal (unwrap! (own-proposal) ERR_RATIO_NOT_PROPOSED))
      (ratio (get golden-ratio proposal))
      (above (get sbtc-above proposal))
      (equal (get sbtc-equal proposal))
      (total-sbtc (var-get current-cycle-total-sbtc)))
    (print {
      sbtc-above: above,
      sbtc-below: (get sbtc-below proposal),
      sbtc-equal: equal,
      sbtc-total: total-sbtc })
    (try! (check-no-ratio-used))
    (asserts! (is-eq (get participants-counted proposal) (var-get current-cycle-participants-count))
      ERR_COMPUTE_RATIO_FOR_ALL_PARTICIPANTS_FIRST)
    (if (is-eq (var-get current-cycle-total-stx) u0)
      ;; Nobody has STX: every personal ratio is 0 and the percentile says nothing. A fixed ratio
      ;; gives everybody the base weight.
      (asserts! (is-eq ratio RATIO_PRECISION_HELPER_VALUE) ERR_INVALID_RATIO_FOR_ZERO_STX)
      (let (
          (limit (/ (* (var-get max-percentage-above-ratio) total-sbtc)
            PRECISION_PERCENTAGE_RATIO)))
        (asserts! (<= (* above PRECISION_PERCENTAGE_RATIO) limit) ERR_RATIO_TOO_LOW)
        (asserts! (>= (* (+ above equal) PRECISION_PERCENTAGE_RATIO) limit) ERR_RATIO_TOO_HIGH)))
    (var-set is-ratio-validated true)
    (map-set ratio-used { cycle-id: (var-get cycle-id) } { used-ratio: ratio })
    (var-set last-operation-done u3)
    (ok true)))

(define-public (set-max-percentage-above-ratio (new-max-percentage-above-ratio uint))
  (begin
    (try! (check-admin))
    ;;+ bound-percentage
    (var-set max-percentage-above-ratio new-max-percentage-above-ratio)
    (ok true)))

;; =================================================================================================
;; Cycle: weights
;; =================================================================================================

;; Answers with the golden ratio that the weights use, and the sum of the weights of this call.
(define-public (calculate-participant-weights (principals (list 900 principal)))
  (let (
      (hash (unwrap! (cycle-block-hash) ERR_STX_BLOCK_IN_FUTURE))
      (ratio (get used-ratio (unwrap! (map-get? ratio-used { cycle-id: (var-get cycle-id) })
        ERR_RATIOS_NOT_CONCLUDED))))
    (asserts! (var-get is-ratio-validated) ERR_RATIOS_NOT_CONCLUDED)
    (var-set snapshot-block-hash hash)
    (let (
        (golden-ratio (if (> ratio MIN_GOLDEN_RATIO) ratio MIN_GOLDEN_RATIO))
        (weighed (fold weigh-one (rows-of-cycle principals hash)
          { cycle-id: (var-get cycle-id),
            golden-ratio: golden-ratio,
            multiplier: (var-get yield-boost-multiplier),
            snapshots: (var-get snapshots-per-cycle),
            count: u0,
            total: u0 })))
      (var-set weights-computed-count (+ (var-get weights-computed-count) (get count weighed)))
      (var-set total-weights-sum (+ (var-get total-weights-sum) (get total weighed)))
      (ok { D: golden-ratio, total: (get total weighed) }))))

;; A principal that is not a participant of the cycle aborts the call.
(define-private (weigh-one
    (participant {
      address: principal,
      row: (optional {
        stacking-address: principal,
        rewarded-address: principal,
        tracking-address: principal }) })
    (weighed {
      cycle-id: uint,
      golden-ratio: uint,
      multiplier: uint,
      snapshots: uint,
      count: uint,
      total: uint }))
  (let (
      (cycle (get cycle-id weighed))
      (address (get address participant))
      (holdings (holdings-of cycle (unwrap-panic (get row participant))))
      (tracking-address (get tracking-address holdings))
      (sbtc (get sbtc holdings))
      (one-more (merge weighed { count: (+ (get count weighed) u1) })))
    (if (is-some (map-get? participant-weight-tracked {
      cycle-id: cycle,
      enrolled-address: address }))
      weighed
      (if (is-some (map-get? participant-weights {
        cycle-id: cycle,
        tracking-address: tracking-address }))
        ;; Another row of the same tracking address has been weighed.
        ;;@ shared-tracking
        ;; No mark: the row counts again every time that it is sent.
        (begin
        ;;@ end
          (print-no-weight cycle address tracking-address)
          one-more)
        (if (is-eq sbtc u0)
          (begin
            (store-weight cycle tracking-address u0)
            (mark-weighed cycle address)
            (print-no-weight cycle address tracking-address)
            one-more)
          (let (
              (golden-ratio (get golden-ratio weighed))
              (whitelisted (is-whitelisted tracking-address))
              (own-ratio (personal-ratio sbtc (get stx holdings)))
              (relative-ratio (ratio-to-golden own-ratio golden-ratio whitelisted))
              (root (sqrti relative-ratio))
              (weight (weight-of sbtc root (get multiplier weighed) (get snapshots weighed))))
            (store-weight cycle tracking-address weight)
            (mark-weighed cycle address)
            (print {
              Bi: sbtc,
              D: golden-ratio,
              Si: (get stx holdings),
              cycle-id: cycle,
              di: own-ratio,
              enrolled-address: address,
              function-name: "compute-weight",
              is-whitelisted: whitelisted,
              ri: relative-ratio,
              sqrt-ri: root,
              tracking-address: tracking-address,
              weight: weight })
            (merge one-more { total: (+ (get total weighed) weight) })))))))

(define-private (ratio-to-golden (own-ratio uint) (golden-ratio uint) (whitelisted bool))
  (if (or whitelisted (> own-ratio golden-ratio))
    RATIO_PRECISION_HELPER_VALUE
    (/ (* own-ratio RATIO_PRECISION_HELPER_VALUE) golden-ratio)))

;; sats, averaged over the snapshots, times the boost 1 + multiplier * sqrt(relative ratio)
(define-private (weight-of (sbtc uint) (root uint) (multiplier uint) (snapshots uint))
  (/ (/ (* sbtc (+ SCALING_FACTOR (* multiplier (* root SQRT_RATIO_PRECISION_HELPER_VALUE))))
      SCALING_FACTOR)
    snapshots))

(define-private (store-weight (cycle uint) (tracking-address principal) (weight uint))
  (map-set participant-weights
    { cycle-id: cycle, tracking-address: tracking-address }
    { weight: weight }))

;;@ mark-weighed
(define-private (mark-weighed (cycle uint) (address principal))
  (map-set participant-weight-tracked
    { cycle-id: cycle, enrolled-address: address }
    { computed: true }))
;;@ end

(define-private (print-no-weight (cycle uint) (address principal) (tracking-address principal))
  (print {
    Bi: u0,
    cycle-id: cycle,
    enrolled-address: address,
    function-name: "compute-weight",
    tracking-address: tracking-address,
    weight: u0 }))

(define-public (finalize-weight-computation)
  (begin
    (asserts! (var-get is-ratio-validated) ERR_RATIOS_NOT_CONCLUDED)
    (asserts! (not (var-get are-weights-computed)) ERR_WEIGHTS_ALREADY_COMPUTED)
    (asserts! (is-eq (var-get weights-computed-count) (var-get current-cycle-participants-count))
      ERR_NOT_ALL_WEIGHTS_COMPUTED)
    (var-set are-weights-computed true)
    (print {
      cycle-id: (var-get cycle-id),
      function-name: "finalize-weights",
      total-weights-sum: (var-get total-weights-sum) })
    (var-set last-operation-done u4)
    (ok true)))

;; =================================================================================================
;; Cycle: rewards
;; =================================================================================================

(define-public (set-is-distribution-enabled)
  (begin
    (try! (check-active))
    (asserts! (not (var-get is-distribution-enabled)) ERR_SET_CAN_DISTRIBUTE_ALREADY_CALLED)
    (asserts! (var-get are-weights-computed) ERR_WEIGHTS_NOT_COMPUTED)
    (let (
        (pool (* (pool-sats) SCALING_FACTOR))
        (cap (/ (* (cycle-percentage-rate) (var-get total-weights-sum))
          (+ (var-get yield-boost-multiplier) u1))))
      (var-set rewards-to-distribute (if (< pool cap) pool cap))
      (var-set last-operation-done u5)
      (var-set is-distribution-enabled true)
      (ok true))))

;;@ pool
;; The pool is what the contract held at the last snapshot, whatever it holds now.
(define-private (pool-sats)
  (at-block (unwrap-panic (block-hash (var-get current-snapshot-stacks-block-height)))
    (get-contract-sbtc-balance)))
;;@ end

(define-public (distribute-rewards (principals (list 900 principal)))
  (let ((hash (unwrap! (cycle-block-hash) ERR_STX_BLOCK_IN_FUTURE)))
    (asserts! (var-get is-distribution-enabled) ERR_CANNOT_DISTRIBUTE_REWARDS)
    (var-set snapshot-block-hash hash)
    ;;@ distribute
    ;; Nobody has sBTC: everybody counts as rewarded, and no holding is marked.
    (if (is-eq (var-get current-cycle-total-sbtc) u0)
      (begin
        (var-set participants-rewarded-count (var-get current-cycle-participants-count))
        (ok (list)))
      (ok (reward-all (rows-of-cycle principals hash))))
    ;;@ end
    ))

(define-private (reward-all
    (rows (list 900 {
      address: principal,
      row: (optional {
        stacking-address: principal,
        rewarded-address: principal,
        tracking-address: principal }) })))
  (let ((rewarded (fold reward-one rows
      { cycle-id: (var-get cycle-id),
        used-ratio: (get used-ratio (map-get? ratio-used { cycle-id: (var-get cycle-id) })),
        rewards: (var-get rewards-to-distribute),
        total-weights: (var-get total-weights-sum),
        count: u0,
        results: (list) })))
    (var-set participants-rewarded-count
      (+ (var-get participants-rewarded-count) (get count rewarded)))
    (get results rewarded)))

(define-private (reward-one
    (participant {
      address: principal,
      row: (optional {
        stacking-address: principal,
        rewarded-address: principal,
        tracking-address: principal }) })
    (rewarded {
      cycle-id: uint,
      used-ratio: (optional uint),
      rewards: uint,
      total-weights: uint,
      count: uint,
      results: (list 900 (response bool uint)) }))
  (let (
      (result (pay
        participant
        (get cycle-id rewarded)
        (get used-ratio rewarded)
        (get rewards rewarded)
        (get total-weights rewarded))))
    (merge rewarded {
      count: (+ (get count rewarded) (if (get counted result) u1 u0)),
      results: (unwrap-panic (as-max-len? (append (get results rewarded) (get result result))
        u900)) })))

;; Pays a tracking address with the first of its rows; the other rows of it are only marked.
(define-private (pay
    (participant {
      address: principal,
      row: (optional {
        stacking-address: principal,
        rewarded-address: principal,
        tracking-address: principal }) })
    (cycle uint)
    (ratio (optional uint))
    (rewards uint)
    (total-weights uint))
  (match (reward-details participant cycle ratio)
    details (let (
        (address (get address participant))
        (row (get row details))
        (tracking-address (get tracking-address row))
        (holding (get holding details))
        (first-of-tracking (not (get rewarded (get tracking details)))))
      (if (get rewarded holding)
        { counted: false, result: ERR_ALREADY_REWARDED }
        ;;@ pay-once
        ;; A transfer that fails leaves all marks behind: the row counts as rewarded for ever.
        (let ((amount (reward-of (get weight details) rewards total-weights)))
          (map-set participant-holding
            { cycle-id: cycle, address: address }
            (merge holding { rewarded: true, reward-amount: amount }))
          { counted: true,
            result: (if first-of-tracking
              (begin
                (record-payment
                  cycle (get rewarded-address row) tracking-address (get tracking details) amount)
                (print-payment cycle address row amount (get weight details)
                  (ratio-that-pays
                    (get amount (get tracking details))
                    (get stx details)
                    (get used-ratio details)
                    tracking-address))
                (if (> amount u0) (transfer-sbtc amount (get rewarded-address row)) (ok true)))
              (begin
                (print-payment cycle address row u0 u0 u0)
                (ok true))) })
        ;;@ end
        ))
    error { counted: false, result: (err error) }))

;; All that is known of a participant of this cycle, or the error of what is missing.
(define-private (reward-details
    (participant {
      address: principal,
      row: (optional {
        stacking-address: principal,
        rewarded-address: principal,
        tracking-address: principal }) })
    (cycle uint)
    (ratio (optional uint)))
  (let (
      (holding (unwrap! (map-get? participant-holding {
          cycle-id: cycle,
          address: (get address participant) })
        ERR_NOT_ENROLLED))
      (row (unwrap! (get row participant) ERR_NOT_ENROLLED))
      (stacking (unwrap! (map-get? stacking-holding {
          cycle-id: cycle,
          stacking-address: (get stacking-address row) })
        ERR_NOT_ENROLLED))
      (tracking (unwrap! (map-get? tracking-holding {
          cycle-id: cycle,
          tracking-address: (get tracking-address row) })
        ERR_NOT_ENROLLED))
      (weight (unwrap! (map-get? participant-weights {
          cycle-id: cycle,
          tracking-address: (get tracking-address row) })
        ERR_WEIGHTS_NOT_COMPUTED)))
    (ok {
      row: row,
      holding: holding,
      tracking: tracking,
      stx: (get amount stacking),
      weight: (get weight weight),
      used-ratio: (unwrap! ratio ERR_RATIOS_NOT_CONCLUDED) })))

(define-private (reward-of (weight uint) (rewards uint) (total-weights uint))
  (if (is-eq total-weights u0)
    u0
    (/ (* weight rewards) (* total-weights SCALING_FACTOR))))

(define-private (record-payment
    (cycle uint)
    (rewarded-address principal)
    (tracking-address principal)
    (tracking { amount: uint, rewarded: bool })
    (amount uint))
  (let ((key { cycle-id: cycle, rewarded-address: rewarded-address }))
    (map-set rewards-holding key {
      amount: (+ (default-to u0 (get amount (map-get? rewards-holding key))) amount) })
    (map-set tracking-holding
      { cycle-id: cycle, tracking-address: tracking-address }
      (merge tracking { rewarded: true }))))

(define-private (print-payment
    (cycle uint)
    (address principal)
    (row { stacking-address: principal, rewarded-address: principal, tracking-address: principal })
    (amount uint)
    (weight uint)
    (ratio uint))
  (print {
    amount: amount,
    cycle-id: cycle,
    enrolled-address: address,
    function-name: "distribute-rewards",
    ratio: ratio,
    reward-address: (get rewarded-address row),
    stacking-address: (get stacking-address row),
    tracking-address: (get tracking-address row),
    weight: weight }))

;; The personal ratio as far as it pays: not above the golden ratio, which a whitelisted tracking
;; address always has.
(define-private (ratio-that-pays
    (sbtc uint)
    (stx uint)
    (used-ratio uint)
    (tracking-address principal))
  (let ((own-ratio (if (is-eq sbtc u0) u0 (personal-ratio sbtc stx))))
    (if (or (is-whitelisted tracking-address) (> own-ratio used-ratio)) used-ratio own-ratio)))

(define-public (finalize-reward-distribution)
  (begin
    (try! (check-active))
    (try! (check-all-rewarded))
    (asserts! (var-get is-distribution-enabled) ERR_CANNOT_FINALIZE)
    (asserts! (not (is-distribution-finalized-for-current-cycle)) ERR_ALREADY_FINALIZED)
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      function-name: "finalize-reward-distribution" })
    (var-set last-operation-done u6)
    (map-set distribution-finalized-stx-block-height-when-called
      { cycle-id: (var-get cycle-id) }
      { stx-block-height: stacks-block-height })
    (ok true)))

;; =================================================================================================
;; Cycle: the next one The calendar is nominal: a cycle starts one cycle length after the last,
;; whenever the call comes. An overdue cycle is run like any other.
;; =================================================================================================

(define-public (advance-to-next-cycle (stx-block-height uint))
  (begin
    (try! (check-active))
    (asserts! (>= burn-block-height (var-get next-cycle-bitcoin-block-height))
      ERR_NOT_NEW_CYCLE_YET)
    (try! (check-all-rewarded))
    (asserts! (is-distribution-finalized-for-current-cycle) ERR_REWARDS_NOT_SENT_YET)
    (try! (check-brackets stx-block-height (var-get next-cycle-bitcoin-block-height)))
    ;;+ next-cycle-start-block
    (var-set current-cycle-bitcoin-block-height
      (+ (var-get current-cycle-bitcoin-block-height) (cycle-length)))
    (var-set cycle-id (+ (var-get cycle-id) u1))
    (start-cycle stx-block-height)
    (ok true)))

;; =================================================================================================
;; Administration
;; =================================================================================================

(define-public (update-admin (new-admin-address principal))
  (begin
    (try! (check-admin))
    (var-set admin new-admin-address)
    (print {
      admin-address: new-admin-address,
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      function-name: "update-admin" })
    (ok true)))

(define-public (update-min-sbtc-hold-required-for-enrollment (new-min-hold uint))
  (begin
    (try! (check-admin))
    ;;+ bound-minimum
    (var-set min-sbtc-hold-required-for-enrollment new-min-hold)
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      function-name: "update-min-enrollment",
      min-sbtc-hold-required-for-enrollment: new-min-hold })
    (ok true)))

;; The lengths act from the next cycle on. Changes made before the contract is initialized are lost.

(define-public (update-snapshot-length (updated-blocks-per-snapshot uint))
  (begin
    (try! (check-admin))
    ;;+ bound-snapshot-length
    (var-set next-blocks-per-snapshot updated-blocks-per-snapshot)
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      function-name: "update-snapshot-length",
      snapshot-length: updated-blocks-per-snapshot })
    (ok true)))

(define-public (update-snapshots-per-cycle (updated-snapshots-per-cycle uint))
  (begin
    (try! (check-admin))
    ;;+ bound-snapshots
    (var-set next-snapshots-per-cycle updated-snapshots-per-cycle)
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      function-name: "update-snapshots-per-cycle",
      snapshots-per-cycle: updated-snapshots-per-cycle })
    (ok true)))

(define-public (update-cycle-data
    (updated-snapshots-per-cycle uint)
    (updated-blocks-per-snapshot uint))
  (begin
    (try! (check-admin))
    ;;+ bound-lengths
    (var-set next-snapshots-per-cycle updated-snapshots-per-cycle)
    (var-set next-blocks-per-snapshot updated-blocks-per-snapshot)
    (print-cycle-data updated-snapshots-per-cycle updated-blocks-per-snapshot)
    (ok true)))

(define-private (print-cycle-data
    (updated-snapshots-per-cycle uint)
    (updated-blocks-per-snapshot uint))
  (print {
    bitcoin-block-height: burn-block-height,
    cycle-id: (var-get cycle-id),
    function-name: "update-cycle-data",
    snapshot-length: updated-blocks-per-snapshot,
    snapshots-per-cycle: updated-snapshots-per-cycle }))

;; The rest acts at once: on the distribution that is enabled next, whichever cycle that is.

(define-public (update-bitcoin-blocks-per-year (updated-bitcoin-blocks-per-year uint))
  (begin
    (try! (check-admin))
    ;;+ bound-year
    (var-set bitcoin-blocks-per-year updated-bitcoin-blocks-per-year)
    (print {
      bitcoin-block-height: burn-block-height,
      bitcoin-blocks-per-year: updated-bitcoin-blocks-per-year,
      cycle-id: (var-get cycle-id),
      function-name: "update-bitcoin-blocks-per-year" })
    (ok true)))

(define-public (update-APR (new-apr-one-eight uint))
  (begin
    (try! (check-admin))
    (asserts! (>= new-apr-one-eight MIN_APR_SCALED) ERR_APR_TOO_LOW)
    (asserts! (<= new-apr-one-eight MAX_APR_SCALED) ERR_APR_TOO_HIGH)
    (var-set APR new-apr-one-eight)
    (ok true)))

(define-public (update-yield-boost-multiplier (new-multiplier uint))
  (begin
    (try! (check-admin))
    (asserts! (>= new-multiplier MIN_MULTIPLIER) ERR_MULTIPLIER_TOO_LOW)
    (asserts! (<= new-multiplier MAX_MULTIPLIER) ERR_MULTIPLIER_TOO_HIGH)
    (var-set yield-boost-multiplier new-multiplier)
    (print {
      bitcoin-block-height: burn-block-height,
      cycle-id: (var-get cycle-id),
      function-name: "update-yield-boost-multiplier",
      max-boost: (+ new-multiplier u1),
      yield-boost-multiplier: new-multiplier })
    (ok true)))

(define-public (set-liquid-stacking (state bool))
  (begin
    (try! (check-admin))
    (var-set is-liquid-stacking-enabled state)
    (ok true)))

(define-public (emergency-withdraw-sbtc (amount uint) (recipient principal))
  (let ((balance (get-contract-sbtc-balance)))
    (try! (check-admin))
    (asserts! (and (> amount u0) (>= balance amount)) ERR_INSUFFICIENT_FUNDS)
    (print {
      amount: amount,
      bitcoin-block-height: burn-block-height,
      contract-balance: balance,
      cycle-id: (var-get cycle-id),
      function-name: "emergency-withdraw-sbtc",
      recipient: recipient })
    (transfer-sbtc amount recipient)))

;; =================================================================================================
;; Reads: cycle and snapshots
;; =================================================================================================

(define-read-only (get-current-cycle-id)
  (var-get cycle-id))

(define-read-only (cycle-data)
  { blocks-per-snapshot: (var-get blocks-per-snapshot),
    current-cycle-bitcoin-block-height: (var-get current-cycle-bitcoin-block-height),
    current-cycle-stacks-block-height: (var-get current-cycle-stacks-block-height),
    current-snapshot-index: (var-get current-snapshot-index),
    cycle-id: (var-get cycle-id),
    next-cycle-bitcoin-block-height: (var-get next-cycle-bitcoin-block-height),
    participants-count: (var-get current-cycle-participants-count),
    snapshots-per-cycle: (var-get snapshots-per-cycle) })

;; Aborts before the contract is initialized.
(define-read-only (get-cycle-current-state)
  { cycle-id: (var-get cycle-id),
    first-bitcoin-block: (var-get current-cycle-bitcoin-block-height),
    last-bitcoin-block: (- (var-get next-cycle-bitcoin-block-height) u1) })

(define-read-only (current-overview-data)
  { cycle-id: (var-get cycle-id),
    snapshot-index: (var-get current-snapshot-index),
    snapshots-per-cycle: (var-get snapshots-per-cycle) })

(define-read-only (get-yield-cycle-data (cycle uint))
  (map-get? yield-cycles-data { cycle-id: cycle }))

(define-read-only (snapshot-data)
  { blocks-per-snapshot: (var-get blocks-per-snapshot),
    current-snapshot-bitcoin-block-height: (var-get current-snapshot-bitcoin-block-height),
    current-snapshot-count: (var-get current-snapshot-count),
    current-snapshot-index: (var-get current-snapshot-index),
    current-snapshot-stacks-block-height: (var-get current-snapshot-stacks-block-height),
    current-snapshot-total-sbtc: (var-get current-snapshot-total-sbtc),
    current-snapshot-total-stx: (var-get current-snapshot-total-stx) })

(define-read-only (get-stacks-block-height-for-cycle-snapshot
    (checked-cycle-id uint)
    (checked-snapshot-id uint))
  (get stx-block-height (map-get? cycle-snapshot-to-stx-block-height {
    cycle-id: checked-cycle-id,
    snapshot-id: checked-snapshot-id })))

(define-read-only (get-bitcoin-block-height-for-cycle-snapshot
    (checked-cycle-id uint)
    (checked-snapshot-id uint))
  (get bitcoin-block-height-stored (map-get? cycle-snapshot-to-stx-block-height {
    cycle-id: checked-cycle-id,
    snapshot-id: checked-snapshot-id })))

(define-read-only (get-last-operation-state)
  (var-get last-operation-done))

(define-read-only (get-admin)
  (var-get admin))

(define-read-only (get-is-contract-active)
  (var-get is-contract-active))

(define-read-only (get-current-bitcoin-block-height)
  burn-block-height)

;; The next height that something waits for. At the last snapshot that is the start of the next
;; cycle.
(define-read-only (get-next-action-bitcoin-height)
  (if (var-get is-contract-active)
    (+ (var-get current-snapshot-bitcoin-block-height) (var-get blocks-per-snapshot))
    (var-get current-cycle-bitcoin-block-height)))

;; =================================================================================================
;; Reads: enrollment
;; =================================================================================================

(define-read-only (is-enrolled-in-next-cycle (address principal))
  (is-some (get-row address)))

(define-read-only (is-enrolled-this-cycle (address principal))
  (is-some (row-of-this-cycle address)))

(define-read-only (get-is-blacklisted (address principal))
  (is-some (map-get? blacklist { address: address })))

(define-read-only (get-is-blacklisted-list (addresses (list 900 principal)))
  (map get-is-blacklisted addresses))

(define-read-only (get-is-whitelisted-defi (address principal))
  (is-whitelisted address))

(define-read-only (get-latest-reward-address (address principal))
  (get rewarded-address (get-row address)))

(define-read-only (get-minimum-enrollment-amount)
  (var-get min-sbtc-hold-required-for-enrollment))

;;@ participant-cycle-info
(define-read-only (get-participant-cycle-info (address principal) (cycle uint))
  (let (
      (started (unwrap! (map-get? yield-cycles-data { cycle-id: cycle }) ERR_CYCLE_IN_FUTURE))
      (row (unwrap! (row-at address (get start-stx-block-height started)) ERR_NOT_ENROLLED)))
    (ok {
      participant-data: (some row),
      holding-data: (map-get? participant-holding { cycle-id: cycle, address: address }),
      tracking-data: (map-get? tracking-holding {
        cycle-id: cycle,
        tracking-address: (get tracking-address row) }),
      stacking-data: (map-get? stacking-holding {
        cycle-id: cycle,
        stacking-address: (get stacking-address row) }) })))
;;@ end

;; =================================================================================================
;; Reads: ratio, weights, rewards
;; =================================================================================================

;; Of the sender's own proposal.
(define-read-only (get-ratio-data)
  (let ((proposal (unwrap! (own-proposal) ERR_RATIO_NOT_PROPOSED)))
    (ok {
      nr-snapshots: (var-get snapshots-per-cycle),
      sbtc-above: (get sbtc-above proposal),
      sbtc-below: (get sbtc-below proposal),
      sbtc-total-totals: (var-get current-cycle-total-sbtc) })))

(define-read-only (get-weight-computation-status)
  { are-weights-computed: (var-get are-weights-computed),
    cycle-id: (var-get cycle-id),
    total-weights-sum: (var-get total-weights-sum) })

(define-read-only (get-participant-weight (cycle uint) (tracking-addr principal))
  (map-get? participant-weights { cycle-id: cycle, tracking-address: tracking-addr }))

(define-read-only (get-reward-distribution-status)
  { is-distribution-enabled: (var-get is-distribution-enabled),
    participants-rewarded-count: (var-get participants-rewarded-count) })

(define-read-only (is-distribution-ready)
  (var-get is-distribution-enabled))

(define-read-only (reward-amount-for-cycle-and-address (wanted-cycle-id uint) (address principal))
  (get reward-amount (map-get? participant-holding {
    cycle-id: wanted-cycle-id,
    address: address })))

(define-read-only (reward-amount-for-cycle-and-reward-address
    (wanted-cycle-id uint)
    (reward-address principal))
  (get amount (map-get? rewards-holding {
    cycle-id: wanted-cycle-id,
    rewarded-address: reward-address })))

(define-read-only (is-distribution-finalized-for-current-cycle)
  (is-some (get-distribution-finalized-at-height (var-get cycle-id))))

(define-read-only (get-distribution-finalized-at-height (wanted-cycle-id uint))
  (map-get? distribution-finalized-stx-block-height-when-called { cycle-id: wanted-cycle-id }))

(define-read-only (get-contract-sbtc-balance)
  (sbtc-of (as-contract tx-sender)))

(define-read-only (get-apr-data)
  (let ((max-boost (+ (var-get yield-boost-multiplier) u1)))
    { MAX_APR: (var-get APR), MIN_APR: (/ (var-get APR) max-boost), MULTIPLIER: max-boost }))

(define-read-only (nr-cycles-year)
  (/ (var-get bitcoin-blocks-per-year) (cycle-length)))

(define-read-only (cycle-percentage-rate)
  (/ (var-get APR) (nr-cycles-year)))

;; =================================================================================================
;; Reads: stacked STX
;; =================================================================================================

(define-read-only (get-amount-stx-stacked (address principal))
  (native-stx-of address))

;;@ stacked-reads
(define-read-only (get-amount-stx-stacked-at-block-height
    (address principal)
    (stx-block-height uint))
  (at-block (unwrap-panic (block-hash stx-block-height)) (native-stx-of address)))

(define-read-only (get-amount-stacked-at-block-height (address principal) (stx-block-height uint))
  (let (
      (count-liquid
        (and
          (var-get is-liquid-stacking-enabled)
          (>= stx-block-height (contract-call? .liquid-stacking-v1_0_1 get-first-height)))))
    (at-block (unwrap-panic (block-hash stx-block-height)) (stacked-stx-of address count-liquid))))

(define-read-only (get-amount-stacked-at-block-height-mainnet
    (address principal)
    (stx-block-height uint))
  (get-amount-stacked-at-block-height address stx-block-height))

(define-read-only (get-amount-stacked-now (address principal))
  (get-amount-stacked-at-block-height address (- stacks-block-height u1)))
;;@ end
