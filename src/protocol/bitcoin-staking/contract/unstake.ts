import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { add, sub } from '../../clarity/u128.ts'
import { cycleStart } from '../cycle-clock.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { removeCycles } from './cycles.ts'
import { runningStake, stakeEndCycle } from './positions.ts'
import { poxErrors } from './pox-errors.ts'
import { currentCycle, isInPreparePhase, requireNoCallback, type PoxFrame } from './pox-frame.ts'

/** Ends a stake with the running cycle [bitcoin-staking 4.3]. */
export const unstake = contractFunction(
  'unstake',
  { 'old-signer-manager': 'trait' },
  (frame: PoxFrame, args) => {
    const { state, txSender: staker } = frame
    const stake = runningStake(frame, staker)
    if (stake === undefined) throw new ContractRefusal(poxErrors.NOT_STAKING)
    const end = add(currentCycle(frame), 1n)
    const oldSigner = frame.contractOf(args['old-signer-manager'])
    refuseUnless(oldSigner === stake.signer, poxErrors.INVALID_OLD_SIGNER_MANAGER)
    refuseUnless(!isInPreparePhase(frame), poxErrors.UNSTAKE_IN_PREPARE_PHASE)
    requireNoCallback(frame)

    removeCycles(state, { staker, first: end, end: stakeEndCycle(stake), isStake: true })
    state.stakes.set(staker, { ...stake, cycles: sub(end, stake.firstCycle) })
    const result = {
      staker,
      signer: stake.signer,
      'amount-ustx': stake.microStx,
      'first-reward-cycle': stake.firstCycle,
      'unlock-cycle': end,
      'unlock-burn-height': cycleStart(state.clock, end),
    }
    frame.print({ topic: 'unstake', ...result })
    return result
  },
)
