;; Signer manager: accepts any stake, pulls rewards from pox-5 and pays them to the holders, as sBTC
;; or as Bitcoin [bitcoin-staking 7.2].
;;
;; A holder sets a Bitcoin address and a budget for the withdrawal fee in the calldata of its stake.
;; The whole budget is taken from the reward. What the withdrawal does not spend comes back here and
;; belongs to the administrator.
;;
;; Clarity 6. Other revisions differ in the region between `;;@ answer` and `;;@ end`.

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

(define-constant BASIS_POINTS u10000)

(define-map admins principal bool)
(map-set admins tx-sender true)

;; Bitcoin addresses of holders; without one a holder is paid sBTC.
(define-map pox-addrs principal
  { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint })

;; The fee, in basis points. The first claim of a (cycle, leg) fixes the fee of all its rewards.
(define-data-var fees-bips uint u0)
(define-map fee-bips-for-cycle { reward-cycle: uint, bond-index: (optional uint) } uint)

;; How this contract's sBTC is made up, in sats: the administrator's fees, rewards not yet claimed,
;; and open withdrawals. The rest is unspent fee budgets.
(define-data-var earned-fees uint u0)
(define-data-var unclaimed-staker-rewards uint u0)
(define-data-var withdrawal-liability uint u0)
(define-map withdrawal-request-stakers uint principal)

;; =================================================================================================
;; Stakes
;; =================================================================================================

;; Asked by pox-5 before each stake. Calldata replaces the address; none deletes it.
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
        (let ((payout (unwrap!
            (from-consensus-buff?
              { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint }
              calldata)
            ERR_INVALID_CALLDATA)))
          ;; Decoding alone would drop further fields.
          (asserts! (is-eq (to-consensus-buff? payout) (some calldata)) ERR_INVALID_CALLDATA)
          (try! (check-pox-addr (get pox-addr payout)))
          (ok (map-set pox-addrs staker payout)))
      (ok (map-delete pox-addrs staker)))))

;; Versions 0 to 4 (P2PKH, P2SH, P2SH-P2WPKH, P2SH-P2WSH, P2WPKH) have 20 bytes, 5 and 6 (P2WSH,
;; P2TR) have 32.
(define-read-only (check-pox-addr (pox-addr { version: (buff 1), hashbytes: (buff 32) }))
  (let (
      (version (buff-to-uint-be (get version pox-addr)))
      (length (len (get hashbytes pox-addr))))
    (ok (asserts!
      (and
        (is-eq (len (get version pox-addr)) u1)
        (<= version u6)
        (is-eq length (if (<= version u4) u20 u32)))
      ERR_INVALID_POX_ADDR))))

(define-read-only (get-pox-addr (staker principal))
  (map-get? pox-addrs staker))

;; =================================================================================================
;; Rewards
;; =================================================================================================

;; Pulls the manager's earnings of a cycle, from the STX leg and the listed bonds. Open to anybody.
(define-public (claim-rewards (bond-periods (list 6 uint)) (reward-cycle uint))
  (let ((claimed (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-rewards
      bond-periods reward-cycle))))
    (var-set unclaimed-staker-rewards
      (+ (var-get unclaimed-staker-rewards) (get total-rewards claimed)))
    (fix-fee-bips reward-cycle none)
    (fold fix-bond-fee-bips bond-periods reward-cycle)
    (ok claimed)))

(define-private (fix-fee-bips (reward-cycle uint) (bond-index (optional uint)))
  (map-insert fee-bips-for-cycle { reward-cycle: reward-cycle, bond-index: bond-index }
    (var-get fees-bips)))

