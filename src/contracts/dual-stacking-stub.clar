;; What the sample vault asks of Dual Stacking, and nothing else: for tests of a vault alone.

(define-data-var cycle-id uint u0)
(define-map finalized { cycle-id: uint } { stx-block-height: uint })

(define-read-only (get-current-cycle-id)
  (var-get cycle-id))

(define-read-only (get-distribution-finalized-at-height (wanted-cycle-id uint))
  (map-get? finalized { cycle-id: wanted-cycle-id }))

;; Ends the running cycle. Its reward is whatever sBTC the vault was sent before.
(define-public (finalize)
  (let ((cycle (var-get cycle-id)))
    (map-set finalized { cycle-id: cycle } { stx-block-height: stacks-block-height })
    (var-set cycle-id (+ cycle u1))
    (ok cycle)))
