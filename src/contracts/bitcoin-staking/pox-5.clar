;; Bitcoin Staking (PoX-5)
;;
;; Miners' Bitcoin arrives as sBTC on this contract's balance. Twice per reward cycle anybody may
;; book what has arrived (`calculate-rewards`): bonds are paid up to their target, 15 % of the rest
;; goes to a reserve, and 85 % to everybody who stakes STX only. Nothing is sent: amounts are booked
;; as rewards per share of a (reward cycle, leg). A leg is `none` (STX only; shares in uSTX) or
;; `(some bond-index)` (shares in sats).
;;
;; Holders stake to a signer manager, a contract. The manager pulls its share of a cycle
;; (`claim-rewards`) and settles its holders one by one (`claim-staker-rewards-for-signer`).
;;
;; The node moves the lock of the holder's STX after each `(ok ...)` of `stake`, `stake-update`,
;; `unstake` and `register-for-bond`: it reads `staker`, `amount-ustx` and `unlock-burn-height` of
;; the answer [bitcoin-staking 4.9].
;;
;; Clarity 6, epoch 4.0.
;;
;; Every public function runs in the order in which it reads: values, checks, effects, one print.
;; The order of the checks decides which error a caller gets, and an abort while the values are
;; computed wins over every error [bitcoin-staking 1.5].

;; =================================================================================================
;; Constants [bitcoin-staking 3.1]
;; =================================================================================================

;; A bond runs for twelve cycles; one begins every second cycle, so six overlap.
(define-constant BOND_LENGTH_CYCLES u12)
(define-constant BOND_GAP_CYCLES u2)
(define-constant MAX_NUM_CYCLES u96)

;; A manager with less delegated STX is not in the signer set of the cycle: 50,000 STX.
(define-constant SIGNER_SET_MIN_USTX u50000000000)

;; Rewards per share carry 18 decimals.
(define-constant PRECISION u1000000000000000000)
(define-constant BASIS_POINTS u10000)
(define-constant RESERVE_RATIO u1500)
(define-constant DISTRIBUTIONS_PER_YEAR u50)

;; Bitcoin reads lock heights from this number on as times.
(define-constant BITCOIN_LOCK_TIME_THRESHOLD u500000000)
;; The first number that does not fit the five bytes of a lock height in a script (the top bit is
;; the sign).
(define-constant SCRIPT_NUMBER_LIMIT u549755813888)

(define-constant SIP018_PREFIX 0x534950303138)
(define-constant GRANT_DOMAIN_HASH
  (sha256 (unwrap-panic (to-consensus-buff?
    { name: "pox-5-signer", version: "1.0.0", chain-id: chain-id }))))

