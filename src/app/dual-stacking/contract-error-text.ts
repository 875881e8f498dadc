import type { Family } from '../../protocol/dual-stacking/errors.ts'
import type { Words } from '../../words/create-words.ts'

/**
 * The sentence for an error number of a contract family; a number without a published meaning is
 * shown as that [dual-stacking 3.2, 9.4].
 */
export function contractErrorText({ t, has }: Words, family: Family | null, code: number): string {
  if (family === 'v1' || family === 'v2') {
    for (const key of [`contract.${family}.${code}`, `contract.${code}`])
      if (has(key)) return (t as (key: string) => string)(key)
  }
  return t('contract.unknown', { code: String(code) })
}
