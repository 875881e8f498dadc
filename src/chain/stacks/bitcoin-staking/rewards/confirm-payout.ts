import { answered, type Answer } from '../../../http/answer.ts'
import type { StacksClient } from '../../client.ts'
import type { ReadOptions } from '../../read-options.ts'
import type { StakingDeployment } from '../staking-deployments.ts'
import { hasPaid, managerEventOf, placeOf } from './confirm-claim.ts'
import type { ListedPayout, MadePayout, PaidClaim } from './paid-claim.ts'

/** How and when all that a manager had kept was paid; sats are those of the listed payout. */
export interface ConfirmedPayout extends Pick<PaidClaim, 'burnHeight' | 'blockTime'> {
  payout: MadePayout
}

const PART = 40
const BEFORE = 20

/**
 * Looks a payout up in its transaction: the sBTC must have moved to the holder or into a withdrawal
 * there; null: it is not, or no longer, on the chain, or has not. Two requests.
 */
export async function confirmPayout(
  client: StacksClient,
  deployment: StakingDeployment,
  { staker, listed }: { staker: string; listed: ListedPayout },
  options?: ReadOptions,
): Promise<Answer<ConfirmedPayout | null>> {
  const offset = Math.max(0, listed.eventIndex - BEFORE)
  const answer = await client.transaction(listed.txid, { offset, limit: PART }, options)
  if (!answer.ok) return answer.failure.code === 'not-found' ? answered(null) : answer
  const { tx_status: status, canonical, events } = answer.value
  if (status !== 'success' || canonical === false) return answered(null)
  const printed = events.find(({ event_index: index }) => index === listed.eventIndex)
  const paid = printed && managerEventOf(printed, listed.manager)
  if (paid?.kind !== 'payout' || paid.staker !== staker || paid.sats !== listed.sats)
    return answered(null)
  const payout = hasPaid(paid, events, { deployment, staker, manager: listed.manager })
  return answered(payout ? { payout, ...placeOf(answer.value) } : null)
}
