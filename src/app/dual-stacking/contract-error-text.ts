import type { Family } from '../../protocol/dual-stacking/errors.ts'
import type { Words } from '../../words/create-words.ts'
import type { contract } from '../../words/en/contract.ts'

export type ContractErrorKey = keyof typeof contract

/**
 * The key of the sentence for an error number of a contract family; a number without a published
 * meaning has the one that says so, with the number as `code` [dual-stacking 3.2, 9.4].
 */
export function contractErrorKey(
  has: (key: string) => boolean,
  family: Family | null,
  code: number,
): ContractErrorKey {
  if (family === 'v1' || family === 'v2') {
    for (const key of [`contract.${family}.${code}`, `contract.${code}`])
      if (has(key)) return key as ContractErrorKey
  }
  return 'contract.unknown'
}

/** The sentence for an error number of a contract family. */
export function contractErrorText({ t, has }: Words, family: Family | null, code: number): string {
  const key = contractErrorKey(has, family, code)
  return key === 'contract.unknown' ? t(key, { code: String(code) }) : t(key)
}
