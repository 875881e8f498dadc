import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import { stripHexPrefix } from '../../chain/hex.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import {
  DEFAULT_APR,
  DEFAULT_BLOCKS_PER_SNAPSHOT,
  DEFAULT_SNAPSHOTS_PER_CYCLE,
  FIRST_CYCLE_BITCOIN_HEIGHT,
} from '../../protocol/dual-stacking/constants.ts'
import { consoleCall, fundCall } from './console-calls.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/** What follows the deployments until a programme's first cycle runs, in this order. */
export const setupCalls = [
  'update-cycle-data-before-initialized',
  'update-APR',
  'set-liquid-stacking',
  'update-initialize-block',
  'transfer',
  'initialize-contract',
] as const
export type SetupCall = (typeof setupCalls)[number]

/** Arguments of each call: another number or switch takes as many bytes and costs as much. */
const examples: Record<Exclude<SetupCall, 'transfer'>, readonly ClarityValue[]> = {
  'update-cycle-data-before-initialized': [
    Cl.uint(DEFAULT_SNAPSHOTS_PER_CYCLE),
    Cl.uint(DEFAULT_BLOCKS_PER_SNAPSHOT),
  ],
  'update-APR': [Cl.uint(DEFAULT_APR)],
  'set-liquid-stacking': [Cl.bool(false)],
  'update-initialize-block': [Cl.uint(FIRST_CYCLE_BITCOIN_HEIGHT)],
  'initialize-contract': [Cl.uint(FIRST_CYCLE_BITCOIN_HEIGHT)],
}

/** A set-up call of the contract of a deployment, to ask its fee: it is never signed. */
export function setupRequest(
  deployment: Deployment,
  account: string,
  call: SetupCall,
): StacksCallRequest {
  if (call === 'transfer') return fundCall(deployment, account, 1n)
  const args = examples[call].map((each) => stripHexPrefix(serializeCV(each)))
  return consoleCall(deployment, account, { functionName: call, args, paysSats: null })!
}
