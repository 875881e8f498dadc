import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { Words } from '../../words/create-words.ts'

/** What the wallet or the chain told of a transaction: its nonce and fee, as far as known. */
export const transactionDetails = (
  { t, f }: Words,
  { nonce, feeMicroStx }: Pick<StacksIntent, 'nonce' | 'feeMicroStx'>,
): string =>
  [
    feeMicroStx !== null && t('activity.fee', { fee: f.stx(BigInt(feeMicroStx), 'exact') }),
    nonce !== null && t('activity.nonce', { nonce: f.integer(nonce) }),
  ]
    .filter(Boolean)
    .join(' · ')
