import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { add } from '../../clarity/u128.ts'
import { bondUnlock, rewardCycleAt, cycleStart } from '../cycle-clock.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { askManager, requireGrant } from './ask-manager.ts'
import { addCycles } from './cycles.ts'
import { isStakeLength } from './lengths.ts'
import { calldata } from './parameters.ts'
import { custodiedSats, overlaps, runningStake } from './positions.ts'
import { poxErrors } from './pox-errors.ts'
import { currentCycle, isInPreparePhase, type PoxFrame } from './pox-frame.ts'
import { changeStakedSats } from './staked-sats.ts'

/** Stakes STX with a manager from the next cycle on [bitcoin-staking 4.1]. */
export const stake = contractFunction(
  'stake',
  {
    'signer-manager': 'trait',
    'amount-ustx': 'uint',
    'num-cycles': 'uint',
    'start-burn-ht': 'uint',
    'signer-calldata': calldata,
  },
  (frame: PoxFrame, args) => {
    const { state, txSender: staker } = frame
    const { 'amount-ustx': microStx, 'num-cycles': cycles } = args
    const signer = frame.contractOf(args['signer-manager'])
    const first = add(currentCycle(frame), 1n)
    const end = add(first, cycles)
    const oldSats = custodiedSats(state, staker)
    const account = frame.chain.stx.account(staker)
    refuseUnless(!isInPreparePhase(frame), poxErrors.STAKE_IN_PREPARE_PHASE)
    askManager(frame, signer, {
      firstIndex: first,
      indexes: cycles,
      microStx,
      sats: 0n,
      isBond: false,
      calldata: args['signer-calldata'],
    })
    requireGrant(frame, signer)
    const startCycle = rewardCycleAt(state.clock, args['start-burn-ht'])
    refuseUnless(add(startCycle, 1n) === first, poxErrors.INVALID_START_BURN_HEIGHT)
    refuseUnless(isStakeLength(cycles), poxErrors.INVALID_NUM_CYCLES)
    refuseUnless(runningStake(frame, staker) === undefined, poxErrors.ALREADY_STAKED)
    requireBondLeft(frame, first)
    const total = account.lockedMicroStx + account.unlockedMicroStx
    refuseUnless(total >= microStx, poxErrors.INSUFFICIENT_STX)

    if (oldSats > 0n) {
      frame.sendSbtc(staker, oldSats)
      changeStakedSats(state, -oldSats)
    }
    addCycles(state, { staker, signer, microStx, first, end, isStake: true })
    state.stakes.set(staker, { microStx, firstCycle: first, cycles, signer })
    if (state.memberships.has(staker)) state.memberships.delete(staker)
    const result = {
      signer,
      staker,
      'amount-ustx': microStx,
      'num-cycles': cycles,
      'first-reward-cycle': first,
      'unlock-burn-height': cycleStart(state.clock, end),
      'unlock-cycle': end,
    }
    frame.print({ topic: 'stake', ...result })
    return result
  },
)

/** Requires that a part in a bond ends by a cycle and may be left now: errors 19, 48. */
function requireBondLeft(frame: PoxFrame, first: bigint): void {
  const membership = frame.state.memberships.get(frame.txSender)
  if (membership === undefined) return
  if (overlaps(frame.state, membership, first)) throw new ContractRefusal(poxErrors.ALREADY_STAKED)
  const unlock = bondUnlock(frame.state.clock, membership.bondIndex)
  refuseUnless(frame.burnHeight >= unlock, poxErrors.ROLLOVER_TOO_EARLY)
}
