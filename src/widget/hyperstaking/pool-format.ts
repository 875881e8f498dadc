import { formatScaled } from '../../words/format/numbers.ts'

export const createPoolFormat = (locale: string): PoolFormat => ({
  locale,
  dusk: (lux, about) =>
    formatScaled(
      locale,
      lux,
      9,
      about ? { maximumSignificantDigits: 4, roundingMode: 'trunc' } : { maximumFractionDigits: 9 },
    ),
  percent: (scaled) =>
    formatScaled(locale, scaled, 8, {
      style: 'percent',
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      roundingMode: 'trunc',
    }),
})
/** Figures in one language. */

export interface PoolFormat {
  readonly locale: string
  /** DUSK without the unit; `about`: cut to four digits, never rounded up. */
  dusk(lux: bigint, about?: boolean): string
  /** A rate scaled by 10^8. */
  percent(scaled: bigint): string
}
