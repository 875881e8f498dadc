import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { add, sub } from '../../clarity/u128.ts'
import { cycleStart } from '../cycle-clock.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { askManager, requireGrant } from './ask-manager.ts'
import { addCycles, removeCycles } from './cycles.ts'
import { isStakeLength } from './lengths.ts'
import { calldata } from './parameters.ts'
import { runningStake, stakeEndCycle } from './positions.ts'
import { poxErrors } from './pox-errors.ts'
import { currentCycle, isInPreparePhase, type PoxFrame } from './pox-frame.ts'

/** Extends, raises or moves a stake from the next cycle on [bitcoin-staking 4.2]. */
export const stakeUpdate = contractFunction(
  'stake-update',
  {
    'signer-manager': 'trait',
    'old-signer-manager': 'trait',
    'cycles-to-extend': 'uint',
    'amount-increase': 'uint',
    'signer-calldata': calldata,
  },
  (frame: PoxFrame, args) => {
    const { state, txSender: staker } = frame
    const { 'amount-increase': increase } = args
    const signer = frame.contractOf(args['signer-manager'])
    const old = runningStake(frame, staker)
    if (old === undefined) throw new ContractRefusal(poxErrors.NOT_STAKING)
    const oldEnd = stakeEndCycle(old)
    const end = add(oldEnd, args['cycles-to-extend'])
    const microStx = add(old.microStx, increase)
    const next = add(currentCycle(frame), 1n)
    const cycles = sub(end, next)
    refuseUnless(!isInPreparePhase(frame), poxErrors.STAKE_IN_PREPARE_PHASE)
    askManager(frame, signer, {
      firstIndex: next,
      indexes: cycles,
      microStx,
      sats: 0n,
      isBond: false,
      calldata: args['signer-calldata'],
    })
    const oldSigner = frame.contractOf(args['old-signer-manager'])
    refuseUnless(oldSigner === old.signer, poxErrors.INVALID_OLD_SIGNER_MANAGER)
    requireGrant(frame, signer)
    refuseUnless(isStakeLength(cycles), poxErrors.INVALID_NUM_CYCLES)
    const { unlockedMicroStx } = frame.chain.stx.account(staker)
    refuseUnless(unlockedMicroStx >= increase, poxErrors.INSUFFICIENT_STX)

    removeCycles(state, { staker, first: next, end: oldEnd, isStake: true })
    addCycles(state, { staker, signer, microStx, first: next, end, isStake: true })
    state.stakes.set(staker, {
      microStx,
      firstCycle: old.firstCycle,
      cycles: add(old.cycles, args['cycles-to-extend']),
      signer,
    })
    const result = {
      'unlock-burn-height': cycleStart(state.clock, end),
      staker,
      signer,
      'old-signer': old.signer,
      'prev-unlock-height': oldEnd,
      'unlock-cycle': end,
      'num-cycles': cycles,
      'amount-ustx': microStx,
      'amount-increase': increase,
      'cycles-to-extend': args['cycles-to-extend'],
    }
    frame.print({ topic: 'stake-update', ...result })
    return result
  },
)
