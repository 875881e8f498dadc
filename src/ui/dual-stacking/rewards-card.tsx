import type { NextPayment } from '../../app/dual-stacking/next-payment.ts'
import { groupRewardsByCycle, paymentTime } from '../../app/dual-stacking/rewards.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { firstReward } from './first-reward.ts'

interface RewardsCardProps {
  payments: readonly RewardPayment[]
  /** The payment that the address waits for; null: none, or not known. */
  next: NextPayment | null
  onAll: () => void
  /**
   * Whether all past payments have been read: only then does an empty list mean that there are
   * none.
   */
  complete: boolean
  /** Cycles whose payment was recomputed and is correct. */
  verified: ReadonlySet<number>
  /** They are being read for the first time. */
  first: boolean
  now: number
}

/** The last payments at a glance. */
export function RewardsCard({
  payments,
  next,
  onAll,
  complete,
  verified,
  first,
  now,
}: RewardsCardProps) {
  const words = useWords()
  const { t, f } = words
  const groups = groupRewardsByCycle(payments)
  return (
    <Card
      title={t('tab.rewards')}
      aside={
        groups.length > 0 && (
          <button type="button" class="link" onClick={onAll}>
            {t('rewards.all', { count: groups.length })}
          </button>
        )
      }
    >
      {groups.length === 0 && first && <span class="skeleton" />}
      {groups.length === 0 && !first && (
        <p class="muted">{complete ? firstReward(words, next, now) : t('unknown.not-read')}</p>
      )}
      {groups.length > 0 && (
        <ul class="rows">
          {groups.slice(0, 2).map(({ cycle, sats, payments: [latest] }) => {
            const at = latest ? paymentTime(latest) : null
            return (
              <li key={cycle} class="row">
                <span>
                  {cycle === null
                    ? t('rewards.cycleUnknown')
                    : t('cycle.title', { cycle: f.integer(cycle) })}
                  {at !== null && ` · ${f.day(at, now)}`}
                </span>
                <span>
                  <b class="amber">{f.sats(sats)}</b>
                  {cycle !== null && verified.has(cycle) && ` ✓ ${t('rewards.verified')}`}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
