import { useState } from 'preact/hooks'
import type { CycleRewards } from '../../app/dual-stacking/rewards.ts'
import { useWords } from '../hooks/use-words.ts'
import { useChartWidth } from './use-chart-width.ts'

const HEIGHT = 112
const FOOT = 16
const HEAD = 18
/** Older cycles stay in the list; thinner bars could not be told apart. */
const MOST = 24

/**
 * Rewards by cycle as bars, oldest on the left. A cycle without a payment leaves a gap; the list
 * below gives the same figures as text.
 */
export function RewardBars({ groups }: { groups: readonly CycleRewards[] }) {
  const { t, f } = useWords()
  const { ref, width } = useChartWidth()
  const [asked, setAsked] = useState<number | null>(null)
  const known = groups.filter(
    (group): group is CycleRewards & { cycle: number } => group.cycle !== null,
  )
  const newest = known[0]
  if (!newest) return null
  const first = Math.max(known.at(-1)?.cycle ?? newest.cycle, newest.cycle - MOST + 1)
  const cycles = Array.from({ length: newest.cycle - first + 1 }, (_, i) => first + i)
  const most = known.reduce((max, { sats }) => (sats > max ? sats : max), 1n)
  const slot = width / Math.max(cycles.length, 6)
  // Few bars stand in the middle.
  const start = (width - slot * cycles.length) / 2
  const bar = Math.min(36, slot * 0.62)
  const shown = known.find(({ cycle }) => cycle === asked) ?? newest
  // About half the width of the amount over a bar: it stays within the chart.
  const half = f.sats(shown.sats).length * 3.4
  const every = Math.ceil(cycles.length / 12)
  const firstLabel = (cycles.length - 1) % every
  return (
    <svg
      ref={ref}
      class="chart"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="group"
      aria-label={t('rewards.chart', {
        from: f.integer(first),
        to: f.integer(newest.cycle),
        most: f.sats(most),
        last: f.sats(newest.sats),
      })}
    >
      <path class="axis" d={`M0 ${HEAD}H${width}M0 ${HEIGHT - FOOT}H${width}`} />
      {cycles.map((cycle, i) => {
        const sats = known.find((group) => group.cycle === cycle)?.sats
        const height =
          sats === undefined
            ? 0
            : Math.max(2, (HEIGHT - FOOT - HEAD) * (Number((sats * 10_000n) / most) / 10_000))
        const x = start + i * slot + slot / 2
        return (
          <g key={cycle}>
            {sats !== undefined && (
              <rect
                class={cycle === shown.cycle ? 'bar last' : 'bar'}
                role="img"
                tabIndex={0}
                aria-label={t('rewards.bar', { cycle: f.integer(cycle), amount: f.sats(sats) })}
                onFocus={() => setAsked(cycle)}
                onBlur={() => setAsked(null)}
                onPointerEnter={() => setAsked(cycle)}
                onPointerLeave={() => setAsked(null)}
                x={x - bar / 2}
                y={HEIGHT - FOOT - height}
                width={bar}
                height={height}
                rx="3"
              />
            )}
            {cycle === shown.cycle && (
              <text
                class="value"
                x={Math.min(Math.max(x, half), width - half)}
                y={HEIGHT - FOOT - height - 4}
                text-anchor="middle"
              >
                {f.sats(shown.sats)}
              </text>
            )}
            {(cycles.length - 1 - i) % every === 0 && (
              <text x={x} y={HEIGHT - 4} text-anchor="middle">
                {i === firstLabel
                  ? t('cycle.title', { cycle: f.integer(cycle) })
                  : f.integer(cycle)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
