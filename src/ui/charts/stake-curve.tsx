import type { StakeCurvePoint } from '../../protocol/bitcoin-staking/projection/project-stake.ts'
import { useWords } from '../hooks/use-words.ts'
import { pickAxisLabels } from './pick-axis-labels.ts'
import { roundAxisUp } from './round-axis-up.ts'
import { useChartWidth } from './use-chart-width.ts'

const HEIGHT = 142
const EDGE = 6
const TOP = 16
const FOOT = 32

/** A stake and the net sats of a cycle that it is expected to bring. */
export interface PlottedStake {
  microStx: bigint
  sats: bigint
}

interface StakeCurveProps {
  points: readonly StakeCurvePoint[]
  /** The present stake; null: none that earns. */
  you: PlottedStake | null
  /** The one that is tried; null: nothing is. */
  what: PlottedStake | null
}

/**
 * Net sats of a cycle over the stake: the line is the middle, the band reaches from the slowest to
 * the fastest income measured. Nothing is drawn where a value is unknown.
 */
export function StakeCurve({ points, you, what }: StakeCurveProps) {
  const { t, f } = useWords()
  const { ref, width } = useChartWidth()
  const drawn = points.flatMap(({ microStx, cycleSats }) => {
    const { low = null, middle = null, high = null } = cycleSats ?? {}
    return low === null || middle === null || high === null ? [] : [{ microStx, low, middle, high }]
  })
  const last = drawn.at(-1)
  if (!last || drawn.length < points.length || last.microStx === 0n || last.high === 0n) return null
  const top = roundAxisUp(last.high)
  const x = (microStx: bigint) =>
    EDGE + (width - 2 * EDGE) * Math.min(1, Number(microStx) / Number(last.microStx))
  const y = (sats: bigint) => TOP + (HEIGHT - TOP - FOOT) * (1 - Number(sats) / Number(top))
  const path = (level: 'low' | 'middle' | 'high', order = drawn) =>
    order.map((point) => `${x(point.microStx).toFixed(1)} ${y(point[level]).toFixed(1)}`).join('L')
  const labels = pickAxisLabels(
    [
      ...(you ? [{ at: you.microStx, rank: 0 }] : []),
      ...(what ? [{ at: what.microStx, rank: 1 }] : []),
      { at: last.microStx, rank: 2 },
      { at: 0n, rank: 3 },
    ],
    x,
  )
  return (
    <svg
      ref={ref}
      class="chart curve"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="img"
      aria-label={describe()}
    >
      {[top, top / 2n].map((level) => (
        <g key={level}>
          <path class="axis" d={`M${EDGE} ${y(level)}H${width - EDGE}`} />
          <text x={EDGE} y={y(level) - 4}>
            {f.sats(level)}
          </text>
        </g>
      ))}
      <path class="axis" d={`M${EDGE} ${y(0n)}H${width - EDGE}`} />
      <path class="area" d={`M${path('high')}L${path('low', drawn.toReversed())}Z`} />
      <path class="line" d={`M${path('middle')}`} />
      {labels.map((at) => (
        <text key={at} x={x(at)} y={HEIGHT - 19} text-anchor={anchorOf(at)}>
          {f.stxAxis(at)}
        </text>
      ))}
      <text x={width - EDGE} y={HEIGHT - 4} text-anchor="end">
        {t('staking.whatIf.stx')} →
      </text>
      {you && <path class="you-line" d={`M${x(you.microStx)} ${y(you.sats)}V${y(0n)}`} />}
      {what && <circle class="what" cx={x(what.microStx)} cy={y(what.sats)} r="5" />}
      {you && <circle class="you" cx={x(you.microStx)} cy={y(you.sats)} r="5" />}
    </svg>
  )

  function anchorOf(at: bigint): 'start' | 'middle' | 'end' {
    if (x(at) > width - 40) return 'end'
    return x(at) < 20 ? 'start' : 'middle'
  }

  function describe(): string {
    const said = ({ microStx, sats }: PlottedStake) => ({
      stx: f.stx(microStx),
      sats: f.sats(sats, 'about'),
    })
    return [
      t('staking.whatIf.curve', {
        stx: f.stx(last!.microStx),
        low: f.sats(last!.low, 'about'),
        high: f.sats(last!.high, 'about'),
      }),
      you && t('staking.whatIf.curve.you', said(you)),
      what && t('staking.whatIf.curve.what', said(what)),
    ]
      .filter(Boolean)
      .join(' ')
  }
}