(define-constant INITIAL_ADMIN
  (if is-in-mainnet
    'SP72DMR3MJKS7RVBY33JVV7EEJSQ1PYDVKDP10FX
    'ST000000000000000000002AMW42H))

;; Folds over the cycles of a position run over a slice of these offsets.
(define-constant CYCLE_OFFSETS (list
  u0 u1 u2 u3 u4 u5 u6 u7 u8 u9 u10 u11 u12 u13 u14 u15 u16 u17 u18 u19 u20 u21 u22 u23
  u24 u25 u26 u27 u28 u29 u30 u31 u32 u33 u34 u35 u36 u37 u38 u39 u40 u41 u42 u43 u44 u45 u46 u47
  u48 u49 u50 u51 u52 u53 u54 u55 u56 u57 u58 u59 u60 u61 u62 u63 u64 u65 u66 u67 u68 u69 u70 u71
  u72 u73 u74 u75 u76 u77 u78 u79 u80 u81 u82 u83 u84 u85 u86 u87 u88 u89 u90 u91 u92 u93 u94 u95))

;; =================================================================================================
;; Errors [bitcoin-staking 3.2]. Numbers 1, 2 and 3 also come from the sBTC token (balance too low,
;; same principal, amount 0) and from the Bitcoin parser (transaction, output, script too long).
;; =================================================================================================

(define-constant ERR_UNAUTHORIZED (err u1))
(define-constant ERR_CANNOT_SETUP_BOND_TOO_SOON (err u2))
(define-constant ERR_CANNOT_SETUP_BOND_TOO_LATE (err u3))
(define-constant ERR_BOND_ALREADY_SETUP (err u4))
(define-constant ERR_STAKER_ALREADY_ADDED (err u5))
(define-constant ERR_BOND_NOT_FOUND (err u7))
(define-constant ERR_INSUFFICIENT_STX (err u8))
(define-constant ERR_ALREADY_REGISTERED (err u9))
(define-constant ERR_TOO_MUCH_SATS (err u10))
(define-constant ERR_NOT_ALLOWLISTED (err u11))
(define-constant ERR_SIGNER_KEY_GRANT_USED (err u12))
(define-constant ERR_INVALID_SIGNATURE_RECOVER (err u13))
(define-constant ERR_INVALID_SIGNATURE_PUBKEY (err u14))
(define-constant ERR_SIGNER_KEY_GRANT_NOT_FOUND (err u17))
(define-constant ERR_ALREADY_STAKED (err u19))
(define-constant ERR_INVALID_NUM_CYCLES (err u20))
(define-constant ERR_SIGNER_NOT_FOUND (err u23))
(define-constant ERR_INVALID_START_BURN_HEIGHT (err u24))
(define-constant ERR_UNAUTHORIZED_SIGNER_REGISTRATION (err u26))
(define-constant ERR_NOT_STAKING (err u27))
(define-constant ERR_UNSTAKE_IN_PREPARE_PHASE (err u28))
(define-constant ERR_INVALID_BOND_PERIOD_ORDERING (err u29))
(define-constant ERR_DISTRIBUTION_ALREADY_COMPUTED (err u30))
(define-constant ERR_BOND_NOT_ACTIVE (err u31))
(define-constant ERR_NO_CLAIMABLE_REWARDS (err u32))
(define-constant ERR_ACTIVE_BOND_NOT_INCLUDED (err u33))
(define-constant ERR_NOT_BOND_PARTICIPANT (err u34))
(define-constant ERR_CANNOT_ANNOUNCE_L1_EARLY_UNLOCK (err u35))
(define-constant ERR_INVALID_OLD_SIGNER_MANAGER (err u36))
(define-constant ERR_INVALID_UNSTAKE_SBTC_AMOUNT (err u37))
(define-constant ERR_CANNOT_UNSTAKE_SBTC (err u38))
(define-constant ERR_READ_TX_OUT_OF_BOUNDS (err u39))
(define-constant ERR_INVALID_BTC_HEADER (err u40))
(define-constant ERR_INVALID_MERKLE_PROOF (err u41))
(define-constant ERR_INVALID_LOCKUP_SCRIPT (err u42))
(define-constant ERR_BOND_ALREADY_STARTED (err u43))
(define-constant ERR_UPDATE_BOND_SAME_SIGNER (err u44))
(define-constant ERR_INVALID_LOCKUP_AMOUNT (err u45))
(define-constant ERR_DUPLICATE_LOCKUP_OUTPOINT (err u46))
(define-constant ERR_STAKE_IN_PREPARE_PHASE (err u47))
(define-constant ERR_ROLLOVER_TOO_EARLY (err u48))
(define-constant ERR_REENTRANT_CALL (err u49))
(define-constant ERR_L1_EARLY_EXIT_ALREADY_ANNOUNCED (err u50))
(define-constant ERR_INVALID_UNLOCK_HEIGHT (err u52))
(define-constant ERR_REWARDS_PAUSED (err u53))

;; =================================================================================================
;; State [bitcoin-staking 2]
;; =================================================================================================

;; A signer manager is asked before anybody stakes or registers a bond with it
;; [bitcoin-staking 7.1]. For a stake, `first-index` and `num-indexes` count reward cycles; for a
;; bond they are its index and 1. Any `(ok ...)` accepts; an error becomes the error of the call.
(define-trait signer-manager-trait (
  (validate-stake!
    ;; staker, first-index, num-indexes, amount-ustx, amount-sats, is-bond, signer-calldata
    (principal uint uint uint uint bool (optional (buff 500)))
    (response bool uint))))

;; Roles, and the pause, which cannot be lifted
(define-data-var bond-admin principal INITIAL_ADMIN)
(define-data-var pause-admin principal INITIAL_ADMIN)
(define-data-var rewards-paused bool false)

;; Clock: set once, when the node starts the contract
(define-data-var configured bool false)
(define-data-var first-burnchain-block-height uint u0)
(define-data-var pox-prepare-cycle-length uint (if is-in-mainnet u100 u50))
(define-data-var pox-reward-cycle-length uint (if is-in-mainnet u2100 u1050))
(define-data-var first-pox-5-reward-cycle uint u0)
(define-data-var first-bond-period-cycle uint u0)

;; How this contract's sBTC is made up, in sats: rewards booked to legs and not yet pulled, the
;; reserve, and the stakes of bonds. The rest of the balance is newly arrived income.
(define-data-var last-accounted-rewards-only uint u0)
(define-data-var reserve-balance uint u0)
(define-data-var total-sbtc-staked uint u0)
(define-data-var last-reward-compute-height uint u0)

;; True while a manager is being asked: every other call is refused then.
(define-data-var signer-manager-call-active bool false)

;; Bonds
(define-map protocol-bonds uint
  { target-rate: uint,
    stx-value-ratio: uint,
    min-ustx-ratio: uint,
    early-unlock-bytes: (buff 683) })
(define-map protocol-bond-allowances { bond-index: uint, staker: principal } uint)
(define-map protocol-bond-memberships principal
  { bond-index: uint, amount-ustx: uint, signer: principal, is-l1-lock: bool, amount-sats: uint })
(define-map protocol-bonds-total-staked uint uint)
(define-map protocol-bond-l1-early-exit-announced { bond-index: uint, staker: principal } bool)

;; Signer keys of managers
(define-map signer-key-grants { signer-key: (buff 33), signer-manager: principal } bool)
(define-map used-signer-key-grants
  { signer-key: (buff 33), signer-manager: principal, auth-id: uint }
  bool)
(define-map signers principal (buff 33))

;; Positions, of stakes and bonds alike unless stated
(define-map staker-info principal
  { amount-ustx: uint, first-reward-cycle: uint, num-cycles: uint, signer: principal })
(define-map staker-signer-cycle-memberships
  { staker: principal, cycle: uint }
  { amount-ustx: uint, signer: principal })
(define-map signer-delegated-per-cycle { signer: principal, cycle: uint } uint)
;; Of stakes only, also below the threshold
(define-map signer-pending-staked-ustx-per-cycle { signer: principal, cycle: uint } uint)
(define-map ustx-delegated-per-cycle uint uint)

;; Rewards of a (cycle, leg) per share, and shares of all, of a manager, of a holder under a manager
(define-map rewards-per-token-for-cycle { reward-cycle: uint, bond-index: (optional uint) } uint)
(define-map total-shares-staked-for-cycle { reward-cycle: uint, bond-index: (optional uint) } uint)
(define-map signer-shares-staked-for-cycle
  { reward-cycle: uint, bond-index: (optional uint), signer: principal }
  uint)
(define-map staker-shares-staked-for-cycle
  { reward-cycle: uint, bond-index: (optional uint), staker: principal, signer: principal }
  uint)

;; A manager's earnings at its last settlement, and the rewards per share they were settled at
(define-map signer-rewards-per-token-settled-for-cycle
  { reward-cycle: uint, bond-index: (optional uint), signer: principal }
  uint)
(define-map signer-unclaimed-rewards-for-cycle
  { reward-cycle: uint, bond-index: (optional uint), signer: principal }
  uint)

;; The rewards per share that a manager's holders are measured by, and the same pair for a holder
(define-map signer-rewards-per-token-for-cycle
  { signer: principal, reward-cycle: uint, bond-index: (optional uint) }
  uint)
(define-map staker-rewards-per-token-settled-for-cycle
  { reward-cycle: uint, bond-index: (optional uint), signer: principal, staker: principal }
  uint)
(define-map staker-unclaimed-rewards-for-cycle
  { reward-cycle: uint, bond-index: (optional uint), signer: principal, staker: principal }
  uint)

;; The signer set of a cycle: a doubly linked list in order of entry
(define-map signer-set-ll-first-for-cycle uint principal)
(define-map signer-set-ll-last-for-cycle uint principal)
(define-map signer-set-ll-for-cycle
  { cycle: uint, signer: principal }
  { prev: (optional principal), next: (optional principal) })

;; =================================================================================================
;; Roles and set-up [bitcoin-staking 4.15]
;; =================================================================================================

;; The node calls this once, when epoch 4.0 begins.
(define-public (set-burnchain-parameters
    (first-burn-height uint)
    (prepare-cycle-length uint)
    (reward-cycle-length uint)
    (begin-pox5-reward-cycle uint))
  (begin
    ;; A second call aborts.
    (unwrap-panic (if (var-get configured) none (some true)))
    (var-set configured true)
    (var-set first-burnchain-block-height first-burn-height)
    (var-set pox-prepare-cycle-length prepare-cycle-length)
    (var-set pox-reward-cycle-length reward-cycle-length)
    (var-set first-pox-5-reward-cycle begin-pox5-reward-cycle)
    (var-set first-bond-period-cycle begin-pox5-reward-cycle)
    (ok true)))

(define-public (set-bond-admin (new-admin principal))
  (let ((admins { old-admin: (var-get bond-admin), new-admin: new-admin }))
    (asserts! (is-eq contract-caller (get old-admin admins)) ERR_UNAUTHORIZED)
    (try! (assert-no-manager-call))
    (var-set bond-admin new-admin)
    (print (merge admins { topic: "set-bond-admin" }))
    (ok admins)))

(define-public (set-pause-admin (new-admin principal))
  (let ((admins { old-admin: (var-get pause-admin), new-admin: new-admin }))
    (asserts! (is-eq contract-caller (get old-admin admins)) ERR_UNAUTHORIZED)
    (try! (assert-no-manager-call))
    (var-set pause-admin new-admin)
    (print (merge admins { topic: "set-pause-admin" }))
    (ok admins)))

;; Stops managers from pulling rewards, for good. Everything else continues.
(define-public (pause-rewards)
  (begin
    (asserts! (is-eq contract-caller (var-get pause-admin)) ERR_UNAUTHORIZED)
    (try! (assert-no-manager-call))
    (var-set rewards-paused true)
    (print { topic: "pause-rewards" })
    (ok true)))

;; =================================================================================================
;; Clock [bitcoin-staking 1.3]: heights below the first abort
;; =================================================================================================

(define-read-only (burn-height-to-reward-cycle (height uint))
  (/ (- height (var-get first-burnchain-block-height)) (var-get pox-reward-cycle-length)))

(define-read-only (reward-cycle-to-burn-height (cycle uint))
  (+ (var-get first-burnchain-block-height) (* cycle (var-get pox-reward-cycle-length))))

(define-read-only (current-pox-reward-cycle)
  (burn-height-to-reward-cycle burn-block-height))

(define-read-only (get-first-pox-5-reward-cycle)
  (var-get first-pox-5-reward-cycle))

(define-read-only (burn-height-to-distribution-index (height uint))
  (/ (- height (var-get first-burnchain-block-height)) (distribution-cycle-length)))

(define-read-only (distribution-cycle-to-burn-height (cycle uint))
  (+ (var-get first-burnchain-block-height) (* cycle (distribution-cycle-length))))

(define-read-only (current-distribution-cycle)
  (burn-height-to-distribution-index burn-block-height))

(define-private (distribution-cycle-length)
  (/ (var-get pox-reward-cycle-length) u2))

;; Whether the shares of the next cycle are frozen
(define-read-only (is-in-prepare-phase (current-cycle uint))
  (>= burn-block-height
    (- (reward-cycle-to-burn-height (+ current-cycle u1)) (var-get pox-prepare-cycle-length))))

(define-read-only (bond-period-to-reward-cycle (bond-index uint))
  (+ (var-get first-bond-period-cycle) (* bond-index BOND_GAP_CYCLES)))

(define-read-only (bond-period-to-burn-height (bond-index uint))
  (reward-cycle-to-burn-height (bond-period-to-reward-cycle bond-index)))

;; The first cycle after a bond
(define-private (bond-end-cycle (bond-index uint))
  (+ (bond-period-to-reward-cycle bond-index) BOND_LENGTH_CYCLES))

;; The Bitcoin of an L1 leg may unlock half a cycle before the bond ends. From this height on, a
;; member may also roll over into another position.
(define-read-only (get-bond-l1-unlock-height (bond-index uint))
  (- (reward-cycle-to-burn-height (bond-end-cycle bond-index)) (distribution-cycle-length)))

(define-read-only (is-bond-active-at-height (bond-index uint) (height uint))
  (and
    (is-some (map-get? protocol-bonds bond-index))
    (< (bond-period-to-burn-height bond-index) height)
    (<= height (reward-cycle-to-burn-height (bond-end-cycle bond-index)))))

(define-read-only (get-pox-info)
  (ok {
    min-amount-ustx: SIGNER_SET_MIN_USTX,
    reward-cycle-id: (current-pox-reward-cycle),
    prepare-cycle-length: (var-get pox-prepare-cycle-length),
    first-burnchain-block-height: (var-get first-burnchain-block-height),
    reward-cycle-length: (var-get pox-reward-cycle-length),
    total-liquid-supply-ustx: stx-liquid-supply }))

(define-read-only (check-pox-lock-period (num-cycles uint))
  (and (>= num-cycles u1) (<= num-cycles MAX_NUM_CYCLES)))

(define-read-only (clamp (value uint) (min uint) (max uint))
  (if (< value min) min (if (> value max) max value)))

;; =================================================================================================
;; Checks shared by several functions
;; =================================================================================================

(define-private (assert-no-manager-call)
  (ok (asserts! (not (var-get signer-manager-call-active)) ERR_REENTRANT_CALL)))

(define-private (assert-not-in-prepare-phase)
  (ok (asserts! (not (is-in-prepare-phase (current-pox-reward-cycle))) ERR_STAKE_IN_PREPARE_PHASE)))

;; Asks the manager whether it accepts the position [bitcoin-staking 7.1]. While it is asked, this
;; function cannot run again, so callers check first that no manager is being asked.
(define-private (ask-manager
    (manager <signer-manager-trait>)
    (position
      { first-index: uint, num-indexes: uint, amount-ustx: uint, amount-sats: uint, is-bond: bool })
    (calldata (optional (buff 500))))
  (begin
    (var-set signer-manager-call-active true)
    (try! (contract-call? manager validate-stake!
      tx-sender
      (get first-index position)
      (get num-indexes position)
      (get amount-ustx position)
      (get amount-sats position)
      (get is-bond position)
      calldata))
    (ok (var-set signer-manager-call-active false))))

;; A manager whose key lost its grant accepts no new stake.
(define-private (assert-key-granted (signer principal))
  (verify-signer-key-grant signer (unwrap! (map-get? signers signer) ERR_SIGNER_NOT_FOUND)))

(define-private (total-ustx-of (staker principal))
  (let ((account (stx-account staker)))
    (+ (get locked account) (get unlocked account))))

;; =================================================================================================
;; Staking STX [bitcoin-staking 4.1, 4.2, 4.3]
;; =================================================================================================

;; Stakes from the next cycle on. Returns the sBTC that an ended bond has left here.
(define-public (stake
    (signer-manager <signer-manager-trait>)
    (amount-ustx uint)
    (num-cycles uint)
    (start-burn-ht uint)
    (signer-calldata (optional (buff 500))))
  (let (
      (staker tx-sender)
      (signer (contract-of signer-manager))
      (first-reward-cycle (+ (current-pox-reward-cycle) u1))
      (unlock-cycle (+ first-reward-cycle num-cycles))
      (old-membership (map-get? protocol-bond-memberships staker))
      (old-sbtc (get-staker-custodied-sbtc staker))
      (total-ustx (total-ustx-of staker)))
    (try! (assert-not-in-prepare-phase))
    (try! (assert-no-manager-call))
    (try! (ask-manager signer-manager
      { first-index: first-reward-cycle,
        num-indexes: num-cycles,
        amount-ustx: amount-ustx,
        amount-sats: u0,
        is-bond: false }
      signer-calldata))
    (try! (assert-key-granted signer))
    (asserts! (is-eq (+ (burn-height-to-reward-cycle start-burn-ht) u1) first-reward-cycle)
      ERR_INVALID_START_BURN_HEIGHT)
    (asserts! (check-pox-lock-period num-cycles) ERR_INVALID_NUM_CYCLES)
    (asserts! (is-none (get-staker-info staker)) ERR_ALREADY_STAKED)
    (asserts! (not (bond-overlaps-new-position? old-membership first-reward-cycle))
      ERR_ALREADY_STAKED)
    (asserts! (can-leave-bond old-membership) ERR_ROLLOVER_TOO_EARLY)
    (asserts! (>= total-ustx amount-ustx) ERR_INSUFFICIENT_STX)
    (try! (change-custodied-sbtc staker old-sbtc u0))
    (add-cycles staker signer amount-ustx true first-reward-cycle num-cycles)
    (map-set staker-info staker
      { amount-ustx: amount-ustx,
        first-reward-cycle: first-reward-cycle,
        num-cycles: num-cycles,
        signer: signer })
    (map-delete protocol-bond-memberships staker)
    (let ((result
        { signer: signer,
          staker: staker,
          amount-ustx: amount-ustx,
          num-cycles: num-cycles,
          first-reward-cycle: first-reward-cycle,
          unlock-burn-height: (reward-cycle-to-burn-height unlock-cycle),
          unlock-cycle: unlock-cycle }))
      (print (merge result { topic: "stake" }))
      (ok result))))

;; Extends, increases, or changes the manager or only its calldata, from the next cycle on.
;; Extending also undoes an unstake.
(define-public (stake-update
    (signer-manager <signer-manager-trait>)
    (old-signer-manager <signer-manager-trait>)
    (cycles-to-extend uint)
    (amount-increase uint)
    (signer-calldata (optional (buff 500))))
  (let (
      (staker tx-sender)
      (signer (contract-of signer-manager))
      (info (unwrap! (get-staker-info staker) ERR_NOT_STAKING))
      (next-cycle (+ (current-pox-reward-cycle) u1))
      (prev-unlock-cycle (+ (get first-reward-cycle info) (get num-cycles info)))
      (unlock-cycle (+ prev-unlock-cycle cycles-to-extend))
      (amount-ustx (+ (get amount-ustx info) amount-increase))
      (num-cycles (- unlock-cycle next-cycle)))
    (try! (assert-not-in-prepare-phase))
    (try! (assert-no-manager-call))
    (try! (ask-manager signer-manager
      { first-index: next-cycle,
        num-indexes: num-cycles,
        amount-ustx: amount-ustx,
        amount-sats: u0,
        is-bond: false }
      signer-calldata))
    (asserts! (is-eq (contract-of old-signer-manager) (get signer info))
      ERR_INVALID_OLD_SIGNER_MANAGER)
    (try! (assert-key-granted signer))
    (asserts! (check-pox-lock-period num-cycles) ERR_INVALID_NUM_CYCLES)
    (asserts! (>= (get unlocked (stx-account staker)) amount-increase) ERR_INSUFFICIENT_STX)
    (try! (remove-cycles staker next-cycle (- prev-unlock-cycle next-cycle)))
    (add-cycles staker signer amount-ustx true next-cycle num-cycles)
    (map-set staker-info staker
      { amount-ustx: amount-ustx,
        first-reward-cycle: (get first-reward-cycle info),
        num-cycles: (+ (get num-cycles info) cycles-to-extend),
        signer: signer })
    (let ((result
        { unlock-burn-height: (reward-cycle-to-burn-height unlock-cycle),
          staker: staker,
          signer: signer,
          old-signer: (get signer info),
          ;; A cycle, in spite of its name
          prev-unlock-height: prev-unlock-cycle,
          unlock-cycle: unlock-cycle,
          num-cycles: num-cycles,
          amount-ustx: amount-ustx,
          amount-increase: amount-increase,
          cycles-to-extend: cycles-to-extend }))
      (print (merge result { topic: "stake-update" }))
      (ok result))))

;; Ends the stake with the current cycle. Until then the record still counts as running.
(define-public (unstake (old-signer-manager <signer-manager-trait>))
  (let (
      (staker tx-sender)
      (info (unwrap! (get-staker-info staker) ERR_NOT_STAKING))
      (current-cycle (current-pox-reward-cycle))
      (unlock-cycle (+ current-cycle u1))
      (prev-unlock-cycle (+ (get first-reward-cycle info) (get num-cycles info))))
    (asserts! (is-eq (contract-of old-signer-manager) (get signer info))
      ERR_INVALID_OLD_SIGNER_MANAGER)
    (asserts! (not (is-in-prepare-phase current-cycle)) ERR_UNSTAKE_IN_PREPARE_PHASE)
    (try! (assert-no-manager-call))
    (try! (remove-cycles staker unlock-cycle (- prev-unlock-cycle unlock-cycle)))
    (map-set staker-info staker
      (merge info { num-cycles: (- unlock-cycle (get first-reward-cycle info)) }))
    (let ((result
        { staker: staker,
          signer: (get signer info),
          amount-ustx: (get amount-ustx info),
          first-reward-cycle: (get first-reward-cycle info),
          unlock-cycle: unlock-cycle,
          unlock-burn-height: (reward-cycle-to-burn-height unlock-cycle) }))
      (print (merge result { topic: "unstake" }))
      (ok result))))

;; `none` once the stake has expired, although its record may remain
(define-read-only (get-staker-info (staker principal))
  (match (map-get? staker-info staker)
    info (if (>= (current-pox-reward-cycle)
        (+ (get first-reward-cycle info) (get num-cycles info)))
      none
      (some info))
    none))

(define-read-only (get-signer-cycle-membership (staker principal) (cycle uint))
  (map-get? staker-signer-cycle-memberships { staker: staker, cycle: cycle }))

;; =================================================================================================
;; Cycles of a position [bitcoin-staking 4.10]
;; =================================================================================================

(define-private (cycle-offsets (count uint))
  (unwrap-panic (slice? CYCLE_OFFSETS u0 count)))

;; Delegates the position's uSTX to the manager in `count` cycles. They are also shares of the STX
;; leg when it is a stake; of a bond they are not.
(define-private (add-cycles
    (staker principal)
    (signer principal)
    (amount-ustx uint)
    (is-stake bool)
    (first-cycle uint)
    (count uint))
  (fold add-cycle (cycle-offsets count)
    { staker: staker,
      signer: signer,
      amount-ustx: amount-ustx,
      staked-ustx: (if is-stake amount-ustx u0),
      first-cycle: first-cycle }))

(define-private (add-cycle
    (offset uint)
    (position
      { staker: principal,
        signer: principal,
        amount-ustx: uint,
        staked-ustx: uint,
        first-cycle: uint }))
  (let (
      (staker (get staker position))
      (signer (get signer position))
      (cycle (+ (get first-cycle position) offset))
      (amount (get amount-ustx position))
      (staked (get staked-ustx position))
      (old-delegated (get-amount-delegated-for-signer signer cycle))
      (new-delegated (+ old-delegated amount))
      (new-pending (+ (get-signer-pending-staked-ustx-per-cycle signer cycle) staked))
      (total-shares (get-total-shares-staked-for-cycle cycle none)))
    (settle-signer signer cycle none)
    (if (> (get-staker-shares-staked-for-cycle staker cycle none signer) u0)
      (settle-staker signer cycle none staker)
      true)
    (if (>= new-delegated SIGNER_SET_MIN_USTX)
      (begin
        (set-signer-shares signer cycle none new-pending)
        (if (< old-delegated SIGNER_SET_MIN_USTX)
          ;; Everybody who staked with the manager before joins with it.
          (begin
            (add-signer-to-set signer cycle)
            (set-total-shares cycle none (+ total-shares new-pending)))
          (set-total-shares cycle none (+ total-shares staked))))
      true)
    (map-set staker-signer-cycle-memberships { staker: staker, cycle: cycle }
      { amount-ustx: amount, signer: signer })
    (map-set signer-delegated-per-cycle { signer: signer, cycle: cycle } new-delegated)
    (map-set signer-pending-staked-ustx-per-cycle { signer: signer, cycle: cycle } new-pending)
    (map-set ustx-delegated-per-cycle cycle (+ (get-ustx-delegated-for-cycle cycle) amount))
    (set-staker-shares staker cycle none signer staked)
    (mark-staker-settled signer cycle none staker)
    position))

;; Takes the position out of `count` cycles, whichever manager it has in each.
(define-private (remove-cycles (staker principal) (first-cycle uint) (count uint))
  (fold remove-cycle (cycle-offsets count)
    (ok { staker: staker, first-cycle: first-cycle })))

(define-private (remove-cycle
    (offset uint)
    (result (response { staker: principal, first-cycle: uint } uint)))
  (let (
      (position (try! result))
      (staker (get staker position))
      (cycle (+ (get first-cycle position) offset))
      (membership (unwrap! (get-signer-cycle-membership staker cycle) ERR_NOT_STAKING))
      (signer (get signer membership))
      (amount (get amount-ustx membership))
      ;; 0 for a bond
      (staked (get-staker-shares-staked-for-cycle staker cycle none signer))
      (new-delegated (- (get-amount-delegated-for-signer signer cycle) amount)))
    (settle-signer signer cycle none)
    (settle-staker signer cycle none staker)
    (if (signer-set-contains-for-cycle signer cycle)
      (let ((signer-shares (get-signer-shares-staked-for-cycle signer cycle none))
          (total-shares (get-total-shares-staked-for-cycle cycle none)))
        (if (< new-delegated SIGNER_SET_MIN_USTX)
          ;; Below the threshold nobody who staked with the manager earns.
          (begin
            (remove-signer-from-set signer cycle)
            (set-total-shares cycle none (- total-shares signer-shares))
            (set-signer-shares signer cycle none u0))
          (begin
            (set-total-shares cycle none (- total-shares staked))
            (set-signer-shares signer cycle none (- signer-shares staked)))))
      true)
    (map-delete staker-signer-cycle-memberships { staker: staker, cycle: cycle })
    (map-delete staker-shares-staked-for-cycle
      { reward-cycle: cycle, bond-index: none, staker: staker, signer: signer })
    (map-set signer-delegated-per-cycle { signer: signer, cycle: cycle } new-delegated)
    (map-set signer-pending-staked-ustx-per-cycle { signer: signer, cycle: cycle }
      (- (get-signer-pending-staked-ustx-per-cycle signer cycle) staked))
    (map-set ustx-delegated-per-cycle cycle (- (get-ustx-delegated-for-cycle cycle) amount))
    (ok position)))

(define-read-only (get-amount-delegated-for-signer (signer principal) (cycle uint))
  (default-to u0 (map-get? signer-delegated-per-cycle { signer: signer, cycle: cycle })))

(define-read-only (get-signer-pending-staked-ustx-per-cycle (signer principal) (cycle uint))
  (default-to u0 (map-get? signer-pending-staked-ustx-per-cycle { signer: signer, cycle: cycle })))

(define-read-only (get-ustx-delegated-for-cycle (cycle uint))
  (default-to u0 (map-get? ustx-delegated-per-cycle cycle)))

;; The name that the node asks by
(define-read-only (get-total-ustx-stacked (cycle uint))
  (get-ustx-delegated-for-cycle cycle))

;; =================================================================================================
;; The signer set of a cycle [bitcoin-staking 4.10]
;; =================================================================================================

(define-private (add-signer-to-set (signer principal) (cycle uint))
  (let ((last (get-signer-set-last-item-for-cycle cycle)))
    (match last
      previous (set-signer-next previous cycle (some signer))
      (map-set signer-set-ll-first-for-cycle cycle signer))
    (map-set signer-set-ll-for-cycle { cycle: cycle, signer: signer } { prev: last, next: none })
    (map-set signer-set-ll-last-for-cycle cycle signer)))

(define-private (remove-signer-from-set (signer principal) (cycle uint))
  (let (
      (item (unwrap-panic (get-signer-set-item-for-cycle signer cycle)))
      (prev (get prev item))
      (next (get next item)))
    (match prev
      previous (set-signer-next previous cycle next)
      (match next
        following (map-set signer-set-ll-first-for-cycle cycle following)
        (map-delete signer-set-ll-first-for-cycle cycle)))
    (match next
      following (set-signer-prev following cycle prev)
      (match prev
        previous (map-set signer-set-ll-last-for-cycle cycle previous)
        (map-delete signer-set-ll-last-for-cycle cycle)))
    (map-delete signer-set-ll-for-cycle { cycle: cycle, signer: signer })))

(define-private (set-signer-next (signer principal) (cycle uint) (next (optional principal)))
  (map-set signer-set-ll-for-cycle { cycle: cycle, signer: signer }
    (merge (unwrap-panic (get-signer-set-item-for-cycle signer cycle)) { next: next })))

(define-private (set-signer-prev (signer principal) (cycle uint) (prev (optional principal)))
  (map-set signer-set-ll-for-cycle { cycle: cycle, signer: signer }
    (merge (unwrap-panic (get-signer-set-item-for-cycle signer cycle)) { prev: prev })))

(define-read-only (get-signer-set-first-item-for-cycle (cycle uint))
  (map-get? signer-set-ll-first-for-cycle cycle))

(define-read-only (get-signer-set-last-item-for-cycle (cycle uint))
  (map-get? signer-set-ll-last-for-cycle cycle))

(define-read-only (get-signer-set-item-for-cycle (signer principal) (cycle uint))
  (map-get? signer-set-ll-for-cycle { cycle: cycle, signer: signer }))

(define-read-only (get-signer-set-next-item-for-cycle (signer principal) (cycle uint))
  (match (get-signer-set-item-for-cycle signer cycle) item (get next item) none))

(define-read-only (get-signer-set-prev-item-for-cycle (signer principal) (cycle uint))
  (match (get-signer-set-item-for-cycle signer cycle) item (get prev item) none))

(define-read-only (signer-set-contains-for-cycle (signer principal) (cycle uint))
  (is-some (get-signer-set-item-for-cycle signer cycle)))

;; =================================================================================================
;; Shares and settlement [bitcoin-staking 4.10, 6.3]
;; =================================================================================================

(define-private (set-total-shares (reward-cycle uint) (bond-index (optional uint)) (shares uint))
  (map-set total-shares-staked-for-cycle
    { reward-cycle: reward-cycle, bond-index: bond-index }
    shares))

(define-private (set-signer-shares
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (shares uint))
  (map-set signer-shares-staked-for-cycle
    { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer }
    shares))

(define-private (set-staker-shares
    (staker principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (signer principal)
    (shares uint))
  (map-set staker-shares-staked-for-cycle
    { reward-cycle: reward-cycle, bond-index: bond-index, staker: staker, signer: signer }
    shares))

;; Records what the manager has earned so far, before its shares change. The rewards per share that
;; its holders are measured by do not move while it has no shares.
(define-private (settle-signer (signer principal) (reward-cycle uint) (bond-index (optional uint)))
  (let (
      (leg { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer })
      (rewards-per-token (get-rewards-per-token-for-cycle reward-cycle bond-index))
      (earned (get-earned signer reward-cycle bond-index)))
    (map-set signer-unclaimed-rewards-for-cycle leg earned)
    (map-set signer-rewards-per-token-settled-for-cycle leg rewards-per-token)
    (if (> (get-signer-shares-staked-for-cycle signer reward-cycle bond-index) u0)
      (map-set signer-rewards-per-token-for-cycle leg rewards-per-token)
      true)
    earned))

;; The same for a holder, up to its manager's last settlement
(define-private (settle-staker
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (staker principal))
  (begin
    (map-set staker-unclaimed-rewards-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer, staker: staker }
      (get-earned-staker-rewards signer reward-cycle bond-index staker))
    (mark-staker-settled signer reward-cycle bond-index staker)))

(define-private (mark-staker-settled
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (staker principal))
  (map-set staker-rewards-per-token-settled-for-cycle
    { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer, staker: staker }
    (get-signer-rewards-per-token-for-cycle signer reward-cycle bond-index)))

(define-read-only (compute-earned-rewards
    (shares uint)
    (rewards-per-token uint)
    (rewards-per-token-paid uint)
    (pending uint))
  (+ pending (/ (* shares (- rewards-per-token rewards-per-token-paid)) PRECISION)))

;; The amount that a manager can pull
(define-read-only (get-earned (signer principal) (reward-cycle uint) (bond-index (optional uint)))
  (compute-earned-rewards
    (get-signer-shares-staked-for-cycle signer reward-cycle bond-index)
    (get-rewards-per-token-for-cycle reward-cycle bond-index)
    (get-signer-rewards-per-token-settled-for-cycle signer reward-cycle bond-index)
    (get-signer-unclaimed-rewards-for-cycle signer reward-cycle bond-index)))

;; The amount that a holder can claim from its manager, before the manager's fee
(define-read-only (get-earned-staker-rewards
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (staker principal))
  (compute-earned-rewards
    (get-staker-shares-staked-for-cycle staker reward-cycle bond-index signer)
    (get-signer-rewards-per-token-for-cycle signer reward-cycle bond-index)
    (get-staker-rewards-per-token-settled-for-cycle signer reward-cycle bond-index staker)
    (get-staker-unclaimed-rewards-for-cycle signer reward-cycle bond-index staker)))

(define-read-only (get-rewards-per-token-for-cycle (reward-cycle uint) (bond-index (optional uint)))
  (default-to u0
    (map-get? rewards-per-token-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index })))

(define-read-only (get-total-shares-staked-for-cycle
    (reward-cycle uint)
    (bond-index (optional uint)))
  (default-to u0
    (map-get? total-shares-staked-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index })))

