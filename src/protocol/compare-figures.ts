/** A recomputed figure and the one that the contract shows; null: not known. */
export interface Compared {
  expected: bigint | null
  found: bigint | null
  /** Found - expected; null when one is unknown. */
  difference: bigint | null
}

export const compareFigures = (expected: bigint | null, found: bigint | null): Compared => ({
  expected,
  found,
  difference: expected === null || found === null ? null : found - expected,
})
