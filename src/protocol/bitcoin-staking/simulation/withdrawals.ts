import { ContractMap } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { UndoLog } from '../../clarity/undo-log.ts'
import type { SbtcLedger } from './sbtc-ledger.ts'

/** A request to withdraw sBTC to Bitcoin, in sats. */
export interface WithdrawalRequest {
  readonly requester: Principal
  readonly amountSats: bigint
  readonly maxFeeSats: bigint
  /** What the sBTC signers answered; undefined while they have not. */
  readonly accepted: boolean | undefined
}

/** Withdrawal requests, numbered from 1 [bitcoin-staking 7.2]. */
export class Withdrawals {
  readonly #requests: ContractMap<WithdrawalRequest>
  readonly #journal: UndoLog
  readonly #sbtc: SbtcLedger
  #count = 0n

  constructor(journal: UndoLog, sbtc: SbtcLedger) {
    this.#requests = new ContractMap(journal)
    this.#journal = journal
    this.#sbtc = sbtc
  }

  request(id: bigint): WithdrawalRequest | undefined {
    return this.#requests.get(id.toString())
  }

  /** Files a request; answers its number. */
  file(request: Omit<WithdrawalRequest, 'accepted'>): bigint {
    this.#journal.record(() => this.#count--)
    this.#count++
    this.#requests.set(this.#count.toString(), { ...request, accepted: undefined })
    return this.#count
  }

  /** Accepts a request for a fee in sats: what is left of its largest fee goes back. */
  accept(id: bigint, feeSats: bigint): void {
    const request = this.#answer(id, true)
    if (feeSats > request.maxFeeSats) throw new Error(`The fee of request ${id} is too high.`)
    const refund = request.maxFeeSats - feeSats
    if (refund > 0n) this.#sbtc.mint('available', request.requester, refund)
  }

  /** Rejects a request: all of it goes back. */
  reject(id: bigint): void {
    const request = this.#answer(id, false)
    const sats = request.amountSats + request.maxFeeSats
    this.#sbtc.mint('available', request.requester, sats)
  }

  #answer(id: bigint, accepted: boolean): WithdrawalRequest {
    const request = this.request(id)
    if (request === undefined) throw new Error(`There is no withdrawal request ${id}.`)
    if (request.accepted !== undefined) throw new Error(`Request ${id} is answered already.`)
    this.#requests.set(id.toString(), { ...request, accepted })
    this.#sbtc.burn('locked', request.requester, request.amountSats + request.maxFeeSats)
    return request
  }
}