(define-read-only (get-signer-shares-staked-for-cycle
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (default-to u0
    (map-get? signer-shares-staked-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer })))

(define-read-only (get-signer-rewards-per-token-settled-for-cycle
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (default-to u0
    (map-get? signer-rewards-per-token-settled-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer })))

(define-read-only (get-signer-unclaimed-rewards-for-cycle
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (default-to u0
    (map-get? signer-unclaimed-rewards-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer })))

(define-read-only (get-signer-rewards-per-token-for-cycle
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (default-to u0
    (map-get? signer-rewards-per-token-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer })))

(define-read-only (get-staker-shares-staked-for-cycle
    (staker principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (signer principal))
  (default-to u0
    (map-get? staker-shares-staked-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, staker: staker, signer: signer })))

(define-read-only (get-staker-rewards-per-token-settled-for-cycle
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (staker principal))
  (default-to u0
    (map-get? staker-rewards-per-token-settled-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer, staker: staker })))

(define-read-only (get-staker-unclaimed-rewards-for-cycle
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint))
    (staker principal))
  (default-to u0
    (map-get? staker-unclaimed-rewards-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer, staker: staker })))

;; =================================================================================================
;; Bonds [bitcoin-staking 4.4, 4.5, 4.6, 4.7]
;; =================================================================================================

