;; A DeFi protocol in small: a vault for sBTC that Dual Stacking has enrolled (`enroll-defi`), and
;; that splits its rewards among its depositors.
;;
;; The administrator of Dual Stacking enrolls this contract with itself as tracking and rewarded
;; address. Rewards then arrive here as sBTC. Once the distribution of a cycle is final, anybody
;; settles the cycle: what has arrived is credited to the depositors by the sats that they kept in
;; the vault all through the cycle. A deposit so counts from the next cycle on, and what is
;; withdrawn does not count for the running one: nobody earns by a visit on the day of the reward.
;;
;; A cycle begins here when the one before is settled.

(define-constant ERR_NOT_FINAL (err u400))
(define-constant ERR_SETTLE_FIRST (err u401))
(define-constant ERR_BALANCE_TOO_LOW (err u402))
(define-constant ERR_NOTHING_TO_CLAIM (err u403))

;; Rewards per sat carry 12 decimals.
(define-constant SCALE u1000000000000)

;; The first cycle that is not settled.
(define-data-var running-cycle uint (contract-call? .dual-stacking-v1 get-current-cycle-id))
;; Sats of the depositors, and those of them that have been here since the running cycle began.
(define-data-var deposited uint u0)
(define-data-var counted uint u0)
;; Sats credited to depositors and not yet claimed.
(define-data-var credited uint u0)

;; Reward per sat, of the cycle and of all cycles up to it.
(define-map cycle-rewards { cycle-id: uint } { per-sat: uint, per-sat-so-far: uint })
;; `kept`: the smallest balance in cycle `changed-in`; in all later cycles the balance stood still.
;; `owed`: for the cycles before `changed-in`.
(define-map positions
  { depositor: principal }
  { balance: uint, kept: uint, changed-in: uint, owed: uint })

(define-public (deposit (sats uint))
  (let ((position (try! (position-now contract-caller))))
    (try! (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
      sats contract-caller (as-contract tx-sender) none))
    (var-set deposited (+ (var-get deposited) sats))
    (map-set positions
      { depositor: contract-caller }
      (merge position { balance: (+ (get balance position) sats) }))
    (ok true)))

(define-public (withdraw (sats uint))
  (let (
      (position (try! (position-now contract-caller)))
      (balance (get balance position)))
    (asserts! (>= balance sats) ERR_BALANCE_TOO_LOW)
    (let (
        (left (- balance sats))
        (kept (if (< left (get kept position)) left (get kept position))))
      (var-set deposited (- (var-get deposited) sats))
      (var-set counted (- (var-get counted) (- (get kept position) kept)))
      (map-set positions
        { depositor: contract-caller }
        (merge position { balance: left, kept: kept }))
      (send sats contract-caller))))

;; Credits what has arrived with the running cycle. Anybody may call it, as often as there are final
;; cycles.
(define-public (settle)
  (let (
      (cycle (var-get running-cycle))
      (kept (var-get counted))
      (reward (unsettled-sats))
      (per-sat (if (is-eq kept u0) u0 (/ (* reward SCALE) kept))))
    (asserts! (is-some
        (contract-call? .dual-stacking-v1 get-distribution-finalized-at-height cycle))
      ERR_NOT_FINAL)
    (map-set cycle-rewards { cycle-id: cycle }
      {
        per-sat: per-sat,
        per-sat-so-far: (+ per-sat (get per-sat-so-far (rewards-of-cycle-before cycle))) })
    (var-set credited (+ (var-get credited) (/ (* per-sat kept) SCALE)))
    (var-set counted (var-get deposited))
    (var-set running-cycle (+ cycle u1))
    (print {
      function-name: "settle",
      cycle-id: cycle,
      reward: reward,
      kept: kept,
      per-sat: per-sat })
    (ok reward)))

(define-public (claim)
  (let (
      (position (try! (position-now contract-caller)))
      (owed (get owed position)))
    (asserts! (> owed u0) ERR_NOTHING_TO_CLAIM)
    (var-set credited (- (var-get credited) owed))
    (map-set positions { depositor: contract-caller } (merge position { owed: u0 }))
    (send owed contract-caller)))

(define-read-only (get-position (depositor principal))
  (position-in depositor (var-get running-cycle)))

(define-read-only (get-running-cycle)
  (var-get running-cycle))

;; What is here beyond deposits and credits: rewards of the running cycle, and the dust of earlier
;; ones.
(define-read-only (unsettled-sats)
  (- (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token
    get-balance-available (as-contract tx-sender)))
    (+ (var-get deposited) (var-get credited))))

;; A change belongs to the running cycle: it waits until the final cycles are settled.
(define-private (position-now (depositor principal))
  (let ((cycle (var-get running-cycle)))
    (asserts! (is-none
        (contract-call? .dual-stacking-v1 get-distribution-finalized-at-height cycle))
      ERR_SETTLE_FIRST)
    (ok (position-in depositor cycle))))

;; The position brought forward to the running cycle.
(define-private (position-in (depositor principal) (cycle uint))
  (let (
      (position (default-to { balance: u0, kept: u0, changed-in: cycle, owed: u0 }
        (map-get? positions { depositor: depositor })))
      (changed-in (get changed-in position)))
    (if (is-eq changed-in cycle)
      position
      (let (
          (changed (rewards-of-cycle changed-in))
          (since (- (get per-sat-so-far (rewards-of-cycle-before cycle))
            (get per-sat-so-far changed))))
        { balance: (get balance position),
          kept: (get balance position),
          changed-in: cycle,
          owed: (+ (get owed position)
            (/ (+ (* (get kept position) (get per-sat changed)) (* (get balance position) since))
              SCALE)) }))))

(define-private (rewards-of-cycle (cycle uint))
  (default-to { per-sat: u0, per-sat-so-far: u0 } (map-get? cycle-rewards { cycle-id: cycle })))

(define-private (rewards-of-cycle-before (cycle uint))
  (if (is-eq cycle u0) { per-sat: u0, per-sat-so-far: u0 } (rewards-of-cycle (- cycle u1))))

(define-private (send (sats uint) (recipient principal))
  (as-contract (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
    sats tx-sender recipient none)))
