import {
  earnedIn,
  growthOverTime,
  type GrowthPoint,
  type PoolHistory,
  positionOverTime,
} from '../../app/hyperstaking/pool-history.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { holdingIn } from '../../app/hyperstaking/pool-sums.ts'
import { LineChart } from '../charts/line-chart.tsx'
import { PositionChart } from '../charts/position-chart.tsx'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { KnownValue } from '../parts/known-value.tsx'

const DAYS = [7, 30, 90] as const
/** More could not be told apart on the line. */
const MOST_POINTS = 24

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
  const growth = rate.known
    ? growthOverTime(history, { rate: rate.value, height }, MOST_POINTS)
    : null
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
      {growth?.known && <GrowthChart points={growth.value} />}
      {points?.known && (
        <>
          <p class="chart-title">{t('hyper.history.position')}</p>
          <PositionChart points={points.value} />
        </>
      )}
    </Card>
  )
}

/** How the exchange rate has grown, as a line from block to block. */
function GrowthChart({ points }: { points: readonly GrowthPoint[] }) {
  const { t, f } = useWords()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return null
  const signed = (gained: bigint): string => `${gained > 0n ? '+' : ''}${f.percent(gained)}`
  const from = t('hyper.history.block', { height: f.integer(first.height) })
  return (
    <>
      <p class="chart-title">{t('hyper.history.growth', { height: f.integer(first.height) })}</p>
      <LineChart
        points={points.map(({ height, gained }) => ({
          key: height,
          at: height,
          value: gained,
          text: t('hyper.history.point', { height: f.integer(height), gained: signed(gained) }),
        }))}
        label={t('hyper.history.line', {
          from: f.integer(first.height),
          until: f.integer(last.height),
          gained: signed(last.gained),
        })}
        from={from}
        until={f.integer(last.height)}
        format={signed}
      />
    </>
  )
}