;; Sets up a bond and its allowlist, once and at most two cycles before it begins. `target-rate` is
;; in basis points a year, `stx-value-ratio` in uSTX per 100 sats, `min-ustx-ratio` in basis points.
(define-public (setup-bond
    (bond-index uint)
    (target-rate uint)
    (stx-value-ratio uint)
    (min-ustx-ratio uint)
    (early-unlock-bytes (buff 683))
    (allowlist (list 1000 { staker: principal, max-sats: uint })))
  (let (
      (first-reward-cycle (bond-period-to-reward-cycle bond-index))
      (bond-start-height (reward-cycle-to-burn-height first-reward-cycle))
      (unlock-cycle (bond-end-cycle bond-index))
      (setup-window (* (var-get pox-reward-cycle-length) u2))
      (terms
        { bond-index: bond-index,
          target-rate: target-rate,
          stx-value-ratio: stx-value-ratio,
          min-ustx-ratio: min-ustx-ratio,
          early-unlock-bytes: early-unlock-bytes }))
    (asserts! (is-eq contract-caller (var-get bond-admin)) ERR_UNAUTHORIZED)
    (try! (assert-no-manager-call))
    (asserts!
      (or (< bond-start-height setup-window)
        (<= (- bond-start-height setup-window) burn-block-height))
      ERR_CANNOT_SETUP_BOND_TOO_SOON)
    (asserts! (< burn-block-height bond-start-height) ERR_CANNOT_SETUP_BOND_TOO_LATE)
    (asserts!
      (map-insert protocol-bonds bond-index
        { target-rate: target-rate,
          stx-value-ratio: stx-value-ratio,
          min-ustx-ratio: min-ustx-ratio,
          early-unlock-bytes: early-unlock-bytes })
      ERR_BOND_ALREADY_SETUP)
    (print (merge terms
      { topic: "setup-bond",
        first-reward-cycle: first-reward-cycle,
        bond-start-height: bond-start-height,
        unlock-cycle: unlock-cycle,
        unlock-burn-height: (reward-cycle-to-burn-height unlock-cycle) }))
    (ok (merge terms
      { max-allocation-sats:
          (get sats (try! (fold add-to-allowlist allowlist
            (ok { bond-index: bond-index, sats: u0 })))) }))))

