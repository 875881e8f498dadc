import type { CycleRewards } from '../../app/dual-stacking/rewards.ts'
import { useWords } from '../hooks/use-words.ts'
import { BarChart } from './bar-chart.tsx'

/** Older cycles stay in the list; thinner bars could not be told apart. */
const MOST = 24
/** Captions that fit side by side. */
const CAPTIONS = 12

/**
 * Rewards by cycle as bars, oldest on the left. A cycle without a payment leaves a gap; the list
 * below gives the same figures as text.
 */
export function RewardBars({ groups }: { groups: readonly CycleRewards[] }) {
  const { t, f } = useWords()
  const known = groups.filter(
    (group): group is CycleRewards & { cycle: number } => group.cycle !== null,
  )
  const newest = known[0]
  if (!newest) return null
  const first = Math.max(known.at(-1)?.cycle ?? newest.cycle, newest.cycle - MOST + 1)
  const count = newest.cycle - first + 1
  const most = known.reduce((max, { sats }) => (sats > max ? sats : max), 1n)
  const every = Math.ceil(count / CAPTIONS)
  const firstCaption = (count - 1) % every
  const captionOf = (cycle: number, index: number): string | null => {
    if (index % every !== firstCaption) return null
    return index === firstCaption ? t('cycle.title', { cycle: f.integer(cycle) }) : f.integer(cycle)
  }
  const bars = Array.from({ length: count }, (_, index) => {
    const cycle = first + index
    const sats = known.find((group) => group.cycle === cycle)?.sats ?? null
    const amount = sats === null ? '' : f.sats(sats)
    return {
      key: cycle,
      sats,
      name: t('rewards.bar', { cycle: f.integer(cycle), amount }),
      caption: captionOf(cycle, index),
    }
  })
  const label = t('rewards.chart', {
    from: f.integer(first),
    to: f.integer(newest.cycle),
    most: f.sats(most),
    last: f.sats(newest.sats),
  })
  return <BarChart bars={bars} label={label} maxWidth={36} />
}
