import { parseAmount } from '../../words/format/parse-amount.ts'
import type { BoostField } from './view.ts'
import type { BoostKey, BoostWords } from './words.ts'

export const fieldNames = ['sbtc', 'stx', 'golden'] as const

/**
 * Decimals of what is typed: sats of sBTC, microSTX of STX, and 10^-6 STX per BTC, which is the
 * contract's scale.
 */
const decimals: Record<BoostField, number> = { sbtc: 8, stx: 6, golden: 6 }

export interface Typed {
  amounts: Partial<Record<BoostField, bigint>>
  problems: Partial<Record<BoostField, string>>
}

/**
 * The amounts in the fields as the visitor's language writes them, and a sentence for each invalid
 * one.
 */
export function readFields(
  inputs: Record<BoostField, HTMLInputElement>,
  { t, f }: BoostWords,
): Typed {
  const typed: Typed = { amounts: {}, problems: {} }
  for (const name of fieldNames) {
    const result = parseAmount(inputs[name].value, decimals[name], f.locale)
    if (result.ok) typed.amounts[name] = result.value
    else if (result.code !== 'amount-empty')
      typed.problems[name] = t(`problem.${result.code.slice(7)}` as BoostKey)
  }
  return typed
}

/**
 * A decimal with a point, as attributes and networks give it, in the sign of a language: `1.152`
 * would be a thousand and more where points group.
 */
export const localizeDecimal = (decimal: string, { f }: BoostWords): string =>
  /^\d*\.\d+$/.test(decimal) ? decimal.replace('.', f.boostNumber(150_000_000n)[1]!) : decimal

/** What a visitor has typed in one language, as another one writes it; what is no amount stays. */
export function translateBoostField(
  text: string,
  name: BoostField,
  from: BoostWords,
  to: BoostWords,
): string {
  const result = parseAmount(text, decimals[name], from.f.locale)
  if (!result.ok || !/[.,]/.test(text)) return text
  const digits = String(result.value).padStart(decimals[name] + 1, '0')
  return localizeDecimal(
    `${digits.slice(0, -decimals[name])}.${digits.slice(-decimals[name])}`.replace(/\.?0+$/, ''),
    to,
  )
}
