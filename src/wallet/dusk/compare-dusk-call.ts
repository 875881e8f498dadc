import type { SentDuskCall } from '../../chain/dusk/fetch-sent-dusk-call.ts'
import type { SigningFailure } from '../signing-failure.ts'
import type { DuskRequest } from './dusk-request.ts'

/**
 * How a transaction on the chain differs from what was asked; null: not at all, as far as the node
 * reports.
 */
export function compareDuskCall(
  { account, call, caip2 }: DuskRequest,
  sent: SentDuskCall,
): SigningFailure | null {
  if (sent.chainId !== null && `dusk:${sent.chainId}` !== caip2) return 'wrong-network'
  if (sent.sender !== null && sent.sender !== account) return 'wrong-account'
  const same =
    sent.call !== null &&
    `0x${sent.call.contract}` === call.contractId &&
    sent.call.method === call.fnName &&
    `0x${sent.call.argument}` === call.fnArgs
  if (!same) return 'result-mismatch'
  if (sent.deposit !== null && sent.deposit !== BigInt(call.deposit)) return 'result-mismatch'
  return sent.value !== null && sent.value !== BigInt(call.amount) ? 'result-mismatch' : null
}
