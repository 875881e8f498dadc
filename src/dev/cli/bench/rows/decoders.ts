import { decoders } from '../../../fuzz/decoders.ts'
import { enlarged, longTexts, longValues } from '../../../fuzz/worst.ts'
import { measureTogether } from '../measure.ts'
import type { Row } from '../row.ts'

const timed = (work: () => unknown): number => {
  const start = performance.now()
  try {
    work()
  } catch {
    // Some throw for a text that is not theirs; that time counts as well.
  }
  return performance.now() - start
}

/**
 * The slowest of all decoders on its slowest 64 kB, compared with what the engine's own parser
 * takes for as much.
 */
export function rows(): Row[] {
  const found: { name: string; ms: number; again: () => unknown }[] = []
  for (const { name, takes, decode, samples } of decoders) {
    const inputs: Record<typeof takes, () => unknown[]> = {
      value: () => samples.slice(0, 2).flatMap((sample) => [...enlarged(sample)]),
      hex: () => [...longValues, ...longTexts],
      text: () => longTexts,
    }
    for (const input of inputs[takes]()) {
      const again = () => timed(() => decode(input as never))
      found.push({ name, ms: Math.min(again(), again()), again })
    }
  }
  const json = `[${Array.from({ length: 5957 }, (_, index) => `{"k":${index}}`).join(',')}]`
  // The first pass only finds out which ones are worth measuring well.
  const slowest = found.toSorted((a, b) => b.ms - a.ms).slice(0, 5)
  const [own, ...times] = measureTogether(
    [() => timed(() => JSON.parse(json)), ...slowest.map(({ again }) => again)],
    { runs: 9, warmUp: 1 },
  ) as [number, ...number[]]
  const longest = Math.max(...times)
  return [
    {
      what: `slowest of ${decoders.length} decoders on its worst 64 kB (${slowest[times.indexOf(longest)]!.name})`,
      median: longest,
      unit: 'ms',
      atMost: 50,
      comparedWith: `JSON.parse of 64 kB: ${own.toFixed(2)} ms`,
    },
  ]
}
