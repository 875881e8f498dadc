import { parseAmount } from '../../words/format/parse-amount.ts'
import type { PoolFormat } from './pool-format.ts'

/**
 * A decimal with a point, as attributes give it, in the sign of a language: `1.152` would be a
 * thousand and more where points group.
 */
export const localizeDusk = (decimal: string, { dusk }: PoolFormat): string =>
  /^\d*\.\d+$/.test(decimal) ? decimal.replace('.', dusk(1_500_000_000n)[1]!) : decimal

/**
 * DUSK that a visitor has typed in one language, as another one writes it; what is no amount stays.
 */
export function translateDusk(text: string, from: PoolFormat, to: PoolFormat): string {
  const typed = parseAmount(text, 9, from.locale)
  if (!typed.ok || from === to) return text
  const digits = String(typed.value).padStart(10, '0')
  return localizeDusk(`${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, ''), to)
}
