import { sbtcAmount, stxAmount, stxAxis, stxNumber, type Precision, type Units } from './amounts.ts'
import { formatScaled, numberFormat } from './numbers.ts'
import { clock, day, dayAndTime, duration, MS_PER_BLOCK } from './time.ts'

/** Every figure that a view shows, in one language and the user's units. */
export interface Format {
  readonly locale: string
  readonly units: Units
  integer(value: number | bigint): string
  sats(value: bigint, precision?: Precision): string
  /** Always in sBTC, cut to this many decimals (8): for formulas. */
  sbtc(sats: bigint, digits?: number): string
  stx(microStx: bigint, precision?: Precision): string
  stxNumber(microStx: bigint, precision?: Precision): string
  stxAxis(microStx: bigint): string
  /** A factor scaled by 10^8, cut: 9.999 must not read as the maximum. */
  boost(scaled: bigint): string
  boostNumber(scaled: bigint): string
  /**
   * A share scaled by 10^8 (10^8 = 100 %), cut; what is not nothing does not read as 0: `<0.01%`.
   */
  percent(scaled: bigint, digits?: number): string
  /** A ratio scaled as the contract's (10^8 · microSTX / sats), in STX per BTC. */
  ratio(scaled: bigint, digits?: number): string
  /**
   * A plain number scaled by 10^decimals, for formulas; `least` digits after its point, for
   * columns.
   */
  decimal(value: bigint, decimals: number, digits?: number, least?: number): string
  duration(ms: number): string
  blockTime(blocks: number): string
  day(at: number, now: number): string
  dayAndTime(at: number): string
  clock(at: number): string
}

export const createFormat = (locale: string, units: Units): Format => ({
  locale,
  units,
  integer: (value) => numberFormat(locale, {}).format(value),
  sats: (value, precision = 'exact') => sbtcAmount(locale, units, value, precision),
  sbtc: (sats, digits = 8) =>
    `${formatScaled(locale, sats, 8, { maximumFractionDigits: digits, roundingMode: 'trunc' })} sBTC`,
  stx: (microStx, precision = 'about') => stxAmount(locale, microStx, precision),
  stxNumber: (microStx, precision = 'about') => stxNumber(locale, microStx, precision),
  stxAxis: (microStx) => stxAxis(locale, microStx),
  boost: (scaled) => `${boostNumber(locale, scaled)}×`,
  boostNumber: (scaled) => boostNumber(locale, scaled),
  percent: (scaled, digits = 2) => {
    const least = 10n ** BigInt(6 - digits)
    const text = formatScaled(locale, scaled > 0n && scaled < least ? least : scaled, 8, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      roundingMode: 'trunc',
    })
    return scaled > 0n && scaled < least ? `<${text}` : text
  },
  ratio: (scaled, digits = scaled < 1_000_000_000n ? 2 : 0) =>
    formatScaled(locale, scaled, 6, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
  decimal: (value, decimals, digits = decimals, least = 0) =>
    formatScaled(locale, value, decimals, {
      minimumFractionDigits: least,
      maximumFractionDigits: digits,
      roundingMode: 'trunc',
    }),
  duration: (ms) => duration(locale, ms),
  blockTime: (blocks) => duration(locale, blocks * MS_PER_BLOCK),
  day: (at, now) => day(locale, at, now),
  dayAndTime: (at) => dayAndTime(locale, at, Date.now()),
  clock: (at) => clock(locale, at),
})

const boostNumber = (locale: string, scaled: bigint): string =>
  formatScaled(locale, scaled, 8, {
    minimumFractionDigits: scaled % 100_000_000n === 0n ? 0 : 2,
    maximumFractionDigits: 2,
    roundingMode: 'trunc',
  })