(define-private (add-to-allowlist
    (row { staker: principal, max-sats: uint })
    (result (response { bond-index: uint, sats: uint } uint)))
  (let ((sum (try! result)))
    (asserts!
      (map-insert protocol-bond-allowances
        { bond-index: (get bond-index sum), staker: (get staker row) }
        (get max-sats row))
      ERR_STAKER_ALREADY_ADDED)
    (print (merge row { topic: "add-to-allowlist", bond-index: (get bond-index sum) }))
    (ok (merge sum { sats: (+ (get sats sum) (get max-sats row)) }))))

;; Registers before the bond begins, with sBTC (`(err sats)`) or with Bitcoin in timelocks
;; (`(ok proofs)`), and at least the bond's minimum of STX, which earns nothing.
(define-public (register-for-bond
    (bond-index uint)
    (signer-manager <signer-manager-trait>)
    (amount-ustx uint)
    (btc-lockup (response
      { outputs:
          (list 10
            { height: uint,
              tx: (buff 100000),
              output-index: uint,
              header: (buff 80),
              leaf-hashes: (list 14 (buff 32)),
              tx-count: uint,
              tx-index: uint,
              amount: uint,
              unlock-burn-height: uint }),
        staker-unlock-bytes: (buff 683) }
      uint))
    (signer-calldata (optional (buff 500))))
  (let (
      (staker tx-sender)
      (signer (contract-of signer-manager))
      (lockup (match btc-lockup
        proofs (try! (prove-lockups bond-index staker
          (get outputs proofs)
          (get staker-unlock-bytes proofs)))
        sats { sats: sats, is-l1: false, txs: none }))
      (sats (get sats lockup))
      (is-l1-lock (get is-l1 lockup))
      (bond (unwrap! (map-get? protocol-bonds bond-index) ERR_BOND_NOT_FOUND))
      (allowance (unwrap! (get-bond-allowance bond-index staker) ERR_NOT_ALLOWLISTED))
      (first-reward-cycle (bond-period-to-reward-cycle bond-index))
      (unlock-cycle (bond-end-cycle bond-index))
      (old-membership (map-get? protocol-bond-memberships staker))
      (old-sbtc (get-staker-custodied-sbtc staker))
      (total-ustx (total-ustx-of staker)))
    (try! (assert-not-in-prepare-phase))
    (asserts!
      (>= amount-ustx
        (min-ustx-for-sats-amount sats (get stx-value-ratio bond) (get min-ustx-ratio bond)))
      ERR_INSUFFICIENT_STX)
    (asserts! (< burn-block-height (reward-cycle-to-burn-height first-reward-cycle))
      ERR_BOND_ALREADY_STARTED)
    (asserts! (stake-ends-by staker first-reward-cycle) ERR_ALREADY_STAKED)
    (asserts! (<= sats allowance) ERR_TOO_MUCH_SATS)
    (asserts! (>= total-ustx amount-ustx) ERR_INSUFFICIENT_STX)
    (try! (assert-no-manager-call))
    (try! (ask-manager signer-manager
      { first-index: bond-index,
        num-indexes: u1,
        amount-ustx: amount-ustx,
        amount-sats: sats,
        is-bond: true }
      signer-calldata))
    (try! (assert-key-granted signer))
    (asserts! (not (bond-overlaps-new-position? old-membership first-reward-cycle))
      ERR_ALREADY_REGISTERED)
    (settle-signer signer first-reward-cycle (some bond-index))
    (settle-staker signer first-reward-cycle (some bond-index) staker)
    (asserts! (can-leave-bond old-membership) ERR_ROLLOVER_TOO_EARLY)
    (try! (change-custodied-sbtc staker old-sbtc (if is-l1-lock u0 sats)))
    (map-set protocol-bond-memberships staker
      { bond-index: bond-index,
        amount-ustx: amount-ustx,
        signer: signer,
        is-l1-lock: is-l1-lock,
        amount-sats: sats })
    (map-set protocol-bonds-total-staked bond-index
      (+ (get-total-shares-staked-for-cycle first-reward-cycle (some bond-index)) sats))
    (add-bond-cycles staker signer bond-index sats first-reward-cycle BOND_LENGTH_CYCLES)
    (add-cycles staker signer amount-ustx false first-reward-cycle BOND_LENGTH_CYCLES)
    (map-delete staker-info staker)
    (let ((result
        { signer: signer,
          staker: staker,
          amount-ustx: amount-ustx,
          sats-total: sats,
          bond-index: bond-index,
          first-reward-cycle: first-reward-cycle,
          unlock-burn-height: (reward-cycle-to-burn-height unlock-cycle),
          unlock-cycle: unlock-cycle,
          is-l1-lock: is-l1-lock,
          btc-lockup: { type: (if is-l1-lock "l1" "l2"), txs: (get txs lockup) } }))
      (print (merge result { topic: "register-for-bond" }))
      (ok result))))

;; Moves a bond to another manager from the next cycle on. In the bond's last cycle only the record
;; changes.
(define-public (update-bond-registration
    (signer-manager <signer-manager-trait>)
    (old-signer-manager <signer-manager-trait>)
    (signer-calldata (optional (buff 500))))
  (let (
      (staker tx-sender)
      (signer (contract-of signer-manager))
      (old-signer (contract-of old-signer-manager))
      (membership (unwrap! (get-bond-membership staker) ERR_NOT_BOND_PARTICIPANT))
      (bond-index (get bond-index membership))
      (amount-ustx (get amount-ustx membership))
      (sats (get amount-sats membership))
      (current-cycle (current-pox-reward-cycle))
      (end-cycle (bond-end-cycle bond-index))
      (first-cycle
        (clamp (+ current-cycle u1) (bond-period-to-reward-cycle bond-index) end-cycle))
      (num-cycles (- end-cycle first-cycle)))
    (try! (assert-not-in-prepare-phase))
    (asserts! (is-eq old-signer (get signer membership)) ERR_INVALID_OLD_SIGNER_MANAGER)
    (asserts! (not (is-eq signer old-signer)) ERR_UPDATE_BOND_SAME_SIGNER)
    (try! (assert-no-manager-call))
    (try! (ask-manager signer-manager
      { first-index: bond-index,
        num-indexes: u1,
        amount-ustx: amount-ustx,
        amount-sats: sats,
        is-bond: true }
      signer-calldata))
    (try! (assert-key-granted signer))
    (settle-signer old-signer current-cycle (some bond-index))
    (settle-staker old-signer current-cycle (some bond-index) staker)
    (settle-signer signer current-cycle (some bond-index))
    (settle-staker signer current-cycle (some bond-index) staker)
    (try! (remove-cycles staker first-cycle num-cycles))
    (add-cycles staker signer amount-ustx false first-cycle num-cycles)
    (remove-bond-cycles staker old-signer bond-index sats first-cycle num-cycles)
    (add-bond-cycles staker signer bond-index sats first-cycle num-cycles)
    (map-set protocol-bond-memberships staker (merge membership { signer: signer }))
    (let ((result
        { staker: staker,
          signer: signer,
          old-signer: old-signer,
          bond-index: bond-index,
          amount-ustx: amount-ustx,
          amount-sats: sats,
          first-reward-cycle: first-cycle,
          num-cycles: num-cycles,
          is-l1-lock: (get is-l1-lock membership) }))
      (print (merge result { topic: "update-bond-registration" }))
      (ok result))))

;; Withdraws sats from a bond, from the current cycle on, or from one that has ended. The STX stay
;; locked.
(define-public (unstake-sbtc
    (signer-manager <signer-manager-trait>)
    (amount-to-withdrawal-sats uint))
  (let (
      (staker tx-sender)
      (membership
        (unwrap! (map-get? protocol-bond-memberships staker) ERR_NOT_BOND_PARTICIPANT))
      (sats (get amount-sats membership)))
    (asserts! (<= amount-to-withdrawal-sats sats) ERR_INVALID_UNSTAKE_SBTC_AMOUNT)
    (try! (assert-not-in-prepare-phase))
    (asserts! (is-eq (contract-of signer-manager) (get signer membership))
      ERR_INVALID_OLD_SIGNER_MANAGER)
    (asserts! (not (get is-l1-lock membership)) ERR_CANNOT_UNSTAKE_SBTC)
    (try! (assert-no-manager-call))
    (try! (release-sats staker membership amount-to-withdrawal-sats))
    (var-set total-sbtc-staked (- (var-get total-sbtc-staked) amount-to-withdrawal-sats))
    (try! (send-sbtc amount-to-withdrawal-sats staker))
    (let ((result
        { staker: staker,
          signer: (get signer membership),
          bond-index: (get bond-index membership),
          amount-withdrawn-sats: amount-to-withdrawal-sats,
          new-amount-sats: (- sats amount-to-withdrawal-sats) }))
      (print (merge result { topic: "unstake-sbtc" }))
      (ok result))))

