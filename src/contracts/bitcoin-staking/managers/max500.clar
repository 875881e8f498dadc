;; Signer manager with a fee of at most 5 % and payouts in two steps: settling moves a holder's
;; rewards into its pending payout, and the pending payout is then paid as a whole, as sBTC or as
;; Bitcoin [bitcoin-staking 7.5].
;;
;; A holder sets a Bitcoin address, a budget for the withdrawal fee and a minimum claim, in the
;; calldata of its stake or directly. The unspent part of the budget is refunded to the holder. What
;; was pulled for one (cycle, leg) pays the holders of that (cycle, leg) only.
;;
;; Clarity 6.

(impl-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)
(use-trait signer-manager-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)

(define-constant ERR_NO_CLAIMABLE_REWARDS (err u1001))
(define-constant ERR_UNAUTHORIZED_ADMIN (err u1002))
(define-constant ERR_INVALID_CALLDATA (err u1003))
(define-constant ERR_INVALID_POX_ADDR (err u1004))
(define-constant ERR_INVALID_FEES_BIPS (err u1005))
(define-constant ERR_UNAUTHORIZED_CALLER (err u1006))
(define-constant ERR_INSUFFICIENT_FEES (err u1007))
(define-constant ERR_UNKNOWN_WITHDRAWAL_REQUEST (err u1008))
(define-constant ERR_WITHDRAWAL_NOT_REJECTED (err u1009))
(define-constant ERR_NO_REFUNDS (err u1010))
(define-constant ERR_WITHDRAWAL_NOT_ACCEPTED (err u1011))
(define-constant ERR_BELOW_DUST_LIMIT (err u1012))
(define-constant ERR_BELOW_MIN_CLAIM (err u1013))
(define-constant ERR_INVALID_MIN_CLAIM (err u1014))
(define-constant ERR_CANNOT_REMOVE_SELF (err u1015))
(define-constant ERR_NO_PENDING_PAYOUT (err u1016))
(define-constant ERR_NO_REFUND_CREDIT (err u1017))

(define-constant BASIS_POINTS u10000)
(define-constant MAX_FEES_BIPS u500)
;; A higher fee is announced this many cycles ahead.
(define-constant FEE_NOTICE_CYCLES u2)
;; A Bitcoin output must be worth more.
(define-constant DUST_LIMIT u546)

(define-map admins principal bool)
(map-set admins tx-sender true)

;; Bitcoin addresses of holders; without one a holder is paid sBTC. Third parties can trigger a
;; Bitcoin payout only from `min-claim` up.
(define-map payout-configs principal
  { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint, min-claim: uint })

;; The fee, in basis points, and the one that replaces it from a cycle on. The first claim of a
;; (cycle, leg) fixes the fee of all its rewards.
(define-data-var fees-bips uint u0)
(define-data-var pending-fees-bips uint u0)
(define-data-var fees-activation-cycle uint u0)
(define-map fee-bips-for-cycle { reward-cycle: uint, bond-index: (optional uint) } uint)

;; How this contract's sBTC is made up, in sats: the administrator's fees, rewards not yet settled
;; (in total and by leg), pending payouts, open withdrawals, and refunds of holders. The rest is
;; attributed to nobody.
(define-data-var earned-fees uint u0)
(define-data-var unclaimed-staker-rewards uint u0)
(define-map unclaimed-rewards-for-cycle { reward-cycle: uint, bond-index: (optional uint) } uint)
(define-data-var total-pending-payouts uint u0)
(define-map pending-payouts principal uint)
(define-data-var withdrawal-liability uint u0)
(define-map withdrawal-request-stakers uint principal)
(define-data-var credited-refunds uint u0)
(define-map staker-refunds principal uint)

;; =================================================================================================
;; Stakes and payout settings
;; =================================================================================================

