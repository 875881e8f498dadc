;; For tests: a signer manager that does what it is told. Anybody may call everything; the sBTC that
;; it claims stays in it.

(impl-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)
(use-trait signer-manager-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)

;; What the next stakes are answered
(define-data-var answer (response bool uint) (ok true))

(define-public (set-answer (new-answer (response bool uint)))
  (ok (var-set answer new-answer)))

(define-public (validate-stake!
    (staker principal)
    (first-index uint)
    (num-indexes uint)
    (amount-ustx uint)
    (amount-sats uint)
    (is-bond bool)
    (signer-calldata (optional (buff 500))))
  (begin
    (print
      { topic: "seen",
        staker: staker,
        first-index: first-index,
        num-indexes: num-indexes,
        amount-ustx: amount-ustx,
        amount-sats: amount-sats,
        is-bond: is-bond,
        signer-calldata: signer-calldata })
    (var-get answer)))

(define-public (grant (signer-key (buff 33)) (auth-id uint) (signer-sig (buff 65)))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 grant-signer-key
    signer-key current-contract auth-id signer-sig))

(define-public (register (self <signer-manager-trait>) (signer-key (buff 33)))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 register-signer self signer-key))

(define-public (claim (bond-periods (list 6 uint)) (reward-cycle uint))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-rewards bond-periods reward-cycle))

(define-public (settle (staker principal) (reward-cycle uint) (bond-index (optional uint)))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-staker-rewards-for-signer
    staker reward-cycle bond-index))
