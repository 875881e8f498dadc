import type { SigningFailure } from '../signing-failure.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/**
 * What a transaction really calls. `args` and conditions: hex without 0x; null: the source does not
 * include it. `version`: of the transaction.
 */
export interface SentCall {
  contract: string
  functionName: string
  args: string[]
  sender: string
  chainId: number | null
  version: 'mainnet' | 'testnet' | null
  postConditionMode: 'deny' | 'allow' | 'originator' | null
  conditionCount: number
  postConditions: string[] | null
  /** The source of a contract that is deployed; absent: a call. */
  source?: string
  /** Of such a contract: null where it leaves the version to the network. */
  clarityVersion?: number | null
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

/**
 * How a transaction differs from what was asked; undefined when it does not. Another call
 * altogether outweighs another network, and that another account; `not-comparable`: what is known
 * of it is the same, and something is not known.
 */
export function compareStacksCall(
  asked: StacksCallRequest,
  sent: SentCall,
): SigningFailure | undefined {
  if (!isSameCall(asked, sent)) return 'result-mismatch'
  if (differs(sent.chainId, asked.chainId)) return 'wrong-network'
  // Addresses are written with the version of their transaction: the sender's tells it, too.
  const version = asked.network === 'mainnet' ? 'mainnet' : 'testnet'
  if (differs(sent.version, version)) return 'wrong-network'
  if (differs(sent.postConditionMode, asked.postConditionMode)) return 'result-mismatch'
  if (sent.conditionCount !== asked.postConditions.length) return 'result-mismatch'
  // Where there are none, there is nothing more to be told of them.
  const conditions = sent.conditionCount === 0 ? [] : sent.postConditions
  if (conditions && !same([...asked.postConditions].sort(), [...conditions].sort()))
    return 'result-mismatch'
  if (sent.sender !== asked.account) return 'wrong-account'
  const parts = [sent.chainId, sent.version, sent.postConditionMode, conditions]
  return parts.includes(null) ? 'not-comparable' : undefined
}

const differs = <T>(told: T | null, wanted: T): boolean => told !== null && told !== wanted

const isSameCall = ({ deploy, ...asked }: StacksCallRequest, sent: SentCall): boolean =>
  sent.source === deploy?.source &&
  (sent.clarityVersion ?? undefined) === deploy?.clarityVersion &&
  sent.contract === asked.contract &&
  sent.functionName === asked.functionName &&
  same(asked.args, sent.args)
