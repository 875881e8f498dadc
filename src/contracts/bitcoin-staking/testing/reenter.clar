;; For tests: a signer manager that calls pox-5 back while pox-5 asks it. `.plain` is the manager
;; that it stakes to.

(impl-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)
(use-trait signer-manager-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)

(define-constant CALCULATE u1)
(define-constant CLAIM u2)
(define-constant SETTLE u3)
(define-constant STAKE u4)

(define-data-var mode uint u0)

(define-public (set-mode (new-mode uint))
  (ok (var-set mode new-mode)))

(define-public (validate-stake!
    (staker principal)
    (first-index uint)
    (num-indexes uint)
    (amount-ustx uint)
    (amount-sats uint)
    (is-bond bool)
    (signer-calldata (optional (buff 500))))
  (begin
    (if (is-eq (var-get mode) CALCULATE)
      (is-ok (ok (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 calculate-rewards
        (list)))))
      false)
    (if (is-eq (var-get mode) CLAIM)
      (is-ok (ok (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 claim-rewards
        (list) u1))))
      false)
    (if (is-eq (var-get mode) SETTLE)
      (is-ok (ok (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5
        claim-staker-rewards-for-signer staker u1 none))))
      false)
    (if (is-eq (var-get mode) STAKE)
      (is-ok (ok (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 stake
        .plain u1 u1 burn-block-height none))))
      false)
    (ok false)))

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
