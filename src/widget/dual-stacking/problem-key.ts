import type { SigningFailure } from '../../wallet/signing-failure.ts'
import type { BoostWalletKey } from './wallet-words.ts'

/** The sentence's key for why a wallet gave no transaction. */
export function problemKey(failure: SigningFailure): BoostWalletKey {
  switch (failure) {
    case 'rejected':
      return 'problem.rejected'
    case 'wallet-missing':
      return 'problem.no-wallet'
    case 'result-mismatch':
      return 'problem.mismatch'
    case 'old-transaction':
      return 'problem.old'
    case 'wallet-closed':
      return 'problem.window-closed'
    case 'wrong-network':
      return 'problem.other-network'
    case 'wrong-account':
      return 'problem.wrong-account'
    default:
      return 'problem.wallet'
  }
}
