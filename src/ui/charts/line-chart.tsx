import { useState } from 'preact/hooks'
import { roundAxisUp } from './round-axis-up.ts'
import { useChartWidth } from './use-chart-width.ts'

const HEIGHT = 116
const EDGE = 4
const HEAD = 18
const FOOT = 16
/** The width of a bold letter, CSS pixels, a little more than most are. */
const LETTER = 7

export interface LinePoint {
  key: number | bigint
  /** Where it stands from left to right, for example a height. */
  at: bigint
  value: bigint
  /** What is shown of it under the pointer or with the focus. */
  text: string
}

interface LineChartProps {
  /** Oldest first. */
  points: readonly LinePoint[]
  label: string
  /** Names of the first and the last place below the line. */
  from: string
  until: string
  format: (value: bigint) => string
}

/**
 * Values over time as a line, from 0 or below. What the last point says makes way for that of the
 * one under the pointer or with the focus.
 */
export function LineChart({ points, label, from, until, format }: LineChartProps) {
  const { ref, width } = useChartWidth()
  const [asked, setAsked] = useState<LinePoint['key'] | null>(null)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const shown = points.find(({ key }) => key === asked) ?? last
  const values = points.map(({ value }) => value)
  const most = values.reduce((high, value) => (value > high ? value : high), 0n)
  const least = values.reduce((low, value) => (value < low ? value : low), 0n)
  const top = most === 0n && least < 0n ? 0n : roundAxisUp(most === 0n ? 1n : most)
  const bottom = least < 0n ? -roundAxisUp(-least) : 0n
  const x = ({ at }: LinePoint): number =>
    EDGE + ((width - 2 * EDGE) * Number(at - first.at)) / Math.max(Number(last.at - first.at), 1)
  const y = (value: bigint): number =>
    HEIGHT -
    FOOT -
    (HEIGHT - FOOT - HEAD) * (Number(((value - bottom) * 10_000n) / (top - bottom)) / 10_000)
  const line = points
    .map((point) => `${x(point).toFixed(1)} ${y(point.value).toFixed(1)}`)
    .join('L')
  const edges = [0, ...points.slice(1).map((point, i) => (x(points[i]!) + x(point)) / 2), width]
  const topText = format(top)
  const fits = (text: string) => (text.length + 1) * LETTER < width - 2 * EDGE
  const shownText = fits(shown.text) ? shown.text : format(shown.value)
  // On a telephone at twice the size not everything fits.
  const hasFrom = fits(`${from} ${until}`)
  const hasTop = fits(`${topText} ${shownText}`)
  return (
    <svg
      ref={ref}
      class="chart"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="group"
      aria-label={label}
    >
      <path class="axis" d={`M0 ${HEAD}H${width}M0 ${y(0n)}H${width}`} />
      {bottom < 0n && <path class="axis" d={`M0 ${HEIGHT - FOOT}H${width}`} />}
      {hasTop && (
        <text x={EDGE} y={HEAD - 5}>
          {topText}
        </text>
      )}
      {bottom < 0n && (
        <text x={EDGE} y={HEIGHT - FOOT - 3}>
          {format(bottom)}
        </text>
      )}
      <path class="line" d={`M${line}`} />
      <circle class="you" cx={x(shown)} cy={y(shown.value)} r="3" />
      {points.map((point, index) => (
        <rect
          key={String(point.key)}
          class="over"
          role="img"
          tabIndex={0}
          aria-label={point.text}
          onFocus={() => setAsked(point.key)}
          onBlur={() => setAsked(null)}
          onPointerEnter={() => setAsked(point.key)}
          onPointerLeave={() => setAsked(null)}
          x={edges[index]!}
          y={HEAD}
          width={edges[index + 1]! - edges[index]!}
          height={HEIGHT - FOOT - HEAD}
        />
      ))}
      <text class="asked" x={width - EDGE} y={HEAD - 5} text-anchor="end">
        {shownText}
      </text>
      {hasFrom && (
        <text x={EDGE} y={HEIGHT - 4}>
          {from}
        </text>
      )}
      <text x={width - EDGE} y={HEIGHT - 4} text-anchor="end">
        {until}
      </text>
    </svg>
  )
}
