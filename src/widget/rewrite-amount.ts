import { parseAmount } from '../words/format/parse-amount.ts'
import type { WidgetFormat } from './plain-format.ts'

const ONE_STX = 1_000_000n

/**
 * An amount as written in one language (`en`: also in attributes and by networks), as another one
 * writes it, grouped; without `from` it is of the same language, and is not grouped. What is no
 * amount stays.
 */
export function rewriteAmount(
  text: string,
  decimals: number,
  { locale, stx, boostNumber }: WidgetFormat,
  from?: string,
): string {
  const typed = parseAmount(text, decimals, from ?? locale)
  if (!typed.ok) return text
  const digits = String(typed.value).padStart(decimals + 1, '0')
  const whole = digits.slice(0, -decimals)
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  const grouped = stx(BigInt(whole) * ONE_STX, 'exact').replace(/\s*STX$/, '')
  return (from ? grouped : whole) + (fraction && boostNumber(150_000_000n)[1]! + fraction)
}
