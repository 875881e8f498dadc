;; Credits sBTC on a local network, with the token's own mint event. Deploy it under the name
;; `sbtc-deposit` from the address of the sBTC token, which lets the contract of that name mint.

(define-public (deposit (recipient principal) (sats uint))
  (contract-call? .sbtc-token protocol-mint sats recipient 0x01))
