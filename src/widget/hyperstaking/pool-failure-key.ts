import type { SigningFailure } from '../../wallet/signing-failure.ts'
import type { PoolWalletKey } from './wallet-words.ts'

/** The sentence's key for why a wallet gave no transaction. */
export function poolFailureKey(failure: SigningFailure): PoolWalletKey {
  switch (failure) {
    case 'rejected':
    case 'stopped':
    case 'wrong-network':
    case 'wrong-account':
      return `problem.${failure}`
    case 'wallet-closed':
      return 'problem.closed'
    case 'wallet-locked':
      return 'problem.locked'
    case 'wallet-missing':
      return 'problem.gone'
    case 'result-unreadable':
      return 'problem.unreadable'
    case 'old-transaction':
      return 'problem.old'
    default:
      return 'problem.wallet'
  }
}
