import { parseAmount } from '../../words/format/parse-amount.ts'
import { rewriteAmount } from '../rewrite-amount.ts'
import type { BoostField } from './boost-field.ts'
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

/** An amount of a field, as `rewriteAmount` does it. */
export const rewriteField = (
  text: string,
  name: BoostField,
  { f }: BoostWords,
  from?: string,
): string => rewriteAmount(text, decimals[name], f, from)
