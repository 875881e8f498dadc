import type { PastCalculation } from '../../app/bitcoin-staking/staking-reading.ts'
import { useWords } from '../hooks/use-words.ts'

const WIDTH = 294
const HEIGHT = 104
const FOOT = 16
const HEAD = 14

/** Income of past halves as bars, the oldest on the left; labels name the cycles. */
export function HalfBars({ past }: { past: readonly PastCalculation[] }) {
  const { t, f } = useWords()
  const halves = past.toReversed()
  const last = halves.at(-1)
  if (!last) return null
  const amounts = halves.map(({ incomeSats }) => incomeSats)
  const most = amounts.reduce((max, sats) => (sats > max ? sats : max), 1n)
  const least = amounts.reduce((min, sats) => (sats < min ? sats : min), most)
  const slot = WIDTH / Math.max(halves.length, 8)
  const bar = Math.min(24, slot * 0.66)
  const every = Math.ceil(halves.length / 8)
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('staking.income.label', {
        count: halves.length,
        last: f.sats(last.incomeSats, 'about'),
        most: f.sats(most, 'about'),
        least: f.sats(least, 'about'),
      })}
    >
      <path class="axis" d={`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
      {halves.map(({ height, cycle, incomeSats }, i) => {
        const tall = Math.max(2, (HEIGHT - FOOT - HEAD) * (Number(incomeSats) / Number(most)))
        const x = i * slot + slot / 2
        const isLast = i === halves.length - 1
        const isNewCycle = i === 0 || halves[i - 1]!.cycle !== cycle
        return (
          <g key={height}>
            <rect
              class={isLast ? 'bar last' : 'bar'}
              x={x - bar / 2}
              y={HEIGHT - FOOT - tall}
              width={bar}
              height={tall}
              rx="3"
            />
            {isLast && (
              <text class="value" x={Math.max(x + bar / 2, 60)} y={HEAD - 4} text-anchor="end">
                {f.sats(incomeSats, 'about')}
              </text>
            )}
            {isNewCycle && (halves.length <= 8 || i % (2 * every) < 2) && (
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
