import * as v from 'valibot'
import { known, unknown, type Known } from '../../../known.ts'
import { cBool, cOptional, clUint } from '../../clarity.ts'
import type { StacksClient } from '../../client.ts'
import { stacksUnknownReason } from '../../read-failure.ts'
import type { ReadOptions } from '../../read-options.ts'
import type { StakingDeployment } from '../staking-deployments.ts'

const withdrawal = cOptional(v.object({ status: cOptional(cBool) }))

/** What the sBTC signers have decided of a payout on Bitcoin. */
export type WithdrawalState = 'pending' | 'accepted' | 'rejected'

/** Reads a withdrawal of sBTC: one request. */
export async function readWithdrawal(
  client: StacksClient,
  { sbtcToken }: StakingDeployment,
  request: bigint,
  options?: ReadOptions,
): Promise<Known<WithdrawalState>> {
  const registry = sbtcToken.replace(/\.[^.]+$/, '.sbtc-registry')
  const read = await client.callRead(registry, 'get-withdrawal-request', [clUint(request)], options)
  if (!read.ok) return unknown(stacksUnknownReason(read.failure))
  const parsed = v.safeParse(withdrawal, read.value)
  if (!parsed.success || parsed.output === null) return unknown('bad-answer')
  const { status } = parsed.output
  if (status === null) return known('pending')
  return known(status ? 'accepted' : 'rejected')
}
