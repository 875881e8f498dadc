import type { CycleRewards } from '../../app/dual-stacking/rewards.ts'
import { useWords } from '../hooks/use-words.ts'

const WIDTH = 294
const HEIGHT = 112
const FOOT = 16
const HEAD = 14
/** Older cycles stay in the list; thinner bars could not be told apart. */
const MOST = 24

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
  const cycles = Array.from({ length: newest.cycle - first + 1 }, (_, i) => first + i)
  const most = known.reduce((max, { sats }) => (sats > max ? sats : max), 1n)
  const slot = WIDTH / Math.max(cycles.length, 6)
  const bar = Math.min(36, slot * 0.62)
  // About half the width of the amount over the last bar: it stays within the chart.
  const half = f.sats(newest.sats).length * 3.2
  const every = Math.ceil(cycles.length / 12)
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('rewards.chart', {
        from: f.integer(first),
        to: f.integer(newest.cycle),
        most: f.sats(most),
        last: f.sats(newest.sats),
      })}
    >
      <path class="axis" d={`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
      {cycles.map((cycle, i) => {
        const sats = known.find((group) => group.cycle === cycle)?.sats
        const height =
          sats === undefined
            ? 0
            : Math.max(2, (HEIGHT - FOOT - HEAD) * (Number((sats * 10_000n) / most) / 10_000))
        const x = i * slot + slot / 2
        return (
          <g key={cycle}>
            {sats !== undefined && (
              <rect
                class={cycle === newest.cycle ? 'bar last' : 'bar'}
                x={x - bar / 2}
                y={HEIGHT - FOOT - height}
                width={bar}
                height={height}
                rx="3"
              />
            )}
            {cycle === newest.cycle && (
              <text
                class="value"
                x={Math.min(Math.max(x, half), WIDTH - half)}
                y={HEIGHT - FOOT - height - 4}
                text-anchor="middle"
              >
                {f.sats(newest.sats)}
              </text>
            )}
            {(cycles.length - 1 - i) % every === 0 && (
              <text x={x} y={HEIGHT - 4} text-anchor="middle">
                {f.integer(cycle)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
