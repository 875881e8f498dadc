import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { Words } from '../../words/create-words.ts'

/**
 * Fee of a transaction, and for operators its nonce, as far as the wallet or the chain reported
 * them.
 */
export const transactionDetails = (
  { t, f }: Words,
  {
    nonce,
    feeMicroStx,
    sponsored = false,
  }: Pick<StacksIntent, 'nonce' | 'feeMicroStx' | 'sponsored'>,
  isForOperator = false,
): string =>
  [
    feeMicroStx !== null &&
      t(sponsored ? 'activity.fee-sponsored' : 'activity.fee', {
        fee: f.stx(BigInt(feeMicroStx), 'exact'),
      }),
    isForOperator && nonce !== null && t('activity.nonce', { nonce: f.integer(nonce) }),
  ]
    .filter(Boolean)
    .join(' · ')