;; A member announces, once, that its Bitcoin leaves the timelock early. Nothing proves it.
(define-public (announce-l1-early-exit
    (staker principal)
    (old-signer-manager <signer-manager-trait>))
  (let (
      (membership (unwrap! (get-bond-membership staker) ERR_NOT_BOND_PARTICIPANT))
      (bond-index (get bond-index membership))
      (sats (get amount-sats membership)))
    (try! (assert-not-in-prepare-phase))
    (try! (assert-no-manager-call))
    (asserts! (and (is-eq tx-sender staker) (is-eq contract-caller staker)) ERR_UNAUTHORIZED)
    (asserts! (get is-l1-lock membership) ERR_CANNOT_ANNOUNCE_L1_EARLY_UNLOCK)
    (asserts! (is-eq (contract-of old-signer-manager) (get signer membership))
      ERR_INVALID_OLD_SIGNER_MANAGER)
    (asserts!
      (map-insert protocol-bond-l1-early-exit-announced
        { bond-index: bond-index, staker: staker }
        true)
      ERR_L1_EARLY_EXIT_ALREADY_ANNOUNCED)
    (try! (release-sats staker membership sats))
    (let ((result
        { staker: staker,
          signer: (get signer membership),
          bond-index: bond-index,
          amount-sats-released: sats }))
      (print (merge result { topic: "announce-l1-early-exit" }))
      (ok result))))

(define-read-only (get-protocol-bond (bond-index uint))
  (map-get? protocol-bonds bond-index))

(define-read-only (get-bond-allowance (bond-index uint) (staker principal))
  (map-get? protocol-bond-allowances { bond-index: bond-index, staker: staker }))

;; `none` once the bond has ended, although its record and its sBTC may remain
(define-read-only (get-bond-membership (staker principal))
  (match (map-get? protocol-bond-memberships staker)
    membership (if (>= (current-pox-reward-cycle) (bond-end-cycle (get bond-index membership)))
      none
      (some membership))
    none))

;; A holder's sats in this contract, also after the bond has ended
(define-read-only (get-staker-custodied-sbtc (staker principal))
  (match (map-get? protocol-bond-memberships staker)
    membership (if (get is-l1-lock membership) u0 (get amount-sats membership))
    u0))

;; Both legs, in spite of the name
(define-read-only (get-total-sbtc-staked-for-bond (bond-index uint))
  (default-to u0 (map-get? protocol-bonds-total-staked bond-index)))

(define-read-only (has-announced-l1-early-exit (bond-index uint) (staker principal))
  (default-to false
    (map-get? protocol-bond-l1-early-exit-announced { bond-index: bond-index, staker: staker })))

(define-read-only (min-ustx-for-sats-amount
    (sats uint)
    (stx-value-ratio uint)
    (min-ustx-ratio uint))
  (/ (* (/ (* stx-value-ratio sats) u100) min-ustx-ratio) BASIS_POINTS))

(define-read-only (bond-overlaps-new-position?
    (membership (optional
      { bond-index: uint,
        amount-ustx: uint,
        signer: principal,
        is-l1-lock: bool,
        amount-sats: uint }))
    (first-reward-cycle uint))
  (match membership
    member (> (bond-end-cycle (get bond-index member)) first-reward-cycle)
    false))

;; Whether a recorded stake, expired or not, ends by the cycle
(define-private (stake-ends-by (staker principal) (cycle uint))
  (match (map-get? staker-info staker)
    info (<= (+ (get first-reward-cycle info) (get num-cycles info)) cycle)
    true))

;; A member may leave for another position only once the bond's Bitcoin may unlock.
(define-private (can-leave-bond
    (membership (optional
      { bond-index: uint,
        amount-ustx: uint,
        signer: principal,
        is-l1-lock: bool,
        amount-sats: uint })))
  (match membership
    member (>= burn-block-height (get-bond-l1-unlock-height (get bond-index member)))
    true))

;; =================================================================================================
;; Shares of bonds [bitcoin-staking 4.7, 4.10]. No threshold here: a manager outside the signer set
;; earns for its bonds as well.
;; =================================================================================================

(define-private (add-bond-cycles
    (staker principal)
    (signer principal)
    (bond-index uint)
    (sats uint)
    (first-cycle uint)
    (count uint))
  (fold add-bond-cycle (cycle-offsets count)
    { staker: staker,
      signer: signer,
      bond-index: (some bond-index),
      sats: sats,
      first-cycle: first-cycle }))

(define-private (add-bond-cycle
    (offset uint)
    (position
      { staker: principal,
        signer: principal,
        bond-index: (optional uint),
        sats: uint,
        first-cycle: uint }))
  (let (
      (staker (get staker position))
      (signer (get signer position))
      (leg (get bond-index position))
      (sats (get sats position))
      (cycle (+ (get first-cycle position) offset)))
    (set-total-shares cycle leg (+ (get-total-shares-staked-for-cycle cycle leg) sats))
    (set-signer-shares signer cycle leg
      (+ (get-signer-shares-staked-for-cycle signer cycle leg) sats))
    (set-staker-shares staker cycle leg signer sats)
    (mark-staker-settled signer cycle leg staker)
    position))

(define-private (remove-bond-cycles
    (staker principal)
    (signer principal)
    (bond-index uint)
    (sats uint)
    (first-cycle uint)
    (count uint))
  (fold remove-bond-cycle (cycle-offsets count)
    { staker: staker,
      signer: signer,
      bond-index: (some bond-index),
      sats: sats,
      first-cycle: first-cycle }))

(define-private (remove-bond-cycle
    (offset uint)
    (position
      { staker: principal,
        signer: principal,
        bond-index: (optional uint),
        sats: uint,
        first-cycle: uint }))
  (let (
      (signer (get signer position))
      (leg (get bond-index position))
      (cycle (+ (get first-cycle position) offset)))
    (take-bond-shares signer cycle leg (get sats position))
    (set-staker-shares (get staker position) cycle leg signer u0)
    position))

(define-private (take-bond-shares
    (signer principal)
    (cycle uint)
    (bond-index (optional uint))
    (sats uint))
  (begin
    (set-total-shares cycle bond-index
      (- (get-total-shares-staked-for-cycle cycle bond-index) sats))
    (set-signer-shares signer cycle bond-index
      (- (get-signer-shares-staked-for-cycle signer cycle bond-index) sats))))

;; Takes sats off a membership and its shares, from the current cycle to the bond's last.
(define-private (release-sats
    (staker principal)
    (membership
      { bond-index: uint,
        amount-ustx: uint,
        signer: principal,
        is-l1-lock: bool,
        amount-sats: uint })
    (sats uint))
  (let (
      (bond-index (get bond-index membership))
      (left (- (get amount-sats membership) sats))
      (end-cycle (bond-end-cycle bond-index))
      (first-cycle (clamp (current-pox-reward-cycle)
        (bond-period-to-reward-cycle bond-index)
        end-cycle)))
    (try! (fold release-sats-of-cycle (cycle-offsets (- end-cycle first-cycle))
      (ok
        { staker: staker,
          bond-index: (some bond-index),
          sats: sats,
          left: left,
          first-cycle: first-cycle })))
    (map-set protocol-bond-memberships staker (merge membership { amount-sats: left }))
    (ok (map-set protocol-bonds-total-staked bond-index
      (- (get-total-sbtc-staked-for-bond bond-index) sats)))))

(define-private (release-sats-of-cycle
    (offset uint)
    (result (response
      { staker: principal,
        bond-index: (optional uint),
        sats: uint,
        left: uint,
        first-cycle: uint }
      uint)))
  (let (
      (position (try! result))
      (staker (get staker position))
      (leg (get bond-index position))
      (cycle (+ (get first-cycle position) offset))
      ;; After a change of manager, the current cycle still belongs to the old one.
      (signer (get signer
        (unwrap! (get-signer-cycle-membership staker cycle) ERR_NOT_STAKING))))
    (settle-signer signer cycle leg)
    (settle-staker signer cycle leg staker)
    (take-bond-shares signer cycle leg (get sats position))
    (set-staker-shares staker cycle leg signer (get left position))
    (ok position)))

;; =================================================================================================
;; sBTC
;; =================================================================================================

;; Brings a holder's sats in this contract from one amount to another.
(define-private (change-custodied-sbtc (staker principal) (old-sats uint) (new-sats uint))
  (begin
    (var-set total-sbtc-staked (- (+ (var-get total-sbtc-staked) new-sats) old-sats))
    (if (> new-sats old-sats)
      (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
        (- new-sats old-sats) staker current-contract none)
      (if (< new-sats old-sats)
        (send-sbtc (- old-sats new-sats) staker)
        (ok true)))))

(define-private (send-sbtc (sats uint) (recipient principal))
  (as-contract?
      ((with-ft 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token "sbtc-token" sats))
    (try! (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
      sats current-contract recipient none))))

(define-private (sbtc-balance)
  (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token
    get-balance-available current-contract)))

(define-read-only (get-total-sbtc-staked)
  (var-get total-sbtc-staked))

(define-read-only (get-reserve-balance)
  (var-get reserve-balance))

(define-read-only (get-last-accounted-rewards-only)
  (var-get last-accounted-rewards-only))

(define-read-only (get-last-reward-compute-height)
  (var-get last-reward-compute-height))

;; sBTC here that is neither a bond's stake nor the reserve
(define-read-only (get-rewards)
  (- (sbtc-balance) (var-get total-sbtc-staked) (var-get reserve-balance)))

;; What has arrived since the last calculation
(define-read-only (get-new-rewards)
  (- (get-rewards) (var-get last-accounted-rewards-only)))

;; =================================================================================================
;; Booking rewards [bitcoin-staking 6.1]
;; =================================================================================================

