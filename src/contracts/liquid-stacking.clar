;; Liquid-stacked STX of an address: the interface that the Dual Stacking contract reads, over one
;; configurable liquid token. Public networks have such a contract; it adds up what an address holds
;; of stSTX and stSTXbtc, in the wallet and in DeFi protocols. Here the administrator sets those
;; amounts.
;;@ about
;; Deploy it under the name `liquid-stacking-v1_0_1`. History needs no extra care: who wants the
;; past reads with at-block.
;;@ end

(define-constant ERR_NOT_ADMIN (err u200))
(define-constant RATIO_PRECISION u1000000)

(define-data-var admin principal contract-caller)
;; uSTX per stSTX, with 6 decimals.
(define-data-var ratio uint RATIO_PRECISION)
;; ststx: grows in STX with the ratio. ststxbtc: one for one. Both with 6 decimals, like uSTX.
(define-map holdings { address: principal } { ststx: uint, ststxbtc: uint })

(define-read-only (get-user-liquid-stx-stacked (address principal))
  (let ((holding (holding-of address)))
    (+ (/ (* (var-get ratio) (get ststx holding)) RATIO_PRECISION) (get ststxbtc holding))))

(define-read-only (get-ststx-balance-in-wallet (address principal))
  (get ststx (holding-of address)))

(define-read-only (get-ststxbtc-balance-in-wallet (address principal))
  (get ststxbtc (holding-of address)))

(define-read-only (get-ratio-stx-ststx)
  (var-get ratio))

;;@ history
;; Before this block nobody can have any: whoever reads an earlier one need not ask, and cannot.
(define-constant FIRST_HEIGHT stacks-block-height)

(define-read-only (get-first-height)
  FIRST_HEIGHT)

(define-read-only (get-user-liquid-stx-stacked-at-block-height
    (address principal)
    (stx-block-height uint))
  (at-block (unwrap-panic (get-stacks-block-info? id-header-hash stx-block-height))
    (get-user-liquid-stx-stacked address)))
;;@ end

(define-private (holding-of (address principal))
  (default-to { ststx: u0, ststxbtc: u0 } (map-get? holdings { address: address })))

(define-public (set-holding (address principal) (ststx uint) (ststxbtc uint))
  (begin
    (asserts! (is-eq contract-caller (var-get admin)) ERR_NOT_ADMIN)
    (ok (map-set holdings { address: address } { ststx: ststx, ststxbtc: ststxbtc }))))

;; Whatever the ratio is, now and later, the address counts exactly these uSTX.
(define-public (set-stacked-ustx (address principal) (ustx uint))
  (set-holding address u0 ustx))

(define-public (set-ratio (new-ratio uint))
  (begin
    (asserts! (is-eq contract-caller (var-get admin)) ERR_NOT_ADMIN)
    (ok (var-set ratio new-ratio))))
