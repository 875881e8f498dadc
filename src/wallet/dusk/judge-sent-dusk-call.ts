import type { SentDuskCall } from '../../chain/dusk/decode-sent-call.ts'
import type { SigningFailure } from '../signing-failure.ts'
import { compareDuskCall } from './compare-dusk-call.ts'
import type { DuskBaseline } from './dusk-baseline.ts'
import type { DuskRequest } from './dusk-request.ts'

/** LUX: no call of a pool is worth more, whatever a node asks. */
const ABSOLUTE_BOUND = 5_000_000_000n

/** Whether a transaction was there before its wallet was asked; null: not known. */
export function isOlderDuskCall(
  { nonce, known }: DuskBaseline,
  hash: string,
  sent: Pick<SentDuskCall, 'nonce'>,
): boolean | null {
  if (known?.includes(hash)) return true
  if (nonce !== null && sent.nonce !== null && sent.nonce <= nonce) return true
  return nonce === null || known === null || sent.nonce === null ? null : false
}

/** Whether it may cost more than was announced, or more than any call is worth. */
const isHighFee = ({ call }: DuskRequest, feeAtMost: bigint): boolean =>
  feeAtMost > ABSOLUTE_BOUND || feeAtMost > BigInt(call.gas.limit) * BigInt(call.gas.price)

/**
 * What is wrong with a transaction as the answer to a request; null: nothing. One that is older
 * than the question is no answer to it, whatever it does.
 */
export function judgeSentDuskCall(
  { request, baseline }: { request: DuskRequest; baseline?: DuskBaseline | null | undefined },
  hash: string,
  sent: SentDuskCall,
): SigningFailure | null {
  const isOld = baseline ? isOlderDuskCall(baseline, hash, sent) : null
  if (isOld) return 'old-transaction'
  const difference = compareDuskCall(request, sent)
  if (difference !== null && difference !== 'not-known') return difference
  if (difference === 'not-known' || isOld === null || sent.feeAtMost === null)
    return 'not-comparable'
  return isHighFee(request, sent.feeAtMost) ? 'high-fee' : null
}
