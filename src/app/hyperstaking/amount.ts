import type { Format } from '../../words/format/format.ts'
import { formatScaled } from '../../words/format/numbers.ts'

/**
 * An amount of LUX in DUSK; `about`: cut to four digits, never rounded up; `cents`: to two
 * decimals. @example duskAmount(f, 1_500_000_000n) // '1.5 DUSK'
 */
export const duskAmount = (
  f: Format,
  lux: bigint,
  precision: 'exact' | 'cents' | 'about' = 'exact',
): string =>
  `${precision === 'exact' ? f.decimal(lux, 9) : precision === 'cents' ? f.decimal(lux, 9, 2) : formatScaled(f.locale, lux, 9, { maximumSignificantDigits: 4, roundingMode: 'trunc' })} DUSK`

/** Milliseconds that so many of Dusk's blocks take at its target of ten seconds. */
export const duskTime = (blocks: bigint): number => Number(blocks) * 10_000

/**
 * What the draws of a projection's range start from: always the same, so that the same question has
 * the same answer on every surface.
 */
export const poolSeed = 'twinstack'
