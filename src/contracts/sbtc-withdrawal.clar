;; Withdrawals of sBTC to Bitcoin on a local network, with the token's and the registry's own
;; events. Deploy it under the name `sbtc-withdrawal` from the address of the sBTC token, which lets
;; the contract of that name lock and burn.
;;
;; The two answers of the sBTC signers are open to anybody here: whoever runs the network decides.

(define-constant ERR_DUST_LIMIT (err u502))
(define-constant ERR_UNKNOWN_REQUEST (err u505))
;; A Bitcoin output must be worth more.
(define-constant DUST_LIMIT u546)

;; What the token knows this contract by
(define-constant WITHDRAWAL_ROLE 0x02)

(define-constant NO_HASH 0x0000000000000000000000000000000000000000000000000000000000000000)

;; Locks the amount and the highest fee, until the signers answer.
(define-public (initiate-withdrawal-request
    (amount uint)
    (recipient { version: (buff 1), hashbytes: (buff 32) })
    (max-fee uint))
  (begin
    (try! (contract-call? .sbtc-token protocol-lock (+ amount max-fee) tx-sender WITHDRAWAL_ROLE))
    (asserts! (> amount DUST_LIMIT) ERR_DUST_LIMIT)
    (contract-call? .sbtc-registry create-withdrawal-request
      amount max-fee tx-sender recipient burn-block-height)))

;; The Bitcoin was sent: the locked sBTC is burned, but for the part of the fee that was not needed.
(define-public (accept-withdrawal-request (request-id uint) (fee uint))
  (let (
      (request (unwrap! (contract-call? .sbtc-registry get-withdrawal-request request-id)
        ERR_UNKNOWN_REQUEST))
      (max-fee (get max-fee request)))
    (try! (contract-call? .sbtc-token protocol-burn-locked
      (+ (get amount request) max-fee) (get sender request) WITHDRAWAL_ROLE))
    (if (< fee max-fee)
      (try! (contract-call? .sbtc-token protocol-mint
        (- max-fee fee) (get sender request) WITHDRAWAL_ROLE))
      true)
    (contract-call? .sbtc-registry complete-withdrawal-accept
      request-id NO_HASH u0 u0 fee NO_HASH burn-block-height NO_HASH)))

;; Nothing was sent: the sBTC is the sender's again.
(define-public (reject-withdrawal-request (request-id uint))
  (let ((request (unwrap! (contract-call? .sbtc-registry get-withdrawal-request request-id)
      ERR_UNKNOWN_REQUEST)))
    (try! (contract-call? .sbtc-token protocol-unlock
      (+ (get amount request) (get max-fee request)) (get sender request) WITHDRAWAL_ROLE))
    (contract-call? .sbtc-registry complete-withdrawal-reject request-id u0)))
