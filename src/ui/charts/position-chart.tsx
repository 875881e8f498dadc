import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { PositionPoint } from '../../app/hyperstaking/pool-history.ts'
import { useWords } from '../hooks/use-words.ts'

const WIDTH = 294
const HEIGHT = 96
const EDGE = 4
const FOOT = 16

/** What a part of a pool was worth over time, as a line from block to block. */
export function PositionChart({ points }: { points: readonly PositionPoint[] }) {
  const { t, f } = useWords()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const blocks = Number(last.height - first.height)
  const amounts = points.map(({ lux }) => lux)
  const most = amounts.reduce((high, lux) => (lux > high ? lux : high))
  const x = ({ height }: PositionPoint): number =>
    EDGE + ((WIDTH - 2 * EDGE) * Number(height - first.height)) / Math.max(blocks, 1)
  // A chart of amounts begins at 0: a small change does not look like a large one.
  const y = ({ lux }: PositionPoint): number =>
    HEIGHT -
    FOOT -
    (HEIGHT - FOOT - 2 * EDGE) * (most === 0n ? 0 : Number((lux * 10_000n) / most) / 10_000)
  const line = points.map((point) => `${x(point).toFixed(1)} ${y(point).toFixed(1)}`).join('L')
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('hyper.history.chart', {
        from: f.integer(first.height),
        until: f.integer(last.height),
        first: duskAmount(f, first.lux, 'about'),
        last: duskAmount(f, last.lux, 'about'),
      })}
    >
      <path class="axis" d={`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
      <path class="area" d={`M${x(first).toFixed(1)} ${HEIGHT - FOOT}L${line}V${HEIGHT - FOOT}Z`} />
      <path class="line" d={`M${line}`} />
      <circle class="you" cx={x(last)} cy={y(last)} r="3" />
      <text x={EDGE} y={HEIGHT - 4}>
        {f.integer(first.height)}
      </text>
      <text x={WIDTH - EDGE} y={HEIGHT - 4} text-anchor="end">
        {f.integer(last.height)}
      </text>
    </svg>
  )
}
