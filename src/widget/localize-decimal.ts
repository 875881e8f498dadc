import { parseAmount } from '../words/format/parse-amount.ts'
import type { WidgetFormat } from './plain-format.ts'

/**
 * A decimal with a point, as attributes and networks give it, in the sign of a language: `1.152`
 * would be a thousand and more where points group.
 */
export const localizeDecimal = (
  decimal: string,
  { boostNumber }: Pick<WidgetFormat, 'boostNumber'>,
): string =>
  /^\d*\.\d+$/.test(decimal) ? decimal.replace('.', boostNumber(150_000_000n)[1]!) : decimal

/** What a visitor has typed in one language, as another one writes it; what is no amount stays. */
export function translateDecimal(
  text: string,
  decimals: number,
  from: WidgetFormat,
  to: WidgetFormat,
): string {
  const result = parseAmount(text, decimals, from.locale)
  if (!result.ok || !/[.,]/.test(text)) return text
  const digits = String(result.value).padStart(decimals + 1, '0')
  return localizeDecimal(
    `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, ''),
    to,
  )
}
