import type { CycleRate } from '../../../app/dual-stacking/cycle-rate.ts'
import { LineChart } from '../../charts/line-chart.tsx'
import { useWords } from '../../hooks/use-words.ts'

/** More points could not be told apart. */
const MOST = 24

/** The rate that each cycle paid, as a line, where that of two or more is known. */
export function RateOverCycles({ rates }: { rates: readonly CycleRate[] }) {
  const { t, f } = useWords()
  const drawn = rates.slice(-MOST)
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last || first === last) return null
  const point = ({ cycle, yearlyRate }: CycleRate) => ({
    key: cycle,
    at: BigInt(cycle),
    value: yearlyRate,
    text: t('rewards.bar', { cycle: f.integer(cycle), amount: f.percent(yearlyRate) }),
  })
  return (
    <section class="card" aria-label={t('rewards.rate.chart')}>
      <p class="chart-title">{t('rewards.rate.chart')}</p>
      <LineChart
        points={drawn.map(point)}
        label={t('rewards.rate.line', {
          from: f.integer(first.cycle),
          to: f.integer(last.cycle),
          first: f.percent(first.yearlyRate),
          last: f.percent(last.yearlyRate),
        })}
        from={t('cycle.title', { cycle: f.integer(first.cycle) })}
        until={f.integer(last.cycle)}
        format={(rate) => f.percent(rate)}
      />
    </section>
  )
}
