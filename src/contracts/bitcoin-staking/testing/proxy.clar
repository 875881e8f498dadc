;; For tests: forwards calls to pox-5, which then sees the holder as tx-sender and this contract as
;; contract-caller.

(use-trait signer-manager-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)

(define-public (stake
    (signer-manager <signer-manager-trait>)
    (amount-ustx uint)
    (num-cycles uint)
    (start-burn-ht uint)
    (signer-calldata (optional (buff 500))))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 stake
    signer-manager amount-ustx num-cycles start-burn-ht signer-calldata))

(define-public (unstake (old-signer-manager <signer-manager-trait>))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 unstake old-signer-manager))

(define-public (calculate (bond-periods (list 6 uint)))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 calculate-rewards bond-periods))

(define-public (announce (staker principal) (old-signer-manager <signer-manager-trait>))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 announce-l1-early-exit
    staker old-signer-manager))

(define-public (setup
    (bond-index uint)
    (target-rate uint)
    (stx-value-ratio uint)
    (min-ustx-ratio uint))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 setup-bond
    bond-index target-rate stx-value-ratio min-ustx-ratio 0x (list)))
