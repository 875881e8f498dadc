import { byName } from '../simulation/contract-model.ts'
import type { PoxState } from './pox-state.ts'
import { bitcoinReads } from './read-bitcoin.ts'
import { clockReads } from './read-clocks.ts'
import { positionReads } from './read-positions.ts'
import { rewardReads } from './read-rewards.ts'
import { signerSetReads } from './read-signer-set.ts'

/** Every read-only function of pox-5 [bitcoin-staking 5]. */
export const poxReadFunctions = byName<PoxState>([
  ...clockReads,
  ...positionReads,
  ...rewardReads,
  ...signerSetReads,
  ...bitcoinReads,
])
