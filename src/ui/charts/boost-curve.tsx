import { SCALE } from '../../protocol/dual-stacking/constants.ts'
import { useWords } from '../hooks/use-words.ts'
import { pickAxisLabels } from './pick-axis-labels.ts'
import { useChartWidth } from './use-chart-width.ts'

const HEIGHT = 132
const LEFT = 27
const RIGHT = 6
const TOP = 12
const FOOT = 32

export interface PlottedPoint {
  microStx: bigint
  boost: bigint
}

interface BoostCurveProps {
  curve: readonly PlottedPoint[]
  maxBoost: bigint
  /** Null when no holdings are known. */
  you: PlottedPoint | null
  what: PlottedPoint | null
  /** STX at which the maximum is reached. */
  maximum: bigint | null
  /** STX at which past golden ratios would have given the maximum. */
  past: readonly { cycle: number; microStx: bigint }[]
}

/**
 * Boost over stacked STX: the filled point shows the holder now, the open one the what-if; the band
 * above shows where past golden ratios had the maximum.
 */
export function BoostCurve({ curve, maxBoost, you, what, maximum, past }: BoostCurveProps) {
  const { t, f } = useWords()
  const { ref, width } = useChartWidth()
  const last = curve.at(-1)
  if (!last || last.microStx === 0n) return null
  const x = (microStx: bigint) =>
    LEFT + (width - LEFT - RIGHT) * Math.min(1, Number(microStx) / Number(last.microStx))
  const y = (boost: bigint) =>
    TOP +
    (HEIGHT - TOP - FOOT) * (1 - Number(boost - SCALE) / Math.max(1, Number(maxBoost - SCALE)))
  const line = curve
    .map(
      (point, i) =>
        `${i === 0 ? 'M' : 'L'}${x(point.microStx).toFixed(1)} ${y(point.boost).toFixed(1)}`,
    )
    .join('')
  const middle = (maxBoost / SCALE / 2n) * SCALE
  const levels = [...new Set([SCALE, middle, maxBoost])].filter((level) => level >= SCALE)
  const labels = pickAxisLabels(
    [
      { at: 0n, rank: -1 },
      ...(you ? [{ at: you.microStx, rank: 0 }] : []),
      ...(maximum === null ? [] : [{ at: maximum, rank: 1 }]),
    ],
    x,
  )
  const band = past.length > 0 && {
    from: Math.min(...past.map(({ microStx }) => x(microStx))),
    to: Math.max(...past.map(({ microStx }) => x(microStx))),
  }
  return (
    <svg
      ref={ref}
      class="chart curve"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="img"
      aria-label={describe()}
    >
      {levels.map((level) => (
        <g key={level}>
          <path class="axis" d={`M${LEFT} ${y(level)}H${width - RIGHT}`} />
          <text x={LEFT - 5} y={y(level) + 3.5} text-anchor="end">
            {f.integer(level / SCALE)}×
          </text>
        </g>
      ))}
      <path class="area" d={`${line}L${x(last.microStx)} ${y(SCALE)}L${LEFT} ${y(SCALE)}Z`} />
      {maximum !== null && (
        <path class="mark-line" d={`M${x(maximum)} ${y(maxBoost)}V${y(SCALE)}`} />
      )}
      <path class="line" d={line} />
      {band && (
        <rect
          class="past"
          x={band.from - 1}
          y={y(maxBoost) - 6}
          width={band.to - band.from + 2}
          height="4"
          rx="2"
        />
      )}
      {labels
        .filter((at) => at > 0n)
        .map((at) => (
          <text key={at} x={x(at)} y={HEIGHT - 19} text-anchor="middle">
            {f.stxAxis(at)}
          </text>
        ))}
      <text x={LEFT} y={HEIGHT - 19} text-anchor="middle">
        0
      </text>
      <text x={width - RIGHT} y={HEIGHT - 4} text-anchor="end">
        {t('whatIf.stx')} →
      </text>
      {you && <path class="you-line" d={`M${x(you.microStx)} ${y(you.boost)}V${y(SCALE)}`} />}
      {what && <circle class="what" cx={x(what.microStx)} cy={y(what.boost)} r="5" />}
      {you && <circle class="you" cx={x(you.microStx)} cy={y(you.boost)} r="5" />}
    </svg>
  )

  function describe(): string {
    return [
      t('curve.shape'),
      you && t('curve.you', { boost: f.boost(you.boost), stx: f.stx(you.microStx) }),
      what && t('curve.what', { boost: f.boost(what.boost), stx: f.stx(what.microStx) }),
      maximum !== null && t('curve.maximum', { boost: f.boost(maxBoost), stx: f.stx(maximum) }),
      ...past.map(({ cycle, microStx }) =>
        t('curve.pastOne', { cycle: f.integer(cycle), stx: f.stx(microStx) }),
      ),
    ]
      .filter(Boolean)
      .join(' ')
  }
}
