import type { PaidClaim } from '../../../chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import type { StakingNotice } from './staking-notice.ts'
import type { StakingOccasion } from './staking-occasion.ts'

/** Claims have a topic each: what was told of one ends when it is gone. */
export const claimTopic = (key: string): string => `paid ${key}`

/** What a claim gives reason to tell of: that it has arrived, or what became of its payout. */
export function occasionOfClaim(claim: PaidClaim): StakingOccasion {
  const topic = claimTopic(claim.key)
  const notice = noticeOf(claim)
  return { topic, holds: notice && { key: `${notice.kind}:${occasionKey(claim)}`, notice } }
}

/** Claims that one payout on Bitcoin has paid are one occasion. */
const occasionKey = ({ key, payout }: PaidClaim): string =>
  payout.kind === 'bitcoin' && payout.by ? payout.by.txid : key

function noticeOf({ staker, cycle, netSats, manager, payout }: PaidClaim): StakingNotice | null {
  const common = { address: staker, cycle }
  if (payout.kind === 'sbtc') return { kind: 'landed', ...common, sats: netSats }
  if (payout.kind === 'banked' || payout.request === null) return null
  const { state, sats, request, by } = payout
  if (state === 'accepted') return { kind: 'payout-accepted', ...common, sats }
  if (state === 'rejected')
    return { kind: 'payout-rejected', ...common, sats: by?.sats ?? netSats, manager, request }
  return null
}
