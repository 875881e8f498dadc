/**
 * Why signing ended without a transaction. Each has its own sentence in words under
 * `signing.<code>`; the intent survives all of them.
 */
export const signingFailures = [
  'rejected',
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
  'needs-signers',
  'stopped',
] as const

export type SigningFailure = (typeof signingFailures)[number]