;; Asked by pox-5 before each stake. Calldata replaces the settings; none deletes them.
(define-public (validate-stake!
    (staker principal)
    (first-index uint)
    (num-indexes uint)
    (amount-ustx uint)
    (amount-sats uint)
    (is-bond bool)
    (signer-calldata (optional (buff 500))))
  (begin
    (asserts! (is-eq contract-caller 'ST000000000000000000002AMW42H.pox-5) ERR_UNAUTHORIZED_CALLER)
    (match signer-calldata
      calldata
        (let ((config (unwrap! (parse-payout-calldata calldata) ERR_INVALID_CALLDATA)))
          (try! (check-payout-config config))
          (ok (map-set payout-configs staker config)))
      (ok (map-delete payout-configs staker)))))

;; Only the holder itself, and not through another contract
(define-public (set-payout-config
    (pox-addr { version: (buff 1), hashbytes: (buff 32) })
    (max-fee uint)
    (min-claim uint))
  (let ((config { pox-addr: pox-addr, max-fee: max-fee, min-claim: min-claim }))
    (asserts! (is-eq contract-caller tx-sender) ERR_UNAUTHORIZED_CALLER)
    (try! (check-payout-config config))
    (map-set payout-configs tx-sender config)
    (print { topic: "set-payout-config", staker: tx-sender, config: config })
    (ok true)))

(define-public (clear-payout-config)
  (begin
    (asserts! (is-eq contract-caller tx-sender) ERR_UNAUTHORIZED_CALLER)
    (map-delete payout-configs tx-sender)
    (print { topic: "clear-payout-config", staker: tx-sender })
    (ok true)))

;; The reference manager's calldata is accepted as well. Decoding alone would drop further fields.
(define-read-only (parse-payout-calldata (calldata (buff 500)))
  (match (from-consensus-buff?
      { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint, min-claim: uint }
      calldata)
    config (if (is-eq (to-consensus-buff? config) (some calldata)) (some config) none)
    (match (from-consensus-buff?
        { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint }
        calldata)
      address
        (if (is-eq (to-consensus-buff? address) (some calldata))
          (some (merge address { min-claim: (default-min-claim (get max-fee address)) }))
          none)
      none)))

(define-read-only (default-min-claim (max-fee uint))
  (+ max-fee DUST_LIMIT u1))

;; Versions 0 to 4 (P2PKH, P2SH, P2SH-P2WPKH, P2SH-P2WSH, P2WPKH) have 20 bytes, 5 and 6 (P2WSH,
;; P2TR) have 32. An empty version counts as 0.
(define-read-only (check-payout-config
    (config
      { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint, min-claim: uint }))
  (let ((version (buff-to-uint-be (get version (get pox-addr config)))))
    (asserts!
      (and (<= version u6)
        (is-eq (len (get hashbytes (get pox-addr config))) (if (<= version u4) u20 u32)))
      ERR_INVALID_POX_ADDR)
    (ok (asserts! (> (get min-claim config) (+ (get max-fee config) DUST_LIMIT))
      ERR_INVALID_MIN_CLAIM))))

(define-read-only (get-payout-config (staker principal))
  (map-get? payout-configs staker))

;; =================================================================================================
;; Rewards
;; =================================================================================================

(define-read-only (current-cycle)
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 current-pox-reward-cycle))

;; Pulls the manager's earnings of a cycle, from the STX leg and the listed bonds. Open to anybody.
(define-public (claim-rewards (bond-periods (list 6 uint)) (reward-cycle uint))
  (let ((claimed (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-rewards
      bond-periods reward-cycle))))
    (var-set unclaimed-staker-rewards
      (+ (var-get unclaimed-staker-rewards) (get total-rewards claimed)))
    (credit-leg reward-cycle none (get earned (get stx-rewards claimed)))
    (fold credit-bond (get bond-rewards claimed) reward-cycle)
    (ok claimed)))

(define-private (credit-leg (reward-cycle uint) (bond-index (optional uint)) (sats uint))
  (let ((leg { reward-cycle: reward-cycle, bond-index: bond-index }))
    (map-insert fee-bips-for-cycle leg (get-active-fee-bips))
    (map-set unclaimed-rewards-for-cycle leg
      (+ (get-unclaimed-rewards-for-cycle reward-cycle bond-index) sats))))