(define-private (fix-bond-fee-bips (bond-index uint) (reward-cycle uint))
  (begin
    (fix-fee-bips reward-cycle (some bond-index))
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

;; Pays a holder its rewards of a (cycle, leg). Open to anybody.
(define-public (claim-staker-rewards
    (staker principal)
    (reward-cycle uint)
    (bond-index (optional uint)))
  (let (
      (gross (get earned
        (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-staker-rewards-for-signer
          staker reward-cycle bond-index))))
      (rewards (without-fees reward-cycle bond-index gross))
      (net (get earned rewards))
      (unclaimed (var-get unclaimed-staker-rewards)))
    (asserts! (> net u0) ERR_NO_CLAIMABLE_REWARDS)
    (asserts! (>= unclaimed gross) ERR_NO_CLAIMABLE_REWARDS)
    (asserts! (> (sbtc-balance) u0) ERR_NO_CLAIMABLE_REWARDS)
    (var-set unclaimed-staker-rewards (- unclaimed gross))
    (var-set earned-fees (+ (var-get earned-fees) (get fees rewards)))
    (let (
        (l1-withdrawal (match (get-pox-addr staker)
          payout (some (try! (withdraw net staker payout)))
          (begin
            (try! (send-sbtc net staker))
            none)))
        (withdrawal-request (match l1-withdrawal
          withdrawal (some (get withdrawal-request withdrawal))
          none)))
      (print
        { topic: "claim-staker-rewards",
          amount-sats: net,
          l1-withdrawal: l1-withdrawal,
          staker: staker,
          reward-cycle: reward-cycle,
          bond-index: bond-index })
      ;;@ answer
      (ok { earned: net, withdrawal-request: withdrawal-request })
      ;;@ end
    )))

;; Requests a Bitcoin payout of a reward, less the budget for the fee.
(define-private (withdraw
    (net uint)
    (staker principal)
    (payout { pox-addr: { version: (buff 1), hashbytes: (buff 32) }, max-fee: uint }))
  (let ((max-fee (get max-fee payout)))
    (asserts! (>= net max-fee) ERR_NO_CLAIMABLE_REWARDS)
    (let ((request-id (try! (as-contract?
        ((with-ft 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token "sbtc-token" net))
        (try! (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-withdrawal
          initiate-withdrawal-request (- net max-fee) (get pox-addr payout) max-fee))))))
      (map-set withdrawal-request-stakers request-id staker)
      (var-set withdrawal-liability (+ (var-get withdrawal-liability) net))
      (ok (merge payout { withdrawal-request: request-id, amount: (- net max-fee) })))))

(define-read-only (get-unclaimed-staker-rewards)
  (var-get unclaimed-staker-rewards))

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
    (ok true)))

;; Closes an accepted withdrawal. The unspent part of its budget has come back here.
(define-public (settle-accepted-withdrawal (request-id uint))
  (let (
      (staker (unwrap! (get-withdrawal-request-staker request-id) ERR_UNKNOWN_WITHDRAWAL_REQUEST))
      (request (get-withdrawal-request request-id))
      (sats (+ (get amount request) (get max-fee request))))
    (asserts! (is-eq (get status request) (some true)) ERR_WITHDRAWAL_NOT_ACCEPTED)
    (release-liability request-id sats)
    (print
      { topic: "settle-accepted-withdrawal",
        request-id: request-id,
        staker: staker,
        liability-released: sats })
    (ok true)))

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
    (map-set admins admin enabled)
    (print { topic: "update-admin", admin: admin, enabled: enabled })
    (ok admin)))

;; Applies at once, to every cycle whose fee is not fixed
(define-public (update-fees (new-fees uint))
  (let ((old-fees (var-get fees-bips)))
    (try! (assert-admin))
    (asserts! (< new-fees BASIS_POINTS) ERR_INVALID_FEES_BIPS)
    (var-set fees-bips new-fees)
    (print { topic: "update-fees", old-fees: old-fees, new-fees: new-fees })
    (ok true)))

(define-public (withdraw-fees (amount uint) (recipient principal))
  (begin
    (try! (assert-admin))
    (asserts! (<= amount (var-get earned-fees)) ERR_INSUFFICIENT_FEES)
    (var-set earned-fees (- (var-get earned-fees) amount))
    (try! (send-sbtc amount recipient))
    (ok amount)))

;; Takes what is attributed to nobody: unspent budgets, and sBTC sent here by mistake.
(define-public (sweep-fee-refunds (recipient principal))
  (let (
      (balance (sbtc-balance))
      (owed (+
        (var-get earned-fees)
        (var-get withdrawal-liability)
        (var-get unclaimed-staker-rewards))))
    (try! (assert-admin))
    (asserts! (> balance owed) ERR_NO_REFUNDS)
    (try! (send-sbtc (- balance owed) recipient))
    (print { topic: "sweep-fee-refunds", amount-sats: (- balance owed), recipient: recipient })
    (ok (- balance owed))))

(define-read-only (get-earned-fees)
  (var-get earned-fees))

;; =================================================================================================
;; sBTC
;; =================================================================================================

;; Includes the sBTC locked for withdrawals
(define-private (sbtc-balance)
  (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token
    get-balance current-contract)))

(define-private (send-sbtc (sats uint) (recipient principal))
  (as-contract?
      ((with-ft 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token "sbtc-token" sats))
    (try! (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
      sats current-contract recipient none))))
