/**
 * A source of numbers in [0, 1): passed in, so that the same seed gives the same run everywhere.
 */
export type Random = () => number

/**
 * A seeded source (xoshiro128**): for simulations and test networks, never for secrets. @example
 * seeded('demo')()
 */
export const seeded = (seed: number | string): Random => {
  let state = 0x9e3779b9
  for (const char of String(seed)) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193)
  const word = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  let [a, b, c, d] = [word(), word(), word(), word()]
  const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits))
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992
}
