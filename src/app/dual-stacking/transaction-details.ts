import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { Words } from '../../words/create-words.ts'

/** Fee and nonce of a transaction, as far as the wallet or the chain reported them. */
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
