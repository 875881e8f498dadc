import type { SigningFailure } from '../../wallet/signing-failure.ts'
import type { StacksWalletKey } from './signing-setup.ts'

const keys: Partial<Record<SigningFailure, StacksWalletKey>> = {
  rejected: 'problem.rejected',
  'wallet-missing': 'problem.no-wallet',
  'result-mismatch': 'problem.mismatch',
  'old-transaction': 'problem.old',
  'wallet-closed': 'problem.window-closed',
  'wrong-network': 'problem.other-network',
  'wrong-account': 'problem.wrong-account',
}

/** The sentence's key for why a wallet gave no transaction. */
export const problemKey = (failure: SigningFailure): StacksWalletKey =>
  keys[failure] ?? 'problem.wallet'
