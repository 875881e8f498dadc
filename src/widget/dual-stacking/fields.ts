import { parseAmount } from '../../words/format/parse-amount.ts'
import { translateDecimal } from '../localize-decimal.ts'
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

/** What a visitor has typed in one language, as another one writes it; what is no amount stays. */
export const translateBoostField = (
  text: string,
  name: BoostField,
  from: BoostWords,
  to: BoostWords,
): string => translateDecimal(text, decimals[name], from.f, to.f)
