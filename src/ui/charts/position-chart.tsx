import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { PositionPoint } from '../../app/hyperstaking/pool-history.ts'
import { useWords } from '../hooks/use-words.ts'
import { roundAxisUp } from './round-axis-up.ts'
import { useChartWidth } from './use-chart-width.ts'

const HEIGHT = 116
const EDGE = 4
const HEAD = 18
const FOOT = 16
/** The width of a letter, CSS pixels, a little more than most are. */
const LETTER = 6

/** What a part of a pool was worth over time, as a line from block to block. */
export function PositionChart({ points }: { points: readonly PositionPoint[] }) {
  const { t, f } = useWords()
  const { ref, width } = useChartWidth()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const blocks = Number(last.height - first.height)
  const amounts = points.map(({ lux }) => lux)
  const top = roundAxisUp(amounts.reduce((high, lux) => (lux > high ? lux : high), 1n))
  const x = ({ height }: PositionPoint): number =>
    EDGE + ((width - 2 * EDGE) * Number(height - first.height)) / Math.max(blocks, 1)
  // A chart of amounts begins at 0: a small change does not look like a large one.
  const y = ({ lux }: PositionPoint): number =>
    HEIGHT - FOOT - (HEIGHT - FOOT - HEAD) * (Number((lux * 10_000n) / top) / 10_000)
  const line = points.map((point) => `${x(point).toFixed(1)} ${y(point).toFixed(1)}`).join('L')
  const since = t('hyper.history.block', { height: f.integer(first.height) })
  const until = f.integer(last.height)
  // On a telephone at twice the size one of them fits.
  const hasBoth = (since.length + until.length + 1) * LETTER < width - 2 * EDGE
  return (
    <svg
      ref={ref}
      class="chart"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="img"
      aria-label={t('hyper.history.chart', {
        from: f.integer(first.height),
        until: f.integer(last.height),
        first: duskAmount(f, first.lux, 'about'),
        last: duskAmount(f, last.lux, 'about'),
      })}
    >
      <path class="axis" d={`M0 ${HEAD}H${width}M0 ${HEIGHT - FOOT}H${width}`} />
      <text x={EDGE} y={HEAD - 5}>
        {duskAmount(f, top)}
      </text>
      <path class="area" d={`M${x(first).toFixed(1)} ${HEIGHT - FOOT}L${line}V${HEIGHT - FOOT}Z`} />
      <path class="line" d={`M${line}`} />
      <circle class="you" cx={x(last)} cy={y(last)} r="3" />
      {hasBoth && (
        <text x={EDGE} y={HEIGHT - 4}>
          {since}
        </text>
      )}
      <text x={width - EDGE} y={HEIGHT - 4} text-anchor="end">
        {until}
      </text>
    </svg>
  )
}
