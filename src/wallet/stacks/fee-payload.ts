import { stripHexPrefix } from '../../chain/hex.ts'
import { toHex } from '../../protocol/clarity/hex.ts'
import { payloadOf } from './read-stacks-baseline.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

const hexOf = (text: string): string => stripHexPrefix(toHex(new TextEncoder().encode(text)))
const sized = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** A deployment with its version of Clarity (SIP-015), as a transaction carries it, hex. */
function deploymentPayload(name: string, source: string, clarityVersion: number): string {
  const [named, body] = [hexOf(name), hexOf(source)]
  const parts = [sized(named.length / 2, 2), named, sized(body.length / 2, 8), body]
  return `06${sized(clarityVersion, 2)}${parts.join('')}`
}

/** What a node is asked the fee of: a request as its transaction carries it, hex without 0x. */
export function feePayload(request: StacksCallRequest): string {
  const { deploy, contract } = request
  return deploy
    ? deploymentPayload(contract.split('.')[1]!, deploy.source, deploy.clarityVersion)
    : payloadOf(request)!
}
