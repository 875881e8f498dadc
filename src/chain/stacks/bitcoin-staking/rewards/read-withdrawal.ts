import * as v from 'valibot'
import { known, unknown, type Known } from '../../../known.ts'
import { clUint } from '../../clarity.ts'
import type { StacksClient } from '../../client.ts'
import { stacksUnknownReason } from '../../read-failure.ts'
import type { ReadOptions } from '../../read-options.ts'
import type { StakingDeployment } from '../staking-deployments.ts'
import {
  cWithdrawal,
  withdrawalRegistry,
  withdrawalStateOf,
  type WithdrawalState,
} from './withdrawal-state.ts'

/** Reads a withdrawal of sBTC: one request. */
export async function readWithdrawal(
  client: StacksClient,
  deployment: StakingDeployment,
  request: bigint,
  options?: ReadOptions,
): Promise<Known<WithdrawalState>> {
  const registry = withdrawalRegistry(deployment)
  const read = await client.callRead(registry, 'get-withdrawal-request', [clUint(request)], options)
  if (!read.ok) return unknown(stacksUnknownReason(read.failure))
  const parsed = v.safeParse(cWithdrawal, read.value)
  if (!parsed.success || parsed.output === null) return unknown('bad-answer')
  return known(withdrawalStateOf(parsed.output.status))
}
