;; A contract of the third family's shape, as far as it is publicly known: three calls of a holder,
;; one read function, and payments of sBTC. It prints in a shape of its own, and nothing tells a
;; client about its cycle.

(define-constant ERR_ALREADY_ENROLLED (err u1101))
(define-constant ERR_NOT_ENROLLED (err u1103))
(define-constant ERR_MINIMUM_NOT_MET (err u1104))
(define-constant ERR_NOT_ADMIN (err u1200))
(define-constant MINIMUM u10000)

(define-data-var admin principal contract-caller)
(define-map rows principal principal)

(define-private (available (address principal))
  (unwrap-panic (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token
    get-balance-available address)))

(define-public (enroll (rewarded-address (optional principal)))
  (begin
    (asserts! (is-none (map-get? rows contract-caller)) ERR_ALREADY_ENROLLED)
    (asserts! (meets-enrollment-minimum contract-caller) ERR_MINIMUM_NOT_MET)
    (map-set rows contract-caller (default-to contract-caller rewarded-address))
    (print { topic: "joined", who: contract-caller })
    (ok true)))

(define-public (opt-out)
  (begin
    (asserts! (map-delete rows contract-caller) ERR_NOT_ENROLLED)
    (print { topic: "left", who: contract-caller })
    (ok true)))

(define-public (change-reward-address (new-address principal))
  (begin
    (asserts! (map-set rows contract-caller new-address) ERR_NOT_ENROLLED)
    (print { topic: "redirected", who: contract-caller })
    (ok true)))

(define-public (pay (payments (list 200 { who: principal, amount: uint })))
  (begin
    (asserts! (is-eq contract-caller (var-get admin)) ERR_NOT_ADMIN)
    (ok (map pay-one payments))))

(define-private (pay-one (payment { who: principal, amount: uint }))
  (let ((recipient (default-to (get who payment) (map-get? rows (get who payment)))))
    (print { topic: "paid", amount: (get amount payment) })
    (as-contract (contract-call? 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token transfer
      (get amount payment) tx-sender recipient none))))

(define-read-only (meets-enrollment-minimum (address principal))
  (>= (available address) MINIMUM))
