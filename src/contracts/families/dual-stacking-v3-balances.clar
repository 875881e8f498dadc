;; What an address has stacked and holds in DeFi protocols, as the third family's balances contract
;; tells it. sBTC in DeFi is a figure that the admin stores.

(define-data-var admin principal contract-caller)
(define-map defi-figures { address: principal } { amount: uint })

(define-public (set-defi-figure (address principal) (amount uint))
  (begin
    (asserts! (is-eq contract-caller (var-get admin)) (err u200))
    (ok (map-set defi-figures { address: address } { amount: amount }))))

(define-read-only (get-user-balances (address principal))
  {
    stx-stacked: (get locked (stx-account address)),
    total-defi: (default-to u0 (get amount (map-get? defi-figures { address: address }))) })