(define-private (credit-bond
    (rewards { bond-index: uint, earned: uint, rewards-per-token: uint })
    (reward-cycle uint))
  (begin
    (credit-leg reward-cycle (some (get bond-index rewards)) (get earned rewards))
    reward-cycle))

;; 0 also while no fee is fixed
(define-read-only (get-fee-bips-for-cycle (reward-cycle uint) (bond-index (optional uint)))
  (default-to u0
    (map-get? fee-bips-for-cycle { reward-cycle: reward-cycle, bond-index: bond-index })))

(define-read-only (get-earned-staker-rewards
    (staker principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (without-fees reward-cycle bond-index
    (contract-call? 'ST000000000000000000002AMW42H.pox-5 get-earned-staker-rewards
      current-contract reward-cycle bond-index staker)))

(define-private (without-fees
    (reward-cycle uint)
    (bond-index (optional uint))
    (gross uint))
  (let ((fees (/ (* gross (get-fee-bips-for-cycle reward-cycle bond-index)) BASIS_POINTS)))
    { earned: (- gross fees), fees: fees }))

;; Moves a holder's rewards of a (cycle, leg) into its pending payout. Open to anybody.
(define-public (settle-staker-rewards
    (staker principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (let (
      (gross (get earned
        (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-staker-rewards-for-signer
          staker reward-cycle bond-index))))
      (rewards (without-fees reward-cycle bond-index gross))
      (net (get earned rewards))
      (unclaimed (get-unclaimed-rewards-for-cycle reward-cycle bond-index))
      (pending (+ (get-pending-payout staker) net)))
    (asserts! (> net u0) ERR_NO_CLAIMABLE_REWARDS)
    (asserts! (>= unclaimed gross) ERR_NO_CLAIMABLE_REWARDS)
    (map-set unclaimed-rewards-for-cycle { reward-cycle: reward-cycle, bond-index: bond-index }
      (- unclaimed gross))
    (var-set unclaimed-staker-rewards (- (var-get unclaimed-staker-rewards) gross))
    (var-set earned-fees (+ (var-get earned-fees) (get fees rewards)))
    (map-set pending-payouts staker pending)
    (var-set total-pending-payouts (+ (var-get total-pending-payouts) net))
    (print
      { topic: "settle-staker-rewards",
        staker: staker,
        reward-cycle: reward-cycle,
        bond-index: bond-index,
        earned: net,
        fees: (get fees rewards),
        pending-payout: pending })
    (ok net)))

;; Pays a holder's whole pending payout. Open to anybody, as Bitcoin from the minimum claim up.
(define-public (payout (staker principal))
  (let ((amount (get-pending-payout staker)))
    (asserts! (> amount u0) ERR_NO_PENDING_PAYOUT)
    (map-delete pending-payouts staker)
    (var-set total-pending-payouts (- (var-get total-pending-payouts) amount))
    (let (
        (l1-withdrawal (match (get-payout-config staker)
          config (some (try! (withdraw amount staker config)))
          (begin
            (try! (send-sbtc amount staker))
            none)))
        (withdrawal-request (match l1-withdrawal
          withdrawal (some (get withdrawal-request withdrawal))
          none)))
      (print
        { topic: "payout",
          amount-sats: amount,
          l1-withdrawal: l1-withdrawal,
          staker: staker })
      (ok { amount: amount, withdrawal-request: withdrawal-request }))))

;; Both steps in one call
(define-public (claim-staker-rewards
    (staker principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (begin
    (try! (settle-staker-rewards staker reward-cycle bond-index))
    (payout staker)))

;; Requests a Bitcoin payout of the amount, less the budget for the fee.
(define-private (withdraw
    (amount uint)
    (staker principal)
    (config
      { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint, min-claim: uint }))
  (let ((max-fee (get max-fee config)))
    (asserts! (or (is-eq tx-sender staker) (>= amount (get min-claim config)))
      ERR_BELOW_MIN_CLAIM)
    (asserts! (> amount (+ max-fee DUST_LIMIT)) ERR_BELOW_DUST_LIMIT)
    (let ((request-id (try! (as-contract?
        ((with-ft 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token "sbtc-token" amount))
        (try! (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-withdrawal
          initiate-withdrawal-request (- amount max-fee) (get pox-addr config) max-fee))))))
      (map-set withdrawal-request-stakers request-id staker)
      (var-set withdrawal-liability (+ (var-get withdrawal-liability) amount))
      (ok (merge config { withdrawal-request: request-id, amount: (- amount max-fee) })))))

(define-read-only (get-unclaimed-staker-rewards)
  (var-get unclaimed-staker-rewards))

(define-read-only (get-unclaimed-rewards-for-cycle (reward-cycle uint) (bond-index (optional uint)))
  (default-to u0
    (map-get? unclaimed-rewards-for-cycle
      { reward-cycle: reward-cycle, bond-index: bond-index })))

(define-read-only (get-pending-payout (staker principal))
  (default-to u0 (map-get? pending-payouts staker)))

(define-read-only (get-total-pending-payouts)
  (var-get total-pending-payouts))

;; =================================================================================================
;; Answers of the sBTC signers
;; =================================================================================================

;; Pays a rejected withdrawal as sBTC, budget included.
(define-public (reclaim-failed-withdrawal (request-id uint))
  (let (
      (staker (unwrap! (get-withdrawal-request-staker request-id) ERR_UNKNOWN_WITHDRAWAL_REQUEST))
      (request (get-withdrawal-request request-id))
      (sats (+ (get amount request) (get max-fee request))))
    (asserts! (is-eq (get status request) (some false)) ERR_WITHDRAWAL_NOT_REJECTED)
    (release-liability request-id sats)
    (try! (send-sbtc sats staker))
    (print
      { topic: "reclaim-failed-withdrawal",
        request-id: request-id,
        staker: staker,
        amount-sats: sats })
    (ok sats)))

;; Closes an accepted withdrawal. The unspent part of its budget is credited to the holder, as far
;; as it has come back.
(define-public (settle-accepted-withdrawal (request-id uint))
  (let (
      (staker (unwrap! (get-withdrawal-request-staker request-id) ERR_UNKNOWN_WITHDRAWAL_REQUEST))
      (request (get-withdrawal-request request-id))
      (max-fee (get max-fee request))
      (sats (+ (get amount request) max-fee)))
    (asserts! (is-eq (get status request) (some true)) ERR_WITHDRAWAL_NOT_ACCEPTED)
    (release-liability request-id sats)
    (let (
        (unattributed (unattributed-sats))
        (refund (if (< max-fee unattributed) max-fee unattributed)))
      (map-set staker-refunds staker (+ (get-staker-refund staker) refund))
      (var-set credited-refunds (+ (var-get credited-refunds) refund))
      (print
        { topic: "settle-accepted-withdrawal",
          request-id: request-id,
          staker: staker,
          liability-released: sats,
          fee-refund: refund })
      (ok sats))))

(define-public (claim-refund (staker principal))
  (let ((refund (get-staker-refund staker)))
    (asserts! (> refund u0) ERR_NO_REFUND_CREDIT)
    (map-delete staker-refunds staker)
    (var-set credited-refunds (- (var-get credited-refunds) refund))
    (try! (send-sbtc refund staker))
    (print { topic: "claim-refund", staker: staker, amount-sats: refund })
    (ok refund)))

(define-private (release-liability (request-id uint) (sats uint))
  (begin
    (map-delete withdrawal-request-stakers request-id)
    (var-set withdrawal-liability (- (var-get withdrawal-liability) sats))))

(define-private (get-withdrawal-request (request-id uint))
  (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-registry
    get-withdrawal-request request-id)))

(define-read-only (get-withdrawal-request-staker (request-id uint))
  (map-get? withdrawal-request-stakers request-id))

(define-read-only (get-withdrawal-liability)
  (var-get withdrawal-liability))

(define-read-only (get-staker-refund (staker principal))
  (default-to u0 (map-get? staker-refunds staker)))

(define-read-only (get-credited-refunds)
  (var-get credited-refunds))

;; =================================================================================================
;; Administration
;; =================================================================================================

;; Only an administrator itself, and not through another contract
(define-private (assert-admin)
  (ok (asserts! (and (is-admin tx-sender) (is-eq contract-caller tx-sender))
    ERR_UNAUTHORIZED_ADMIN)))

(define-read-only (is-admin (who principal))
  (default-to false (map-get? admins who)))

;; Registers this manager in pox-5 with a key whose owner has signed the grant.
(define-public (register-self
    (signer-manager <signer-manager-trait>)
    (signer-key (buff 33))
    (auth-id uint)
    (signer-sig (buff 65)))
  (begin
    (try! (assert-admin))
    (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 grant-signer-key
      signer-key (contract-of signer-manager) auth-id signer-sig))
    (contract-call? 'ST000000000000000000002AMW42H.pox-5 register-signer
      signer-manager signer-key)))

(define-public (update-admin (admin principal) (enabled bool))
  (begin
    (try! (assert-admin))
    (asserts! (or enabled (not (is-eq admin tx-sender))) ERR_CANNOT_REMOVE_SELF)
    (map-set admins admin enabled)
    (print { topic: "update-admin", admin: admin, enabled: enabled })
    (ok admin)))

;; A lower fee applies at once, a higher one after its notice; cycles with a fixed fee keep theirs.
(define-public (update-fees (new-fees uint))
  (let (
      (old-fees (get-active-fee-bips))
      (cycle (current-cycle))
      (at-once (<= new-fees old-fees))
      (activation-cycle (if at-once cycle (+ cycle FEE_NOTICE_CYCLES))))
    (try! (assert-admin))
    (asserts! (<= new-fees MAX_FEES_BIPS) ERR_INVALID_FEES_BIPS)
    (var-set fees-bips (if at-once new-fees old-fees))
    (var-set pending-fees-bips new-fees)
    (var-set fees-activation-cycle activation-cycle)
    (print
      { topic: "update-fees",
        old-fees: old-fees,
        new-fees: new-fees,
        activation-cycle: activation-cycle })
    (ok true)))

(define-read-only (get-active-fee-bips)
  (if (>= (current-cycle) (var-get fees-activation-cycle))
    (var-get pending-fees-bips)
    (var-get fees-bips)))

(define-read-only (get-pending-fees)
  { pending-bips: (var-get pending-fees-bips),
    activation-cycle: (var-get fees-activation-cycle),
    active-bips: (get-active-fee-bips) })

(define-public (withdraw-fees (amount uint) (recipient principal))
  (begin
    (try! (assert-admin))
    (asserts! (<= amount (var-get earned-fees)) ERR_INSUFFICIENT_FEES)
    (var-set earned-fees (- (var-get earned-fees) amount))
    (try! (send-sbtc amount recipient))
    (ok amount)))

;; Takes the sBTC that is attributed to nobody.
(define-public (sweep-fee-refunds (recipient principal))
  (let ((amount (unattributed-sats)))
    (try! (assert-admin))
    (asserts! (> amount u0) ERR_NO_REFUNDS)
    (try! (send-sbtc amount recipient))
    (print { topic: "sweep-fee-refunds", amount-sats: amount, recipient: recipient })
    (ok amount)))

(define-read-only (get-earned-fees)
  (var-get earned-fees))

;; =================================================================================================
;; sBTC
;; =================================================================================================

;; 0 as well while an accepted withdrawal has burned its sBTC and is not settled
(define-private (unattributed-sats)
  (let (
      (balance (sbtc-balance))
      (owed (+
        (var-get earned-fees)
        (var-get withdrawal-liability)
        (var-get unclaimed-staker-rewards)
        (var-get credited-refunds)
        (var-get total-pending-payouts))))
    (if (> balance owed) (- balance owed) u0)))

;; Includes the sBTC locked for withdrawals
(define-private (sbtc-balance)
  (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token
    get-balance current-contract)))

(define-private (send-sbtc (sats uint) (recipient principal))
  (as-contract?
      ((with-ft 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token "sbtc-token" sats))
    (try! (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
      sats current-contract recipient none))))