;; Books all newly arrived sBTC to the cycle of the previous half's last block. The list must hold
;; every bond that was active at that block, highest ratio first, equal ratios by index.
(define-public (calculate-rewards (bond-periods (list 6 uint)))
  (let (
      (height (- (distribution-cycle-to-burn-height (current-distribution-cycle)) u1))
      (cycle (burn-height-to-reward-cycle height))
      (gross (get-new-rewards))
      (staked-ustx (get-total-shares-staked-for-cycle cycle none)))
    (try! (assert-no-manager-call))
    (asserts! (> height (var-get last-reward-compute-height)) ERR_DISTRIBUTION_ALREADY_COMPUTED)
    (try! (assert-all-active-bonds-included bond-periods height))
    (let (
        (after-bonds (try! (fold pay-bond bond-periods
          (ok { height: height, cycle: cycle, left: gross, previous: none }))))
        (left (get left after-bonds))
        (reserve-cut (/ (* left RESERVE_RATIO) BASIS_POINTS))
        (for-stakers (- left reserve-cut))
        (rewards-per-ustx (per-share for-stakers staked-ustx))
        ;; The stakers' part goes to the reserve as well when there are none.
        (reserve-deposit (if (is-eq staked-ustx u0) left reserve-cut)))
      (add-rewards-per-token cycle none rewards-per-ustx)
      (var-set reserve-balance (+ (var-get reserve-balance) reserve-deposit))
      (var-set last-accounted-rewards-only
        (+ (var-get last-accounted-rewards-only) (- gross reserve-deposit)))
      (var-set last-reward-compute-height height)
      (let ((result
          { bond-periods: bond-periods,
            calculation-height: height,
            gross-accrued-rewards: gross,
            total-bond-rewards: (- gross left),
            reserve-deposit: reserve-deposit,
            reserve-balance: (var-get reserve-balance),
            stx-cycle: cycle,
            total-stx-staker-rewards: for-stakers,
            cycle-staked-ustx: staked-ustx,
            accrued-rewards-per-ustx: rewards-per-ustx,
            cumulative-rewards-per-ustx: (get-rewards-per-token-for-cycle cycle none) }))
        (print (merge result { topic: "calculate-rewards" }))
        (ok result)))))

;; Pays one bond up to its target for half a cycle, from what the bonds before it have left.
(define-private (pay-bond
    (bond-index uint)
    (result (response
      { height: uint,
        cycle: uint,
        left: uint,
        previous: (optional { bond-index: uint, stx-value-ratio: uint }) }
      uint)))
  (let (
      (payment (try! result))
      (cycle (get cycle payment))
      (bond (unwrap! (get-protocol-bond bond-index) ERR_BOND_NOT_FOUND))
      (ratio (get stx-value-ratio bond))
      (staked-sats (get-total-shares-staked-for-cycle cycle (some bond-index))))
    (asserts!
      (match (get previous payment)
        previous (or (< ratio (get stx-value-ratio previous))
          (and (is-eq ratio (get stx-value-ratio previous))
            (> bond-index (get bond-index previous))))
        true)
      ERR_INVALID_BOND_PERIOD_ORDERING)
    (asserts! (is-bond-active-at-height bond-index (get height payment)) ERR_BOND_NOT_ACTIVE)
    (let (
        (target
          (/ (/ (* staked-sats (get target-rate bond)) BASIS_POINTS) DISTRIBUTIONS_PER_YEAR))
        (paid (if (< target (get left payment)) target (get left payment)))
        (rewards-per-sat (per-share paid staked-sats)))
      (add-rewards-per-token cycle (some bond-index) rewards-per-sat)
      (print
        { topic: "bond-distribution",
          bond-index: bond-index,
          target-yield: target,
          bond-rewards: paid,
          bond-staked-sats: staked-sats,
          accrued-rewards-per-sat: rewards-per-sat,
          cumulative-rewards-per-sat: (get-rewards-per-token-for-cycle cycle (some bond-index)) })
      (ok (merge payment
        { left: (- (get left payment) paid),
          previous: (some { bond-index: bond-index, stx-value-ratio: ratio }) })))))

(define-private (per-share (sats uint) (shares uint))
  (if (is-eq shares u0) u0 (/ (* sats PRECISION) shares)))

(define-private (add-rewards-per-token
    (reward-cycle uint)
    (bond-index (optional uint))
    (rewards-per-token uint))
  (map-set rewards-per-token-for-cycle { reward-cycle: reward-cycle, bond-index: bond-index }
    (+ (get-rewards-per-token-for-cycle reward-cycle bond-index) rewards-per-token)))

;; Looks at the six newest bonds that may have begun by the height: older ones have ended.
(define-read-only (assert-all-active-bonds-included
    (bond-periods (list 6 uint))
    (height uint))
  (let (
      (cycle (burn-height-to-reward-cycle height))
      (first-cycle (var-get first-bond-period-cycle))
      (newest (if (> cycle first-cycle) (/ (- cycle first-cycle) BOND_GAP_CYCLES) u0)))
    (try! (fold assert-bond-included (list u0 u1 u2 u3 u4 u5)
      (ok { bond-periods: bond-periods, height: height, newest: newest })))
    (ok true)))

(define-private (assert-bond-included
    (age uint)
    (result (response { bond-periods: (list 6 uint), height: uint, newest: uint } uint)))
  (let (
      (query (try! result))
      (newest (get newest query)))
    (asserts!
      (or (< newest age)
        (not (is-bond-active-at-height (- newest age) (get height query)))
        (is-some (index-of? (get bond-periods query) (- newest age))))
      ERR_ACTIVE_BOND_NOT_INCLUDED)
    (ok query)))

;; =================================================================================================
;; Claims of managers [bitcoin-staking 4.12, 4.13]
;; =================================================================================================

;; Sends the calling manager its earnings of a cycle, from the STX leg and the listed bonds.
(define-public (claim-rewards (bond-periods (list 6 uint)) (reward-cycle uint))
  (let (
      (signer contract-caller)
      (stx-rewards (take-signer-rewards signer reward-cycle none))
      (bonds (fold take-bond-rewards bond-periods
        { signer: signer, reward-cycle: reward-cycle, total: u0, rewards: (list) }))
      (total (+ (get earned stx-rewards) (get total bonds))))
    (asserts! (not (var-get rewards-paused)) ERR_REWARDS_PAUSED)
    (try! (assert-no-manager-call))
    (asserts! (> total u0) ERR_NO_CLAIMABLE_REWARDS)
    (try! (send-sbtc total signer))
    (var-set last-accounted-rewards-only (- (var-get last-accounted-rewards-only) total))
    (let ((result
        { stx-rewards: stx-rewards,
          bond-rewards: (get rewards bonds),
          bond-totals: (get total bonds),
          total-rewards: total }))
      (print (merge result
        { topic: "claim-rewards", reward-cycle: reward-cycle, signer-manager: signer }))
      (ok result))))

(define-private (take-bond-rewards
    (bond-index uint)
    (sum
      { signer: principal,
        reward-cycle: uint,
        total: uint,
        rewards: (list 6 { bond-index: uint, earned: uint, rewards-per-token: uint }) }))
  (let ((taken
      (take-signer-rewards (get signer sum) (get reward-cycle sum) (some bond-index))))
    (merge sum
      { total: (+ (get total sum) (get earned taken)),
        rewards: (unwrap-panic (as-max-len?
          (append (get rewards sum) (merge taken { bond-index: bond-index }))
          u6)) })))

