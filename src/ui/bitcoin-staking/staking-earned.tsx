import {
  paidCyclesOf,
  paidSats,
  type StakingRewards,
} from '../../app/bitcoin-staking/rewards/staking-rewards.ts'
import { useWords } from '../hooks/use-words.ts'
import { EarnedLine } from '../parts/earned-line.tsx'

interface StakingEarnedProps {
  rewards: StakingRewards
  now: number
  onOpen: () => void
}

/** What managers have paid an address so far, and the last of it; nothing before the first. */
export function StakingEarned({ rewards, now, onOpen }: StakingEarnedProps) {
  const { f } = useWords()
  const [claim] = paidCyclesOf(rewards)[0]?.claims ?? []
  if (!claim) return null
  const { blockTime, netSats } = claim
  return (
    <EarnedLine
      amount={f.sats(paidSats(rewards))}
      isAtLeast={rewards.requestsLeft !== null}
      last={
        blockTime.known
          ? { amount: f.sats(netSats), day: f.day(blockTime.value * 1000, now) }
          : null
      }
      onOpen={onOpen}
    />
  )
}
