import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { ParameterValues } from '../../clarity/parameter-types.ts'
import { add } from '../../clarity/u128.ts'
import { bondCycle, bondEnd, bondEndCycle, bondStart, bondUnlock } from '../cycle-clock.ts'
import { minimumMicroStx } from '../math/bond.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { askManager, requireGrant } from './ask-manager.ts'
import { addBondCycles } from './bond-cycles.ts'
import { addCycles } from './cycles.ts'
import { legKey } from './leg.ts'
import { btcLockup, proveLockup } from './lockup.ts'
import { calldata } from './parameters.ts'
import { custodiedSats, overlaps, stakeEndCycle } from './positions.ts'
import { poxErrors } from './pox-errors.ts'
import { isInPreparePhase, type PoxFrame } from './pox-frame.ts'
import type { Bond } from './pox-state.ts'
import { settleSigner, settleStaker } from './settlement.ts'
import { changeStakedSats } from './staked-sats.ts'

const parameters = {
  'bond-index': 'uint',
  'signer-manager': 'trait',
  'amount-ustx': 'uint',
  'btc-lockup': btcLockup,
  'signer-calldata': calldata,
} as const

/** Enters a bond with sBTC, or with BTC that is proven to be locked [bitcoin-staking 4.5]. */
export const registerForBond = contractFunction(
  'register-for-bond',
  parameters,
  (frame: PoxFrame, args) => {
    const { state, txSender: staker } = frame
    const { 'bond-index': index, 'amount-ustx': microStx } = args
    const signer = frame.contractOf(args['signer-manager'])
    const { clock } = state
    const { sats, isL1Lock, printed } = proveLockup(frame, index, args['btc-lockup'])
    const bond = state.bonds.get(mapKey(index))
    if (bond === undefined) throw new ContractRefusal(poxErrors.BOND_NOT_FOUND)
    const first = bondCycle(clock, index)
    const end = bondEndCycle(clock, index)
    const unlockHeight = bondEnd(clock, index)
    requirePosition(frame, args, { bond, sats, first })
    askManager(frame, signer, {
      firstIndex: index,
      indexes: 1n,
      microStx,
      sats,
      isBond: true,
      calldata: args['signer-calldata'],
    })
    requireGrant(frame, signer)
    const old = state.memberships.get(staker)
    refuseUnless(!overlaps(state, old, first), poxErrors.ALREADY_REGISTERED)
    settleSigner(state, { signer, cycle: first, leg: index })
    settleStaker(state, { signer, cycle: first, leg: index, staker })
    if (old !== undefined) {
      const unlock = bondUnlock(clock, old.bondIndex)
      refuseUnless(frame.burnHeight >= unlock, poxErrors.ROLLOVER_TOO_EARLY)
    }
    moveSats(frame, isL1Lock ? 0n : sats)

    const membership = { bondIndex: index, microStx, signer, isL1Lock, sats }
    state.memberships.set(staker, membership)
    state.bondSats.write(add(state.totalShares.of(first, legKey(index)), sats), index)
    addBondCycles(state, { bond: index, staker, signer, sats, first, end })
    addCycles(state, { staker, signer, microStx, first, end, isStake: false })
    if (state.stakes.has(staker)) state.stakes.delete(staker)
    const result = {
      signer,
      staker,
      'amount-ustx': microStx,
      'sats-total': sats,
      'bond-index': index,
      'first-reward-cycle': first,
      'unlock-burn-height': unlockHeight,
      'unlock-cycle': end,
      'is-l1-lock': isL1Lock,
      'btc-lockup': printed,
    }
    frame.print({ topic: 'register-for-bond', ...result })
    return result
  },
)

/** What is known of a registration before its manager is called. */
interface Registration {
  readonly bond: Bond
  readonly sats: bigint
  readonly first: bigint
}

/** Requires that the signer may enter the bond with this: errors 11, 47, 8, 43, 19, 10, 8. */
function requirePosition(
  frame: PoxFrame,
  args: ParameterValues<typeof parameters>,
  { bond, sats, first }: Registration,
): void {
  const { state, txSender: staker } = frame
  const { 'bond-index': index, 'amount-ustx': microStx } = args
  const allowance = state.allowances.get(mapKey(index, staker))
  if (allowance === undefined) throw new ContractRefusal(poxErrors.NOT_ALLOWLISTED)
  refuseUnless(!isInPreparePhase(frame), poxErrors.STAKE_IN_PREPARE_PHASE)
  refuseUnless(microStx >= minimumMicroStx(sats, bond), poxErrors.INSUFFICIENT_STX)
  refuseUnless(frame.burnHeight < bondStart(state.clock, index), poxErrors.BOND_ALREADY_STARTED)
  const stake = state.stakes.get(staker)
  refuseUnless(stake === undefined || stakeEndCycle(stake) <= first, poxErrors.ALREADY_STAKED)
  refuseUnless(sats <= allowance, poxErrors.TOO_MUCH_SATS)
  const account = frame.chain.stx.account(staker)
  const total = account.lockedMicroStx + account.unlockedMicroStx
  refuseUnless(total >= microStx, poxErrors.INSUFFICIENT_STX)
}

/** Takes or sends back what is missing from, or left over of, the sats held for the signer. */
function moveSats(frame: PoxFrame, wanted: bigint): void {
  const held = custodiedSats(frame.state, frame.txSender)
  if (wanted > held) frame.takeSbtc(wanted - held)
  if (wanted < held) frame.sendSbtc(frame.txSender, held - wanted)
  if (wanted !== held) changeStakedSats(frame.state, wanted - held)
}
