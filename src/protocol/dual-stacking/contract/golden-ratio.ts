import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add } from '../../clarity/u128.ts'
import { personalRatio, ratioVerdict } from '../math/ratio.ts'
import type { CallContext } from './call-context.ts'
import { requireParticipant } from './participant.ts'
import type { RatioProposal } from './state.ts'

/**
 * The signer proposes a golden ratio, scaled by 10^8, without bounds. Errors: 143, 112, 106
 * [dual-stacking 4.6].
 */
export function proposeGoldenRatio(tx: CallContext, ratio: bigint): void {
  refuseUnless(tx.variables.areSnapshotsFinalized, 143)
  requireNoGoldenRatio(tx)
  refuseUnless(!tx.state.proposals.has(proposalKey(tx)), 106)
  tx.state.proposals.set(proposalKey(tx), untallied(ratio))
  tx.set({ lastOperationDone: 2n })
}

/**
 * The signer replaces its proposal and starts its tally again; rows tallied for the same value
 * before stay marked and no longer count. Errors: 107, 112 [dual-stacking 4.6, Q6].
 */
export function changeProposedGoldenRatio(tx: CallContext, ratio: bigint): void {
  requireProposal(tx)
  requireNoGoldenRatio(tx)
  tx.state.proposals.set(proposalKey(tx), untallied(ratio))
}

/**
 * Counts participants below, at and above the signer's proposal. Errors: 107, 112, 109; aborts for
 * a non-participant [dual-stacking 4.6].
 */
export function tallyParticipantRatios(tx: CallContext, principals: readonly Principal[]): void {
  const proposal = requireProposal(tx)
  requireNoGoldenRatio(tx)
  refuseUnless(proposal.counted < tx.variables.cycleParticipants, 109)
  for (const principal of principals) tallyOne(tx, principal)
}

function tallyOne(tx: CallContext, address: Principal): void {
  const { row, sats, microStx } = requireParticipant(tx, address)
  const proposal = requireProposal(tx)
  const { cycleId } = tx.variables
  const mark = mapKey(cycleId, tx.caller.txSender, proposal.ratio, address)
  if (tx.state.tallied.has(mark)) return
  tx.print({
    'cycle-id': cycleId,
    'enrolled-address': address,
    'stacking-address': row.stacking,
    'tracking-address': row.tracking,
    'function-name': 'count-golden-ratio',
    'stx-user-amount': microStx,
    'sbtc-user-amount': sats,
    'tx-sender': tx.caller.txSender,
  })
  tx.state.tallied.set(mark, true)
  const counted: RatioProposal = { ...proposal, counted: add(proposal.counted, 1n) }
  tx.state.proposals.set(proposalKey(tx), counted)

  const trackingMark = mapKey(cycleId, tx.caller.txSender, proposal.ratio, row.tracking)
  const ratio = tx.state.talliedTracking.has(trackingMark)
    ? undefined
    : personalRatio(microStx, sats)
  if (ratio === undefined) return
  tx.state.talliedTracking.set(trackingMark, true)
  const action = sideOf(ratio, proposal.ratio)
  tx.state.proposals.set(proposalKey(tx), { ...counted, [action]: add(counted[action], sats) })
  tx.print({ 'user-address': address, 'user-ratio': ratio, action, 'user-amount': sats })
}

function sideOf(ratio: bigint, proposed: bigint): 'below' | 'equal' | 'above' {
  if (ratio === proposed) return 'equal'
  return ratio < proposed ? 'below' : 'above'
}

/**
 * Makes the signer's proposal the cycle's golden ratio if its tally passes the percentile test.
 * Errors: 107, 112, 108, 113, 110, 111 [dual-stacking 4.6].
 */
export function validateRatio(tx: CallContext): void {
  const { ratio, counted, below, above, equal } = requireProposal(tx)
  const {
    cycleId,
    cycleParticipants,
    cycleTotalSats,
    cycleTotalMicroStx,
    maxPercentageAboveRatio,
  } = tx.variables
  tx.print({
    'sbtc-above': above,
    'sbtc-below': below,
    'sbtc-equal': equal,
    'sbtc-total': cycleTotalSats,
  })
  requireNoGoldenRatio(tx)
  refuseUnless(counted === cycleParticipants, 108)
  const verdict = ratioVerdict({
    proposal: ratio,
    totalSats: cycleTotalSats,
    totalMicroStx: cycleTotalMicroStx,
    satsAbove: above,
    satsEqual: equal,
    maxPercentage: maxPercentageAboveRatio,
  })
  if (verdict !== 'ok') refuseUnless(false, verdict)
  tx.set({ isRatioValidated: true, lastOperationDone: 3n })
  tx.state.goldenRatios.set(mapKey(cycleId), ratio)
}

/**
 * The admin sets how much sBTC may lie above the golden ratio, in hundredths of a percent, without
 * bounds. Error: 200 [dual-stacking 4.6].
 */
export function setMaxPercentageAboveRatio(tx: CallContext, hundredthsOfPercent: bigint): void {
  tx.requireAdmin()
  tx.set({ maxPercentageAboveRatio: hundredthsOfPercent })
}

/** The signer's proposal in the running cycle; refuses with 107. */
export function requireProposal(tx: CallContext): RatioProposal {
  const proposal = tx.state.proposals.get(proposalKey(tx))
  refuseUnless(proposal !== undefined, 107)
  return proposal
}

const requireNoGoldenRatio = (tx: CallContext): void =>
  refuseUnless(!tx.state.goldenRatios.has(mapKey(tx.variables.cycleId)), 112)

const proposalKey = (tx: CallContext): string => mapKey(tx.variables.cycleId, tx.caller.txSender)

const untallied = (ratio: bigint): RatioProposal => ({
  ratio,
  counted: 0n,
  below: 0n,
  above: 0n,
  equal: 0n,
})
