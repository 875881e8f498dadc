;; For tests: stands in for the pool through which holders stake with the native manager
;; [bitcoin-staking 7.6]. A holder counts as delegating only while its call runs here.

(use-trait signer-manager-trait 'ST000000000000000000002AMW42H.pox-5.signer-manager-trait)

(define-data-var delegating (optional principal) none)

(define-read-only (is-delegating (staker principal))
  (is-eq (var-get delegating) (some staker)))

(define-public (delegate
    (signer-manager <signer-manager-trait>)
    (amount-ustx uint)
    (num-cycles uint))
  (begin
    (var-set delegating (some tx-sender))
    (let ((result (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 stake
        signer-manager amount-ustx num-cycles burn-block-height none))))
      (var-set delegating none)
      (ok result))))

(define-public (delegate-update
    (signer-manager <signer-manager-trait>)
    (old-signer-manager <signer-manager-trait>)
    (cycles-to-extend uint)
    (amount-increase uint)
    (signer-calldata (optional (buff 500))))
  (begin
    (var-set delegating (some tx-sender))
    (let ((result (try! (contract-call? 'ST000000000000000000002AMW42H.pox-5 stake-update
        signer-manager old-signer-manager cycles-to-extend amount-increase signer-calldata))))
      (var-set delegating none)
      (ok result))))

(define-public (undelegate (old-signer-manager <signer-manager-trait>))
  (contract-call? 'ST000000000000000000002AMW42H.pox-5 unstake old-signer-manager))
