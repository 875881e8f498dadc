import { byName, type ContractModel } from '../simulation/contract-model.ts'
import { pauseRewards, setBondAdmin, setBurnchainParameters, setPauseAdmin } from './admin-roles.ts'
import { calculateRewards } from './calculate-rewards.ts'
import { claimRewards, claimStakerRewardsForSigner } from './claim-rewards.ts'
import { announceL1EarlyExit, unstakeSbtc } from './leave-bond.ts'
import { PoxState, type PoxSetup } from './pox-state.ts'
import { poxReadFunctions } from './read-functions.ts'
import { registerForBond } from './register-for-bond.ts'
import { setupBond } from './setup-bond.ts'
import { grantSignerKey, registerSigner, revokeSignerGrant } from './signer-keys.ts'
import { stakeUpdate } from './stake-update.ts'
import { stake } from './stake.ts'
import { unstake } from './unstake.ts'
import { updateBondRegistration } from './update-bond-registration.ts'

/** Every public function of pox-5 [bitcoin-staking 4]. */
export const poxPublicFunctions = byName<PoxState>([
  stake,
  stakeUpdate,
  unstake,
  setupBond,
  registerForBond,
  updateBondRegistration,
  unstakeSbtc,
  announceL1EarlyExit,
  calculateRewards,
  claimRewards,
  claimStakerRewardsForSigner,
  grantSignerKey,
  registerSigner,
  revokeSignerGrant,
  setBondAdmin,
  setPauseAdmin,
  pauseRewards,
  setBurnchainParameters,
])

/** Pox-5 as it is set up at boot. */
export const poxContract = (setup: PoxSetup): ContractModel<PoxState> => ({
  publicFunctions: poxPublicFunctions,
  readFunctions: poxReadFunctions,
  createState: (journal) => new PoxState(journal, setup),
})
