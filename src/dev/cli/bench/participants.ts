import {
  emptyColumns,
  type RatioColumns,
} from '../../../protocol/dual-stacking/golden-ratio/columns.ts'

/**
 * Made-up participants, the same in every run: amounts over several orders of magnitude, half of
 * them without STX, sums of 14 snapshots.
 */
export function participants(count: number): RatioColumns {
  const random = generator(20_261_121)
  const columns = emptyColumns(count)
  for (let row = 0; row < count; row++) {
    columns.sats[row] = 14 * Math.floor(1e4 * Math.exp(random() * 11))
    columns.microStx[row] = random() < 0.5 ? 0 : 14 * Math.floor(1e6 * Math.exp(random() * 14))
  }
  return columns
}

/** A linear congruential generator of 0 … 1: simple and repeatable. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
