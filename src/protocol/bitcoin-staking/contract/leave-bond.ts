import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { sub } from '../../clarity/u128.ts'
import { bondCycle, bondEndCycle } from '../cycle-clock.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { legKey } from './leg.ts'
import { clamp } from './lengths.ts'
import { runningMembership } from './positions.ts'
import { poxErrors } from './pox-errors.ts'
import { currentCycle, isInPreparePhase, requireNoCallback, type PoxFrame } from './pox-frame.ts'
import type { BondMembership } from './pox-state.ts'
import { settleSigner, settleStaker } from './settlement.ts'
import { changeStakedSats } from './staked-sats.ts'

/** Takes sBTC out of a bond, the running cycle included [bitcoin-staking 4.7]. */
export const unstakeSbtc = contractFunction(
  'unstake-sbtc',
  { 'signer-manager': 'trait', 'amount-to-withdrawal-sats': 'uint' },
  (frame: PoxFrame, args) => {
    const { state, txSender: staker } = frame
    const sats = args['amount-to-withdrawal-sats']
    const membership = state.memberships.get(staker)
    if (membership === undefined) throw new ContractRefusal(poxErrors.NOT_BOND_PARTICIPANT)
    refuseUnless(sats <= membership.sats, poxErrors.INVALID_UNSTAKE_SBTC_AMOUNT)
    refuseUnless(!isInPreparePhase(frame), poxErrors.STAKE_IN_PREPARE_PHASE)
    const oldSigner = frame.contractOf(args['signer-manager'])
    refuseUnless(oldSigner === membership.signer, poxErrors.INVALID_OLD_SIGNER_MANAGER)
    refuseUnless(!membership.isL1Lock, poxErrors.CANNOT_UNSTAKE_SBTC)
    requireNoCallback(frame)

    const left = releaseSats(frame, { staker, membership, sats })
    changeStakedSats(state, -sats)
    frame.sendSbtc(staker, sats)
    const result = {
      staker,
      signer: membership.signer,
      'bond-index': membership.bondIndex,
      'amount-withdrawn-sats': sats,
      'new-amount-sats': left,
    }
    frame.print({ topic: 'unstake-sbtc', ...result })
    return result
  },
)

/** Gives up a bond's BTC leg before its lock ends [bitcoin-staking 4.7]. */
export const announceL1EarlyExit = contractFunction(
  'announce-l1-early-exit',
  { staker: 'principal', 'old-signer-manager': 'trait' },
  (frame: PoxFrame, args) => {
    const { state } = frame
    const { staker } = args
    const membership = runningMembership(frame, staker)
    if (membership === undefined) throw new ContractRefusal(poxErrors.NOT_BOND_PARTICIPANT)
    const { bondIndex, sats, signer } = membership
    refuseUnless(!isInPreparePhase(frame), poxErrors.STAKE_IN_PREPARE_PHASE)
    requireNoCallback(frame)
    refuseUnless(
      frame.txSender === staker && frame.contractCaller === staker,
      poxErrors.UNAUTHORIZED,
    )
    refuseUnless(membership.isL1Lock, poxErrors.CANNOT_ANNOUNCE_L1_EARLY_UNLOCK)
    const oldSigner = frame.contractOf(args['old-signer-manager'])
    refuseUnless(oldSigner === signer, poxErrors.INVALID_OLD_SIGNER_MANAGER)
    const key = mapKey(bondIndex, staker)
    refuseUnless(!state.earlyExits.has(key), poxErrors.L1_EARLY_EXIT_ALREADY_ANNOUNCED)

    releaseSats(frame, { staker, membership, sats })
    state.earlyExits.set(key, true)
    const result = { staker, signer, 'bond-index': bondIndex, 'amount-sats-released': sats }
    frame.print({ topic: 'announce-l1-early-exit', ...result })
    return result
  },
)

interface Release {
  readonly staker: Principal
  readonly membership: BondMembership
  readonly sats: bigint
}

/**
 * Takes sats out of a bond's shares from the running cycle on, each cycle under the manager it
 * belongs to; answers the sats that stay.
 */
function releaseSats(frame: PoxFrame, { staker, membership, sats }: Release): bigint {
  const { state } = frame
  const { bondIndex } = membership
  const left = sub(membership.sats, sats)
  const end = bondEndCycle(state.clock, bondIndex)
  const leg = legKey(bondIndex)
  const first = clamp(currentCycle(frame), bondCycle(state.clock, bondIndex), end)
  for (let cycle = first; cycle < end; cycle++) {
    const owner = state.cycleMemberships.get(mapKey(staker, cycle))
    if (owner === undefined) throw new ContractRefusal(poxErrors.NOT_STAKING)
    const { signer } = owner
    settleSigner(state, { signer, cycle, leg: bondIndex })
    settleStaker(state, { signer, cycle, leg: bondIndex, staker })
    state.totalShares.lower(sats, cycle, leg)
    state.signerShares.lower(sats, signer, cycle, leg)
    state.stakerShares.write(left, signer, cycle, leg, staker)
  }
  state.memberships.set(staker, { ...membership, sats: left })
  state.bondSats.lower(sats, bondIndex)
  return left
}
