/** Tenths of a power of ten that read well at the end of an axis. */
const STEPS = [10n, 12n, 15n, 20n, 25n, 30n, 40n, 50n, 60n, 80n, 100n]

/** The next round amount that an axis can end at; `most`: positive. */
export function roundAxisUp(most: bigint): bigint {
  const power = 10n ** BigInt(most.toString().length - 1)
  const levels = STEPS.map((step) => (step * power) / 10n)
  return levels.find((level) => level >= most)!
}