(define-private (take-signer-rewards
    (signer principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (let ((earned (settle-signer signer reward-cycle bond-index)))
    (map-set signer-unclaimed-rewards-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer }
      u0)
    { earned: earned,
      rewards-per-token: (get-rewards-per-token-for-cycle reward-cycle bond-index) }))

;; Tells the calling manager what it owes a holder and books it as paid. Moves no sBTC.
(define-public (claim-staker-rewards-for-signer
    (staker principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (let (
      (signer contract-caller)
      (earned (get-earned-staker-rewards signer reward-cycle bond-index staker)))
    (try! (assert-no-manager-call))
    (mark-staker-settled signer reward-cycle bond-index staker)
    (map-set staker-unclaimed-rewards-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index, signer: signer, staker: staker }
      u0)
    (print
      { topic: "claim-staker-rewards-for-signer",
        signer-manager: signer,
        staker: staker,
        reward-cycle: reward-cycle,
        bond-index: bond-index,
        rewards-claimed: earned })
    (ok
      { earned: earned,
        rewards-per-token:
          (get-signer-rewards-per-token-for-cycle signer reward-cycle bond-index) })))

;; =================================================================================================
;; Signer keys [bitcoin-staking 4.14]
;; =================================================================================================

;; Records a key owner's signed consent to sign for the calling manager. Each grant works once.
(define-public (grant-signer-key
    (signer-key (buff 33))
    (signer-manager principal)
    (auth-id uint)
    (signer-sig (buff 65)))
  (let ((grant { signer-key: signer-key, signer-manager: signer-manager, auth-id: auth-id }))
    (try! (assert-no-manager-call))
    (asserts! (is-eq contract-caller signer-manager) ERR_UNAUTHORIZED_SIGNER_REGISTRATION)
    (asserts! (map-insert used-signer-key-grants grant true) ERR_SIGNER_KEY_GRANT_USED)
    (asserts!
      (is-eq signer-key
        (unwrap!
          (secp256k1-recover?
            (get-signer-grant-message-hash signer-manager auth-id)
            signer-sig)
          ERR_INVALID_SIGNATURE_RECOVER))
      ERR_INVALID_SIGNATURE_PUBKEY)
    (map-set signer-key-grants { signer-key: signer-key, signer-manager: signer-manager } true)
    (print (merge grant { topic: "grant-signer-key" }))
    (ok grant)))

;; Registers the calling manager with a granted key, in place of an earlier one.
(define-public (register-signer (signer-manager <signer-manager-trait>) (signer-key (buff 33)))
  (let (
      (signer (contract-of signer-manager))
      (result { signer: signer, signer-key: signer-key }))
    (try! (assert-no-manager-call))
    (try! (verify-signer-key-grant signer signer-key))
    (asserts! (is-eq contract-caller signer) ERR_UNAUTHORIZED_SIGNER_REGISTRATION)
    (map-set signers signer signer-key)
    (print (merge result { topic: "register-signer" }))
    (ok result)))

;; Revokes a grant, called by the key's owner: a manager with that key accepts no new stake.
(define-public (revoke-signer-grant (signer-manager principal) (signer-key (buff 33)))
  (let ((grant { signer-key: signer-key, signer-manager: signer-manager }))
    (try! (assert-no-manager-call))
    (asserts!
      (is-eq (ok contract-caller)
        (principal-construct? (if is-in-mainnet 0x16 0x1a) (hash160 signer-key)))
      ERR_UNAUTHORIZED)
    (print (merge grant { topic: "revoke-signer-grant" }))
    (ok (merge grant { existed: (map-delete signer-key-grants grant) }))))

(define-read-only (get-signer-info (signer principal))
  (map-get? signers signer))

(define-read-only (verify-signer-key-grant (signer-manager principal) (signer-key (buff 33)))
  (ok (asserts!
    (is-some
      (map-get? signer-key-grants { signer-key: signer-key, signer-manager: signer-manager }))
    ERR_SIGNER_KEY_GRANT_NOT_FOUND)))

;; The hash that the key's owner signs: SIP-018 structured data
(define-read-only (get-signer-grant-message-hash (signer-manager principal) (auth-id uint))
  (sha256 (concat
    SIP018_PREFIX
    GRANT_DOMAIN_HASH
    (sha256 (unwrap-panic (to-consensus-buff?
      { topic: "grant-authorization", signer-manager: signer-manager, auth-id: auth-id }))))))

;; =================================================================================================
;; Bitcoin in timelocks [bitcoin-staking 4.8]
;; =================================================================================================

;; Each output must pay to the staker's timelock, in a transaction of a Bitcoin block that the node
;; knows. Returns their sats and outpoints.
(define-private (prove-lockups
    (bond-index uint)
    (staker principal)
    (outputs
      (list 10
        { height: uint,
          tx: (buff 100000),
          output-index: uint,
          header: (buff 80),
          leaf-hashes: (list 14 (buff 32)),
          tx-count: uint,
          tx-index: uint,
          amount: uint,
          unlock-burn-height: uint }))
    (staker-unlock-bytes (buff 683)))
  (let (
      (bond (unwrap! (get-protocol-bond bond-index) ERR_BOND_NOT_FOUND))
      (proven (try! (fold prove-lockup outputs
        (ok
          { staker: staker,
            staker-unlock-bytes: staker-unlock-bytes,
            early-unlock-bytes: (get early-unlock-bytes bond),
            min-unlock-height: (get-bond-l1-unlock-height bond-index),
            sats: u0,
            txs: (list) })))))
    (ok { sats: (get sats proven), is-l1: true, txs: (some (get txs proven)) })))

(define-private (prove-lockup
    (output
      { height: uint,
        tx: (buff 100000),
        output-index: uint,
        header: (buff 80),
        leaf-hashes: (list 14 (buff 32)),
        tx-count: uint,
        tx-index: uint,
        amount: uint,
        unlock-burn-height: uint })
    (result (response
      { staker: principal,
        staker-unlock-bytes: (buff 683),
        early-unlock-bytes: (buff 683),
        min-unlock-height: uint,
        sats: uint,
        txs: (list 10 { txid: (buff 32), output-index: uint }) }
      uint)))
  (let (
      (proven (try! result))
      (unlock-height (get unlock-burn-height output))
      ;; Internal byte order, as ids of transactions
      (merkle-root (reverse-buff32
        (get merkle-root (try! (parse-block-header (get header output))))))
      (script (try! (construct-lockup-output-script
        (get staker proven)
        unlock-height
        (get staker-unlock-bytes proven)
        (get early-unlock-bytes proven))))
      (paid (try! (get-bitcoin-tx-output? (get tx output) (get output-index output))))
      (outpoint
        { txid: (get-reversed-txid (get tx output)), output-index: (get output-index output) }))
    (asserts!
      (and (>= unlock-height (get min-unlock-height proven))
        (< unlock-height BITCOIN_LOCK_TIME_THRESHOLD))
      ERR_INVALID_UNLOCK_HEIGHT)
    (asserts! (is-eq (get script paid) script) ERR_INVALID_LOCKUP_SCRIPT)
    (asserts! (is-eq (get amount paid) (get amount output)) ERR_INVALID_LOCKUP_AMOUNT)
    (asserts! (is-none (index-of? (get txs proven) outpoint)) ERR_DUPLICATE_LOCKUP_OUTPOINT)
    (asserts! (verify-block-header (get header output) (get height output))
      ERR_INVALID_BTC_HEADER)
    (asserts!
      (or (is-eq merkle-root (get txid paid))
        (verify-merkle-proof (get txid paid) merkle-root
          (get tx-index output)
          (get tx-count output)
          (get leaf-hashes output)))
      ERR_INVALID_MERKLE_PROOF)
    (ok (merge proven
      { sats: (+ (get sats proven) (get amount paid)),
        txs: (unwrap-panic (as-max-len? (append (get txs proven) outpoint) u10)) }))))

;; From the height on, the staker's own script suffices. Before it, spending also takes a preimage
;; that names the staker, and the bond's early-exit script.
(define-read-only (construct-lockup-script
    (staker principal)
    (unlock-burn-height uint)
    (staker-unlock-bytes (buff 683))
    (early-unlock-bytes (buff 683)))
  (ok (concat
    0x63 ;; IF
    (try! (push-c-script-num unlock-burn-height))
    0xb1 ;; CHECKLOCKTIMEVERIFY
    0x67 ;; ELSE
    0x82 ;; SIZE
    0x0120
    0x88 ;; EQUALVERIFY
    0xa8 ;; SHA256
    (push-script-bytes (sha256 (sha256 (unwrap-panic (to-consensus-buff? staker)))))
    0x88 ;; EQUALVERIFY
    early-unlock-bytes
    0x68 ;; ENDIF
    0x69 ;; VERIFY
    staker-unlock-bytes)))

;; The output script that pays to the hash of that script (P2WSH)
(define-read-only (construct-lockup-output-script
    (staker principal)
    (unlock-burn-height uint)
    (staker-unlock-bytes (buff 683))
    (early-unlock-bytes (buff 683)))
  (ok (concat 0x00 (push-script-bytes (sha256 (try! (construct-lockup-script
    staker
    unlock-burn-height
    staker-unlock-bytes
    early-unlock-bytes)))))))

;; The shortest push of a number
(define-read-only (push-c-script-num (n uint))
  (ok (if (is-eq n u0)
    0x00
    (if (<= n u16)
      (low-byte (+ n u80))
      (push-script-bytes (try! (serialize-c-script-num n)))))))

;; The shortest little-endian bytes whose top bit, the sign, is clear
(define-read-only (serialize-c-script-num (n uint))
  (let ((bytes (little-endian n)))
    (asserts! (< n SCRIPT_NUMBER_LIMIT) ERR_INVALID_UNLOCK_HEIGHT)
    (ok (unwrap-panic (as-max-len?
      (unwrap-panic (slice? bytes u0
        (if (is-eq n u0) u0
          (if (< n u128) u1
            (if (< n u32768) u2
              (if (< n u8388608) u3
                (if (< n u2147483648) u4 u5)))))))
      u5)))))

;; The push with the shortest opcode: up to 75 bytes none but their length, then PUSHDATA1 and 2
(define-read-only (push-script-bytes (bytes (buff 1024)))
  (let (
      (length (len bytes))
      (prefix (if (< length u76) 0x (if (< length u256) 0x4c 0x4d))))
    (concat prefix (uint-to-buff-le length) bytes)))

;; One byte, or two from 256 on; panics for more.
(define-read-only (uint-to-buff-le (n uint))
  (let ((bytes (little-endian (unwrap-panic (if (< n u65536) (some n) none)))))
    (unwrap-panic (as-max-len? (unwrap-panic (slice? bytes u0 (if (< n u256) u1 u2))) u2))))

(define-private (low-byte (n uint))
  (unwrap-panic (as-max-len? (unwrap-panic (slice? (little-endian n) u0 u1)) u1)))

(define-private (little-endian (n uint))
  (unwrap-panic (as-max-len?
    (fold prepend-byte (unwrap-panic (slice? (unwrap-panic (to-consensus-buff? n)) u1 u17)) 0x)
    u16)))

;; Panics for fewer than 32 bytes.
(define-read-only (reverse-buff32 (bytes (buff 32)))
  (fold prepend-byte (unwrap-panic (if (is-eq (len bytes) u32) (some bytes) none)) 0x))

(define-private (prepend-byte (byte (buff 1)) (bytes (buff 32)))
  (unwrap-panic (as-max-len? (concat byte bytes) u32)))

;; The txid in Bitcoin's internal byte order, if the serialization is the legacy one
(define-read-only (get-reversed-txid (tx (buff 100000)))
  (sha256 (sha256 tx)))

(define-read-only (get-bc-h-hash (height uint))
  (get-burn-block-info? header-hash height))

;; Whether this is the header that the node knows at the height
(define-read-only (verify-block-header (header (buff 80)) (height uint))
  (is-eq (get-bc-h-hash height) (some (reverse-buff32 (sha256 (sha256 header))))))

;; Hashes in the order in which they are written
(define-read-only (parse-block-header (header (buff 80)))
  (let (
      (version (try! (read-uint32 { txbuff: header, index: u0 })))
      (parent (try! (read-hashslice (get ctx version))))
      (merkle-root (try! (read-hashslice (get ctx parent))))
      (timestamp (try! (read-uint32 (get ctx merkle-root))))
      (nbits (try! (read-uint32 (get ctx timestamp))))
      (nonce (try! (read-uint32 (get ctx nbits)))))
    (ok
      { version: (get uint32 version),
        parent: (get hashslice parent),
        merkle-root: (get hashslice merkle-root),
        timestamp: (get uint32 timestamp),
        nbits: (get uint32 nbits),
        nonce: (get uint32 nonce) })))

(define-read-only (read-uint32 (ctx { txbuff: (buff 4096), index: uint }))
  (let ((end (+ (get index ctx) u4)))
    (ok
      { uint32: (buff-to-uint-le (unwrap-panic (as-max-len?
          (unwrap! (slice? (get txbuff ctx) (get index ctx) end) ERR_READ_TX_OUT_OF_BOUNDS)
          u4))),
        ctx: { txbuff: (get txbuff ctx), index: end } })))

(define-read-only (read-hashslice (ctx { txbuff: (buff 4096), index: uint }))
  (let ((end (+ (get index ctx) u32)))
    (ok
      { hashslice: (reverse-buff32 (unwrap-panic (as-max-len?
          (unwrap! (slice? (get txbuff ctx) (get index ctx) end) ERR_READ_TX_OUT_OF_BOUNDS)
          u32))),
        ctx: { txbuff: (get txbuff ctx), index: end } })))
