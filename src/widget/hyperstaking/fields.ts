import { parseAmount } from '../../words/format/parse-amount.ts'
import type { PoolFormat } from './pool-format.ts'

/**
 * DUSK as written in one language (`en`: also in attributes), as another one writes it, grouped or
 * not; what is no amount stays.
 */
export function rewriteDusk(
  text: string,
  from: string,
  { dusk }: PoolFormat,
  isGrouped = true,
): string {
  const typed = parseAmount(text, 9, from)
  if (!typed.ok) return text
  const grouped = dusk(typed.value)
  const sign = dusk(1_500_000_000n)[1]!
  return isGrouped ? grouped : grouped.replace(new RegExp(`[^\\d${sign}]`, 'g'), '')
}
