import type { Words } from '../../words/create-words.ts'

/**
 * Errors that a holder or operator can meet although all was well when it was signed
 * [bitcoin-staking 3.2].
 */
const stakingErrors: Readonly<
  Record<number, 'prepare' | 'cycle' | 'claim' | 'manager' | 'calculated' | 'returned' | undefined>
> = {
  24: 'cycle',
  28: 'prepare',
  47: 'prepare',
  30: 'calculated',
  1001: 'claim',
  1008: 'returned',
  1016: 'claim',
  17: 'manager',
  23: 'manager',
}

/** What an error of pox-5 or of a signer manager means to a holder. */
export function stakingErrorText({ t }: Pick<Words, 't'>, errorNumber: number): string {
  const key = stakingErrors[errorNumber]
  return key ? t(`staking.error.${key}`) : t('staking.error.other', { code: String(errorNumber) })
}
