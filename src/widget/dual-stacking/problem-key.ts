import type { SigningFailure } from '../../wallet/signing-failure.ts'
import type { BoostWalletKey } from './wallet-words.ts'

const keys: Partial<Record<SigningFailure, BoostWalletKey>> = {
  rejected: 'problem.rejected',
  'wallet-missing': 'problem.no-wallet',
  'result-mismatch': 'problem.mismatch',
  'old-transaction': 'problem.old',
  'wallet-closed': 'problem.window-closed',
  'wrong-network': 'problem.other-network',
  'wrong-account': 'problem.wrong-account',
}

/** The sentence's key for why a wallet gave no transaction. */
export const problemKey = (failure: SigningFailure): BoostWalletKey =>
  keys[failure] ?? 'problem.wallet'
