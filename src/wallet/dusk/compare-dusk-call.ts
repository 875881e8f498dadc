import type { SentDuskCall } from '../../chain/dusk/decode-sent-call.ts'
import type { SigningFailure } from '../signing-failure.ts'
import type { DuskRequest } from './dusk-request.ts'

/** Whether two values differ; null: one of them is not known. */
const differs = <T>(sent: T | null, asked: T): boolean | null =>
  sent === null ? null : sent !== asked

/**
 * How a transaction on the chain differs from what was asked; null: not at all. `not-known` where
 * the node does not say enough of it: that is not the same as equal.
 */
export function compareDuskCall(
  { account, call, caip2 }: DuskRequest,
  sent: SentDuskCall,
): SigningFailure | 'not-known' | null {
  if (sent.call === null) return 'result-mismatch'
  const network = differs(sent.chainId === null ? null : `dusk:${sent.chainId}`, caip2)
  if (network) return 'wrong-network'
  const sender = differs(sent.sender, account)
  if (sender) return 'wrong-account'
  const others = [
    differs(`0x${sent.call.contract}`, call.contractId),
    differs(sent.call.method, call.fnName),
    differs(`0x${sent.call.argument}`, call.fnArgs),
    differs(sent.deposit, BigInt(call.deposit)),
    differs(sent.value, BigInt(call.amount)),
  ]
  if (others.some(Boolean)) return 'result-mismatch'
  return [network, sender, ...others].includes(null) ? 'not-known' : null
}
