import type { PastCalculation } from '../../app/bitcoin-staking/staking-reading.ts'
import { useWords } from '../hooks/use-words.ts'
import { BarChart } from './bar-chart.tsx'

/** Captions of cycles that fit side by side. */
const CAPTIONS = 8

/** Income of past halves as bars, the oldest on the left; captions name the cycles. */
export function HalfBars({ past }: { past: readonly PastCalculation[] }) {
  const { t, f } = useWords()
  const halves = past.toReversed()
  const last = halves.at(-1)
  if (!last) return null
  const amounts = halves.map(({ incomeSats }) => incomeSats)
  const most = amounts.reduce((max, sats) => (sats > max ? sats : max), 1n)
  const least = amounts.reduce((min, sats) => (sats < min ? sats : min), most)
  const cycles = [...new Set(halves.map(({ cycle }) => cycle))]
  const every = Math.ceil(cycles.length / CAPTIONS)
  const captionOf = (cycle: bigint): string | null => {
    const index = cycles.indexOf(cycle)
    if (index % every > 0) return null
    return index === 0 ? t('cycle.title', { cycle: f.integer(cycle) }) : f.integer(cycle)
  }
  const bars = halves.map(({ height, cycle, incomeSats }, index) => ({
    key: height,
    sats: incomeSats,
    name: t('rewards.bar', { cycle: f.integer(cycle), amount: f.sats(incomeSats) }),
    caption: halves[index - 1]?.cycle === cycle ? null : captionOf(cycle),
  }))
  const label = t('staking.income.label', {
    count: halves.length,
    last: f.sats(last.incomeSats, 'about'),
    most: f.sats(most, 'about'),
    least: f.sats(least, 'about'),
  })
  return <BarChart bars={bars} label={label} maxWidth={24} />
}
