import type { Callable } from '../simulation/callable.ts'

/** What pox-5 asks a signer manager about a position [bitcoin-staking 7.1]. */
export const validateStakeParameters = {
  staker: 'principal',
  'first-index': 'uint',
  'num-indexes': 'uint',
  'amount-ustx': 'uint',
  'amount-sats': 'uint',
  'is-bond': 'bool',
  'signer-calldata': { optional: { buffer: 500 } },
} as const

/** The one function of the trait of signer managers. */
export const validateStake: Callable<typeof validateStakeParameters, boolean> = {
  name: 'validate-stake!',
  parameters: validateStakeParameters,
}
