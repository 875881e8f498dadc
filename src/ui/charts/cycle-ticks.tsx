interface CycleTicksProps {
  count: number
  taken: number
  /** 0 … 1: progress towards the next snapshot. */
  partial: number
  label: string
}

const GAP = 3
const HEIGHT = 8
/** With more ticks, each would be thinner than the gap next to it: one bar shows the same. */
const MOST = 42

/** The snapshots of a cycle as a row of ticks; `label` is the text alternative. */
export function CycleTicks({ count, taken, partial, label }: CycleTicksProps) {
  const width = 294
  const shown = count > MOST ? 1 : Math.max(1, count)
  const tick = (width - GAP * (shown - 1)) / shown
  const share = (i: number): number => {
    if (count > MOST) return (taken - 1 + partial) / count
    if (i !== taken - 1) return i < taken ? 1 : 0
    return taken === count && partial === 0 ? 1 : Math.max(0.12, partial)
  }
  return (
    <svg
      class="ticks"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {Array.from({ length: shown }, (_, i) => (
        <g key={i}>
          <rect class="tick" x={i * (tick + GAP)} width={tick} height={HEIGHT} rx="3" />
          {share(i) > 0 && (
            <rect
              class="tick done"
              x={i * (tick + GAP)}
              width={tick * share(i)}
              height={HEIGHT}
              rx="3"
            />
          )}
        </g>
      ))}
    </svg>
  )
}
