import type { KeptCall } from '../../src/keeper/state/keeper-state.ts'

/** A call of a keeper with one attempt. */
export const keptCall = (
  changes: Partial<KeptCall> = {},
  txid = 'aa'.repeat(32),
  feeMicroStx = 900n,
): KeptCall => ({
  contract: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.dual-stacking-live',
  functionName: 'advance-to-next-snapshot',
  args: ['0100000000000000000000000000000001'],
  paysSats: null,
  nonce: 1,
  deadline: 100,
  attempts: [{ txid, raw: '80', feeMicroStx, at: 1_795_000_000_000, burnHeight: 90 }],
  outcome: 'open',
  stacksHeight: null,
  ...changes,
})
