import type { CycleTimeline } from '../../app/bitcoin-staking/cycle-timeline.ts'

const WIDTH = 294
const HEIGHT = 8
const GAP = 3
/** The prepare phase is a twentieth of a cycle: drawn as wide as can be seen. */
const LEAST = 12

/** A cycle as a line of its two halves and the prepare phase, filled up to now. */
export function CycleLine({ at, label }: { at: CycleTimeline; label: string }) {
  const { start, secondHalf, prepare, end, burnHeight } = at
  const bounds = [start, secondHalf, prepare, end]
  const total = Number(end - start)
  const prepareWidth = Math.max(LEAST, (WIDTH * Number(end - prepare)) / total)
  const rest = WIDTH - prepareWidth - 2 * GAP
  const toPrepare = Number(prepare - start)
  const widths = [
    (rest * Number(secondHalf - start)) / toPrepare,
    (rest * Number(prepare - secondHalf)) / toPrepare,
    prepareWidth,
  ]
  return (
    <svg
      class="ticks"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {widths.map((width, part) => {
        const x = widths.slice(0, part).reduce((sum, each) => sum + each + GAP, 0)
        const [from, to] = [bounds[part]!, bounds[part + 1]!]
        const share = Math.min(1, Math.max(0, Number(burnHeight - from) / Number(to - from)))
        const done = part === 2 ? 'tick fill-bad' : 'tick done'
        return (
          <g key={part}>
            <rect class="tick" x={x} width={width} height={HEIGHT} rx="3" />
            {share > 0 && <rect class={done} x={x} width={width * share} height={HEIGHT} rx="3" />}
          </g>
        )
      })}
    </svg>
  )
}
