import {
  paidCyclesOf,
  paidSats,
  type StakingRewards,
} from '../../../app/bitcoin-staking/rewards/staking-rewards.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'

/** What was paid so far, and the last of it; everything else is one click away. */
export function StakingRewardsCard({
  rewards,
  now,
  onOpen,
}: {
  rewards: StakingRewards
  now: number
  onOpen: () => void
}) {
  const { t, f } = useWords()
  const [last] = paidCyclesOf(rewards)
  const isSearching = rewards.requestsLeft !== null
  if (!last)
    return (
      <Card title={t('staking.rewards')}>
        <p class="muted">{t(isSearching ? 'staking.rewards.searching' : 'staking.rewards.none')}</p>
      </Card>
    )
  const [claim] = last.claims
  return (
    <Card title={t('staking.rewards')}>
      <p>
        <b class="amber">{f.sats(paidSats(rewards))}</b>{' '}
        {claim?.blockTime.known && (
          <span class="muted">
            {t('staking.rewards.last', {
              amount: f.sats(claim.netSats),
              cycle: f.integer(last.cycle),
              date: f.day(claim.blockTime.value * 1000, now),
            })}
          </span>
        )}
      </p>
      {isSearching && (
        <p class="note" role="status">
          {t('staking.rewards.searching')}
        </p>
      )}
      <Button id="staking-rewards" onClick={onOpen}>
        {t('staking.rewards.all')}
      </Button>
    </Card>
  )
}
