import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { add } from '../../clarity/u128.ts'
import { bondCycle, bondEndCycle } from '../cycle-clock.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { askManager, requireGrant } from './ask-manager.ts'
import { addBondCycles, removeBondCycles } from './bond-cycles.ts'
import { addCycles, removeCycles } from './cycles.ts'
import { clamp } from './lengths.ts'
import { calldata } from './parameters.ts'
import { runningMembership } from './positions.ts'
import { poxErrors } from './pox-errors.ts'
import { currentCycle, isInPreparePhase, type PoxFrame } from './pox-frame.ts'
import { settleSigner, settleStaker } from './settlement.ts'

/** Moves a part in a bond to another manager from the next cycle on [bitcoin-staking 4.6]. */
export const updateBondRegistration = contractFunction(
  'update-bond-registration',
  { 'signer-manager': 'trait', 'old-signer-manager': 'trait', 'signer-calldata': calldata },
  (frame: PoxFrame, args) => {
    const { state, txSender: staker } = frame
    const signer = frame.contractOf(args['signer-manager'])
    const oldSigner = frame.contractOf(args['old-signer-manager'])
    const membership = runningMembership(frame, staker)
    if (membership === undefined) throw new ContractRefusal(poxErrors.NOT_BOND_PARTICIPANT)
    const { bondIndex: bond, microStx, sats } = membership
    const cycle = currentCycle(frame)
    const end = bondEndCycle(state.clock, bond)
    const first = clamp(add(cycle, 1n), bondCycle(state.clock, bond), end)
    refuseUnless(!isInPreparePhase(frame), poxErrors.STAKE_IN_PREPARE_PHASE)
    refuseUnless(oldSigner === membership.signer, poxErrors.INVALID_OLD_SIGNER_MANAGER)
    refuseUnless(signer !== oldSigner, poxErrors.UPDATE_BOND_SAME_SIGNER)
    askManager(frame, signer, {
      firstIndex: bond,
      indexes: 1n,
      microStx,
      sats,
      isBond: true,
      calldata: args['signer-calldata'],
    })
    requireGrant(frame, signer)

    for (const each of [oldSigner, signer]) {
      settleSigner(state, { signer: each, cycle, leg: bond })
      settleStaker(state, { signer: each, cycle, leg: bond, staker })
    }
    removeCycles(state, { staker, first, end, isStake: false })
    addCycles(state, { staker, signer, microStx, first, end, isStake: false })
    removeBondCycles(state, { bond, staker, signer: oldSigner, sats, first, end })
    addBondCycles(state, { bond, staker, signer, sats, first, end })
    state.memberships.set(staker, { ...membership, signer })
    const result = {
      staker,
      signer,
      'old-signer': oldSigner,
      'bond-index': bond,
      'amount-ustx': microStx,
      'amount-sats': sats,
      'first-reward-cycle': first,
      'num-cycles': end - first,
      'is-l1-lock': membership.isL1Lock,
    }
    frame.print({ topic: 'update-bond-registration', ...result })
    return result
  },
)
