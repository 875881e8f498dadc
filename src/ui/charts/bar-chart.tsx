import { useState } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'
import { roundAxisUp } from './round-axis-up.ts'
import { useChartWidth } from './use-chart-width.ts'

const HEIGHT = 116
const FOOT = 16
const HEAD = 18
/** Half the width of a letter of an amount, CSS pixels, a little more than most are. */
const HALF_LETTER = 3.4
/** The same of a caption, and what is left free beside one. */
const HALF_CAPTION_LETTER = 3.2
const CAPTION_GAP = 3

export interface Bar {
  key: number | bigint
  /** Sats; null leaves a gap. */
  sats: bigint | null
  /** What is said of it to those who cannot see the chart. */
  name: string
  /** Below it; null: nothing. */
  caption: string | null
}

interface BarChartProps {
  /** Oldest first. */
  bars: readonly Bar[]
  label: string
  maxWidth: number
}

/** Fewer bars stand in the middle, as wide as this many would be. */
const FEWEST = 6

/**
 * Amounts as bars over zero, with a line at a round amount. The value over the newest bar makes way
 * for that of the one under the pointer or with the focus.
 */
export function BarChart({ bars, label, maxWidth }: BarChartProps) {
  const { f } = useWords()
  const { ref, width } = useChartWidth()
  const [asked, setAsked] = useState<Bar['key'] | null>(null)
  const most = bars.reduce((max, { sats }) => (sats !== null && sats > max ? sats : max), 1n)
  const top = roundAxisUp(most)
  const topText = f.sats(top)
  const slot = width / Math.max(bars.length, FEWEST)
  const start = (width - slot * bars.length) / 2
  const barWidth = Math.min(maxWidth, slot * 0.66)
  const last = bars.findLast(({ sats }) => sats !== null)
  const shown = bars.find(({ key, sats }) => key === asked && sats !== null) ?? last
  const middleOf = (index: number) => start + index * slot + slot / 2
  const heightOf = (sats: bigint) =>
    Math.max(2, (HEIGHT - FOOT - HEAD) * (Number((sats * 10_000n) / top) / 10_000))
  const value = placeValue()
  const captions = fitCaptions()
  return (
    <svg
      ref={ref}
      class="chart"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="group"
      aria-label={label}
    >
      <path class="axis" d={`M0 ${HEAD}H${width}M0 ${HEIGHT - FOOT}H${width}`} />
      {!value?.coversTop && (
        <text x={0} y={HEAD - 5}>
          {topText}
        </text>
      )}
      {bars.map(({ key, sats, name }, index) => (
        <g key={String(key)}>
          {sats !== null && (
            <rect
              class={key === shown?.key ? 'bar last' : 'bar'}
              role="img"
              tabIndex={0}
              aria-label={name}
              onFocus={() => setAsked(key)}
              onBlur={() => setAsked(null)}
              onPointerEnter={() => setAsked(key)}
              onPointerLeave={() => setAsked(null)}
              x={middleOf(index) - barWidth / 2}
              y={HEIGHT - FOOT - heightOf(sats)}
              width={barWidth}
              height={heightOf(sats)}
              rx="3"
            />
          )}
          {captions[index] !== null && (
            <text x={middleOf(index)} y={HEIGHT - 4} text-anchor="middle">
              {captions[index]}
            </text>
          )}
        </g>
      ))}
      {value && (
        <text class="value" x={value.x} y={value.y} text-anchor="middle">
          {value.text}
        </text>
      )}
    </svg>
  )

  /** Those that fit side by side: on a telephone at twice the size not all of them do. */
  function fitCaptions(): (string | null)[] {
    let free = -Infinity
    return bars.map(({ caption }, index) => {
      if (caption === null) return null
      const half = caption.length * HALF_CAPTION_LETTER
      if (middleOf(index) - half < free) return null
      free = middleOf(index) + half + CAPTION_GAP
      return caption
    })
  }

  /**
   * Over its bar and its neighbors, and within the chart; the line's own label makes way where they
   * would meet.
   */
  function placeValue() {
    if (!shown || shown.sats === null) return null
    const text = f.sats(shown.sats)
    const half = text.length * HALF_LETTER
    const x = Math.min(Math.max(middleOf(bars.indexOf(shown)), half), width - half)
    const covered = bars.flatMap(({ sats }, index) =>
      sats !== null && Math.abs(middleOf(index) - x) < half + barWidth / 2 ? [heightOf(sats)] : [],
    )
    const y = HEIGHT - FOOT - Math.max(...covered) - 4
    const isLow = y > HEAD + 8
    return { text, x, y, coversTop: !isLow && x - half < topText.length * 2 * HALF_LETTER }
  }
}
