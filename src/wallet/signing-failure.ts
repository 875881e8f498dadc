/**
 * Why signing ended without a transaction. Each has its own sentence in words under
 * `signing.<code>`; the intent survives all of them.
 */
export const signingFailures = [
  'rejected',
  'wallet-closed',
  'timeout',
  'wrong-network',
  'wrong-account',
  'wallet-missing',
  'wallet-locked',
  'tab-closed',
  'no-tab',
  'wallet-error',
  'result-mismatch',
  'result-unreadable',
  'superseded-contract',
  'interrupted',
  'old-transaction',
  'not-comparable',
  'high-fee',
  'needs-signers',
  'stopped',
] as const

export type SigningFailure = (typeof signingFailures)[number]
