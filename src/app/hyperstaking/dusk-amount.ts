import type { Format } from '../../words/format/format.ts'
import { formatScaled } from '../../words/format/numbers.ts'

/**
 * An amount of LUX in DUSK; `cents`: cut to two decimals; `about`: cut to four digits, never
 * rounded up.
 *
 * @example
 *   duskAmount(f, 1_500_000_000n) // '1.5 DUSK'
 */
export function duskAmount(
  f: Format,
  lux: bigint,
  precision: 'exact' | 'cents' | 'about' = 'exact',
): string {
  const about = { maximumSignificantDigits: 4, roundingMode: 'trunc' } as const
  const digits = {
    exact: () => f.decimal(lux, 9),
    cents: () => f.decimal(lux, 9, 2),
    about: () => formatScaled(f.locale, lux, 9, about),
  }
  return `${digits[precision]()} DUSK`
}

/** Milliseconds that this many of Dusk's blocks take at its target of ten seconds. */
export const duskBlocksToMs = (blocks: bigint): number => Number(blocks) * 10_000
