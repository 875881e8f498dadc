import {
  earnedIn,
  type PoolHistory,
  positionOverTime,
} from '../../app/hyperstaking/pool-history.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { holdingIn } from '../../app/hyperstaking/pool-sums.ts'
import { PositionChart } from '../charts/position-chart.tsx'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { KnownValue } from '../parts/known-value.tsx'

const DAYS = [7, 30, 90] as const

/** What a pool has really earned so far, and what the account's part of it was worth over time. */
export function PoolHistoryCard({
  pool,
  history,
  height,
}: {
  pool: PoolSummary
  history: PoolHistory
  height: bigint
}) {
  const { t, f } = useWords()
  const { rate } = pool
  const lux = holdingIn(pool)
  const points =
    rate.known && lux > 0n ? positionOverTime(history, { rate: rate.value, lux, height }) : null
  return (
    <Card title={t('hyper.history')}>
      <dl class="facts">
        {DAYS.map((days) => (
          <div key={days}>
            <dt>{t('hyper.history.days', { days })}</dt>
            <dd>
              <KnownValue of={rate.known ? earnedIn(history, rate.value, height, days) : rate}>
                {({ gained, yearly }) =>
                  t('hyper.history.value', {
                    gained: f.percent(gained),
                    yearly: f.percent(yearly),
                  })
                }
              </KnownValue>
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">{t('hyper.history.note')}</p>
      {points?.known && <PositionChart points={points.value} />}
    </Card>
  )
}
