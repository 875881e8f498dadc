import { decoders } from '../../../../test/unit/fuzz/decoders.ts'
import { enlarged, longTexts, longValues } from '../../../../test/unit/fuzz/worst.ts'
import type { Row } from '../row.ts'

const timed = (work: () => unknown): number => {
  const start = performance.now()
  try {
    work()
  } catch {
    // Some say with an error that a text is none of theirs; how long that took counts as well.
  }
  return performance.now() - start
}

/** The slowest of all decoders on its slowest 64 kB, beside what the engine's own parser takes for as much. */
export function rows(): Row[] {
  let slowest = { name: '', ms: 0 }
  for (const { name, takes, decode, samples } of decoders) {
    const inputs: unknown[] = takes === 'value' ? samples.slice(0, 2).flatMap((sample) => [...enlarged(sample)]) : takes === 'hex' ? [...longValues, ...longTexts] : longTexts
    for (const input of inputs) {
      const ms = Math.min(...[0, 1, 2].map(() => timed(() => decode(input as never))))
      if (ms > slowest.ms) slowest = { name, ms }
    }
  }
  const json = JSON.stringify(Array.from({ length: 6553 }, (_, index) => ({ k: index }))).slice(0, 65_536)
  const own = Math.min(...[0, 1, 2, 3, 4].map(() => timed(() => JSON.parse(json))))
  return [{ what: `slowest decoder on its worst 64 kB (${slowest.name})`, median: slowest.ms, unit: 'ms', atMost: 50, comparedWith: `JSON.parse of 64 kB: ${own.toFixed(2)} ms` }]
}
