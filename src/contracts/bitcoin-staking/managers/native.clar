;; Signer manager of a native pool: holders stake with it only through the pool contract
;; (`.native-pool`) and claim for themselves [bitcoin-staking 7.6]. No fee, no Bitcoin payouts.
;;
;; Clarity 6.

(impl-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)
(use-trait signer-manager-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)

(define-constant ERR_UNAUTHORIZED (err u37001))
(define-constant ERR_NOT_DELEGATING (err u37002))
(define-constant ERR_NOTHING_TO_CLAIM (err u37003))

(define-constant ADMIN tx-sender)

;; Asked by pox-5 before each stake. Calldata is ignored.
(define-public (validate-stake!
    (staker principal)
    (first-index uint)
    (num-indexes uint)
    (amount-ustx uint)
    (amount-sats uint)
    (is-bond bool)
    (signer-calldata (optional (buff 500))))
  (ok (asserts! (contract-call? .native-pool is-delegating staker) ERR_NOT_DELEGATING)))

(define-public (register-self
    (signer-manager <signer-manager-trait>)
    (signer-key (buff 33))
    (auth-id uint)
    (signer-sig (buff 65)))
  (begin
    (asserts! (and (is-eq tx-sender ADMIN) (is-eq contract-caller ADMIN)) ERR_UNAUTHORIZED)
    (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 grant-signer-key
      signer-key (contract-of signer-manager) auth-id signer-sig))
    (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 register-signer
      signer-manager signer-key))
    (print
      { action: "register-self",
        data: { signer-key: signer-key, block-height: stacks-block-height } })
    (ok true)))

;; Pulls the manager's earnings of a cycle. Open to anybody.
(define-public (claim-rewards (bond-periods (list 6 uint)) (reward-cycle uint))
  (let ((claimed (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-rewards
      bond-periods reward-cycle))))
    (print
      { action: "claim-rewards",
        data:
          { total-rewards: (get total-rewards claimed),
            reward-cycle: reward-cycle,
            block-height: stacks-block-height } })
    (ok claimed)))

;; Pays the sender. While this contract holds too little, by dust or because nothing was pulled, the
;; token's error 1 comes out.
(define-public (claim-staker-rewards (reward-cycle uint) (bond-index (optional uint)))
  (let (
      (staker tx-sender)
      (earned (get earned
        (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-staker-rewards-for-signer
          staker reward-cycle bond-index)))))
    (asserts! (> earned u0) ERR_NOTHING_TO_CLAIM)
    (try! (as-contract?
      ((with-ft 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token "sbtc-token" earned))
      (try! (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
        earned current-contract staker none))))
    (print
      { action: "claim-staker-rewards",
        data:
          { staker: staker,
            reward-cycle: reward-cycle,
            earned: earned,
            block-height: stacks-block-height } })
    (ok earned)))
