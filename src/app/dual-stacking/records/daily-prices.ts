/** Prices of one bitcoin by UTC day (`2026-01-31`), scaled by 10^8, in one currency. */
export interface DailyPrices {
  currency: string
  prices: ReadonlyMap<string, bigint>
}

export type ParsedPrices =
  | { ok: true; prices: DailyPrices }
  /** `line`: the first that cannot be read, from 1; 0: none has a price. */
  | { ok: false; line: number }

const SCALE = 8
const UNIT = 10n ** BigInt(SCALE)
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/
const PRICE = /^\d{1,15}(?:\.\d{1,18})?$/
const CURRENCY =
  /\b(?:AUD|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HKD|INR|JPY|KRW|MXN|NOK|NZD|PLN|SEK|SGD|USD)\b/i

/** Whether a text is a day that there is. */
const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const parsePrice = (text: string): bigint | null => {
  if (!PRICE.test(text)) return null
  const [whole = '', decimals = ''] = text.split('.')
  return BigInt(whole + decimals.slice(0, SCALE).padEnd(SCALE, '0'))
}

/** The cells of a line; a comma ends one unless semicolons or tabs do. */
const splitLine = (line: string): string[] => {
  const separator = [';', '\t'].find((each) => line.includes(each)) ?? ','
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

/**
 * Parses a file with a day (`2026-01-31`, in UTC) and a price of one bitcoin in each line; a first
 * line without a day is a heading, which may name the currency. A price is the cell after the day,
 * or the one under `close` or `price`.
 */
export function parseDailyPrices(text: string): ParsedPrices {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const prices = new Map<string, bigint>()
  let column = 1
  let currency = ''
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const cells = splitLine(line)
    const day = DAY.exec(cells[0] ?? '')
      ?.slice(1, 4)
      .join('-')
    if (day === undefined && prices.size === 0 && at === 0) {
      const named = cells.findIndex((cell) => /^(?:close|price)\b/i.test(cell))
      if (named > 0) column = named
      currency = CURRENCY.exec(line.replaceAll('_', ' '))?.[0].toUpperCase() ?? ''
      continue
    }
    const price = parsePrice(cells[column] ?? '')
    if (day === undefined || !isDay(day) || price === null) return { ok: false, line: at + 1 }
    prices.set(day, price)
  }
  return prices.size === 0 ? { ok: false, line: 0 } : { ok: true, prices: { currency, prices } }
}

/** The UTC day of a time in seconds since 1970. */
export const utcDay = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 10)

/** What an amount of sats was worth on a UTC day, in hundredths; null: no price of that day. */
export function valueInCents(sats: bigint, day: string, { prices }: DailyPrices): bigint | null {
  const price = prices.get(day)
  if (price === undefined) return null
  // Rounded to the nearest hundredth; halves upwards.
  const divisor = UNIT * UNIT
  return (sats * price * 100n + divisor / 2n) / divisor
}

/** Hundredths as a decimal with a point. */
export const centsText = (cents: bigint): string =>
  `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`

/** A price as a decimal with a point, without zeros at its end. */
export const priceText = (price: bigint): string =>
  `${price / UNIT}.${String(price % UNIT).padStart(SCALE, '0')}`.replace(/\.?0+$/, '')
