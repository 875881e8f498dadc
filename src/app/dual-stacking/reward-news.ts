import type { RewardPayment } from '../../chain/stacks/readings.ts'
import type { AppState } from '../app-state.ts'
import { paymentTime } from './rewards.ts'

const DAY_MS = 86_400_000

/**
 * Rewards of the followed addresses that arrived in the last day and were not put away, newest
 * first. `now`: milliseconds since 1970.
 */
export const rewardNews = (
  { rewards, announcedRewards = [] }: Pick<AppState, 'rewards' | 'announcedRewards'>,
  now: number,
): RewardPayment[] =>
  rewards.filter((payment) => {
    const at = paymentTime(payment)
    return announcedRewards.includes(payment.key) && at !== null && now - at < DAY_MS
  })
