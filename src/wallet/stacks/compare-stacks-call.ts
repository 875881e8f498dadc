import type { SigningFailure } from '../signing-failure.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/**
 * What a transaction really calls. `args` and conditions: hex without 0x; null: the source does not
 * include it.
 */
export interface SentCall {
  contract: string
  functionName: string
  args: string[]
  sender: string
  chainId: number | null
  postConditionMode: 'deny' | 'allow' | 'originator' | null
  conditionCount: number
  postConditions: string[] | null
  /** The source of a contract that is deployed; absent: a call. */
  source?: string
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

/**
 * How a transaction differs from what was asked; undefined when it does not. Another call
 * altogether outweighs another network, and that another account.
 */
export function compareStacksCall(
  asked: StacksCallRequest,
  sent: SentCall,
): SigningFailure | undefined {
  if (sent.source !== asked.deploy?.source) return 'result-mismatch'
  if (
    sent.contract !== asked.contract ||
    sent.functionName !== asked.functionName ||
    !same(asked.args, sent.args)
  )
    return 'result-mismatch'
  if (sent.chainId !== null && sent.chainId !== asked.chainId) return 'wrong-network'
  if (sent.postConditionMode !== null && sent.postConditionMode !== asked.postConditionMode)
    return 'result-mismatch'
  if (sent.conditionCount !== asked.postConditions.length) return 'result-mismatch'
  if (
    sent.postConditions !== null &&
    !same([...asked.postConditions].sort(), [...sent.postConditions].sort())
  )
    return 'result-mismatch'
  return sent.sender === asked.account ? undefined : 'wrong-account'
}
