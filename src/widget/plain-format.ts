import type { Precision } from '../words/format/amounts.ts'
import type { Format } from '../words/format/format.ts'

/** The part of the shared format that the widget shows figures by. */
export type WidgetFormat = Pick<
  Format,
  'locale' | 'sats' | 'stx' | 'boost' | 'boostNumber' | 'percent' | 'dayAndTime'
>

interface Shown {
  /** Digits that mean something; the others become zeros, upwards with `up`. */
  significant?: number
  up?: boolean
  sign?: boolean
  least?: number
  most?: number
}

const precisions: Record<Precision, Shown> = {
  exact: {},
  about: { significant: 4 },
  change: { significant: 3, sign: true },
  need: { significant: 3, up: true, sign: true },
  reach: { significant: 4, up: true },
}

/** English text of a natural number scaled by 10^decimals. */
export function formatPlain(
  value: bigint,
  decimals: number,
  { significant, up, sign, least = 0, most = decimals }: Shown,
): string {
  const drop = significant === undefined ? decimals - most : String(value).length - significant
  const unit = 10n ** BigInt(Math.max(0, drop))
  const rest = value % unit
  const digits = String(value - rest + (up && rest > 0n ? unit : 0n)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  let fraction = digits.slice(digits.length - decimals)
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  return `${sign && value > 0n ? '+' : ''}${whole}${fraction && `.${fraction}`}`
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

const boostNumber = (scaled: bigint): string =>
  formatPlain(scaled, 8, { least: scaled % 100_000_000n === 0n ? 0 : 2, most: 2 })

/**
 * English figures, digit for digit as `Intl` writes them, for natural numbers. Making the first
 * `Intl` formatters takes most of the time until the first paint on a slow machine, so the language
 * that is part of the core does without.
 */
export const plainFormat: WidgetFormat = {
  locale: 'en',
  sats: (value, precision = 'exact') =>
    value < 1_000_000n
      ? `${formatPlain(value, 0, precisions[precision])} sats`
      : `${formatPlain(value, 8, precisions[precision])} sBTC`,
  stx: (microStx, precision = 'about') => `${formatPlain(microStx, 6, precisions[precision])} STX`,
  boost: (scaled) => `${boostNumber(scaled)}×`,
  boostNumber,
  percent: (scaled, digits = 2) => {
    const least = 10n ** BigInt(6 - digits)
    const tiny = scaled > 0n && scaled < least
    return `${tiny ? '<' : ''}${formatPlain(tiny ? least : scaled, 6, { least: digits, most: digits })}%`
  },
  dayAndTime: (at) => {
    const date = new Date(at)
    const hours = date.getHours()
    const month = months.slice(3 * date.getMonth()).slice(0, 3)
    const year = date.getFullYear()
    const ofYear = year === new Date().getFullYear() ? '' : `${year}, `
    const minutes = String(date.getMinutes()).padStart(2, '0')
    const time = `${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`
    return `${month} ${date.getDate()}, ${ofYear}${time}`
  },
}
