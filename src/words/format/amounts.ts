import { formatScaled } from './numbers.ts'

export type Units = 'sats' | 'sbtc'

/**
 * How much a figure means: `exact` shows every digit that is there; `about` is an estimate, cut to
 * four digits (never rounded up: an estimate must not promise more than was computed); `change` is
 * the difference of two estimates, cut to three, with its sign; `need` is rounded up to three
 * digits, so that what it says suffices, and `reach` to four, without a sign.
 */
export type Precision = 'exact' | 'about' | 'change' | 'need' | 'reach'

/** From here on amounts read better in sBTC: 0.01 sBTC, in sats. */
const SATS_LIMIT = 1_000_000n

const rounding: Record<Precision, Intl.NumberFormatOptions> = {
  exact: {},
  about: { maximumSignificantDigits: 4, roundingMode: 'trunc' },
  change: { maximumSignificantDigits: 3, roundingMode: 'trunc', signDisplay: 'exceptZero' },
  need: { maximumSignificantDigits: 3, roundingMode: 'ceil', signDisplay: 'exceptZero' },
  reach: { maximumSignificantDigits: 4, roundingMode: 'ceil' },
}

/**
 * An amount of sBTC: sats below 0.01 sBTC, sBTC from there on and always when the user prefers it.
 */
export function sbtcAmount(
  locale: string,
  units: Units,
  sats: bigint,
  precision: Precision,
): string {
  const size = sats < 0n ? -sats : sats
  if (units === 'sats' && size < SATS_LIMIT)
    return `${formatScaled(locale, sats, 0, rounding[precision])} sats`
  return `${formatScaled(locale, sats, 8, { maximumFractionDigits: 8, ...rounding[precision] })} sBTC`
}

/**
 * An amount of STX: whole from 1,000 on, two digits from 1 on, every digit below; `exact` always
 * shows every digit.
 */
export function stxAmount(locale: string, microStx: bigint, precision: Precision): string {
  return `${stxNumber(locale, microStx, precision)} STX`
}

/** The same without the unit, for fields that have it next to them. */
export function stxNumber(locale: string, microStx: bigint, precision: Precision): string {
  return formatScaled(locale, microStx, 6, {
    ...rounding[precision],
    maximumFractionDigits: precision === 'exact' ? 6 : stxDigits(microStx),
  })
}

function stxDigits(microStx: bigint): number {
  const size = microStx < 0n ? -microStx : microStx
  if (size < 1_000_000n) return 6
  return size < 1_000_000_000n ? 2 : 0
}

/** Short text for the axis of a chart, in STX: one decimal below a hundred of its unit. */
export const stxAxis = (locale: string, microStx: bigint): string =>
  formatScaled(locale, microStx, 6, {
    notation: 'compact',
    maximumFractionDigits: 1,
    maximumSignificantDigits: 3,
    roundingPriority: 'lessPrecision',
  })
