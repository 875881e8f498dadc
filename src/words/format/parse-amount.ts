/** Why an amount could not be read; the sentence is `input.<code>`. */
export type AmountProblem =
  | 'amount-empty'
  | 'amount-not-a-number'
  | 'amount-too-precise'
  | 'amount-too-large'
export type AmountResult = { ok: true; value: bigint } | { ok: false; code: AmountProblem }

/**
 * No field of this product takes more than 21 million sBTC or 10^13 STX; a longer text is a
 * mistake.
 */
const MAX_WHOLE_DIGITS = 13
const LONGEST_TEXT = 100

/**
 * Reads an amount as typed in a language, scaled by 10^decimals. Either decimal sign works wherever
 * it cannot be mistaken for a thousands separator.
 *
 * @example
 *   parseAmount('0,1152', 8, 'es') // { ok: true, value: 11_520_000n }
 */
export function parseAmount(text: string, decimals: number, locale: string): AmountResult {
  const trimmed = plainCharacters(text)
  if (trimmed === '') return { ok: false, code: 'amount-empty' }
  if (trimmed.length > LONGEST_TEXT) return { ok: false, code: 'amount-not-a-number' }
  const match = /^(\d*)(?:\.(\d*))?$/.exec(plain(trimmed, locale))
  if (!match || (!match[1] && !match[2])) return { ok: false, code: 'amount-not-a-number' }
  const whole = match[1] ?? ''
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return { ok: false, code: 'amount-too-precise' }
  if (whole.replace(/^0+/, '').length > MAX_WHOLE_DIGITS)
    return { ok: false, code: 'amount-too-large' }
  return { ok: true, value: BigInt(whole + fraction.padEnd(decimals, '0') || '0') }
}

/**
 * Digits and signs as other keyboards type them (full-width, Arabic, the Chinese stop) as the plain
 * ones, without spaces.
 */
const plainCharacters = (text: string): string =>
  text
    .normalize('NFKC')
    // Both rows of Arabic digits begin at a multiple of 16.
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) % 16}`)
    .replace(/[。｡٫]/g, '.')
    .replace(/[、٬]/g, ',')
    .replace(/\s/g, '')

/**
 * The text with `.` as decimal sign and no grouping: a sign is grouping only where the whole number
 * is grouped properly by it.
 */
function plain(text: string, locale: string): string {
  // Making a formatter costs milliseconds on a slow machine, and English needs none.
  const decimal =
    locale === 'en'
      ? '.'
      : (new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')
          ?.value ?? '.')
  const group = decimal === ',' ? '.' : ','
  const grouped = new RegExp(`^[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`)
  if (grouped.test(text)) return text.replaceAll(group, '').replace(decimal, '.')
  return text.replace(/[.,]/, '.')
}
