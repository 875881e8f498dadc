import type { DuskBaseline } from '../../src/wallet/dusk/dusk-baseline.ts'
import type { StacksBaseline } from '../../src/wallet/stacks/stacks-baseline.ts'

/** An account that has never sent anything, and a network where fees are low. */
export const freshStacks: StacksBaseline = {
  at: 0,
  nonce: 0,
  height: 0,
  known: [],
  feeBound: '1000000',
}

export const freshDusk: DuskBaseline = { nonce: 0n, height: 0n, known: [], holding: null }
