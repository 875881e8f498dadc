import { personalRatio, ratioVerdict } from '../math/ratio.ts'
import { add } from '../math/u128.ts'
import type { Principal } from './chain.ts'
import { member } from './member.ts'
import type { Proposal } from './state.ts'
import { keyOf } from './table.ts'
import { check, type Transaction } from './transaction.ts'

/**
 * The signer proposes a golden ratio, scaled by 10^8, without bounds. Errors: 143, 112, 106
 * [dual-stacking 4.6].
 */
export function proposeGoldenRatio(tx: Transaction, ratio: bigint): void {
  check(tx.variables.areSnapshotsFinalized, 143)
  requireOpenRatio(tx)
  check(!tx.state.proposals.has(proposalKey(tx)), 106)
  tx.state.proposals.set(proposalKey(tx), untallied(ratio))
  tx.set({ lastOperationDone: 2n })
}

/**
 * The signer replaces its proposal and starts its tally again; rows tallied for the same value
 * before stay marked and no longer count. Errors: 107, 112 [dual-stacking 4.6, Q6].
 */
export function changeProposedGoldenRatio(tx: Transaction, ratio: bigint): void {
  requireProposal(tx)
  requireOpenRatio(tx)
  tx.state.proposals.set(proposalKey(tx), untallied(ratio))
}

/**
 * Counts participants below, at and above the signer's proposal. Errors: 107, 112, 109; aborts for
 * a non-participant [dual-stacking 4.6].
 */
export function tallyParticipantRatios(tx: Transaction, principals: readonly Principal[]): void {
  const proposal = requireProposal(tx)
  requireOpenRatio(tx)
  check(proposal.counted < tx.variables.cycleParticipants, 109)
  for (const principal of principals) tallyOne(tx, principal)
}

function tallyOne(tx: Transaction, address: Principal): void {
  const { row, sats, microStx } = member(tx, address)
  const proposal = requireProposal(tx)
  const { cycleId } = tx.variables
  const mark = keyOf(cycleId, tx.caller.txSender, proposal.ratio, address)
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
  const counted: Proposal = { ...proposal, counted: add(proposal.counted, 1n) }
  tx.state.proposals.set(proposalKey(tx), counted)

  const trackingMark = keyOf(cycleId, tx.caller.txSender, proposal.ratio, row.tracking)
  const ratio = tx.state.talliedTracking.has(trackingMark)
    ? undefined
    : personalRatio(microStx, sats)
  if (ratio === undefined) return
  tx.state.talliedTracking.set(trackingMark, true)
  const action = ratio < proposal.ratio ? 'below' : ratio === proposal.ratio ? 'equal' : 'above'
  tx.state.proposals.set(proposalKey(tx), { ...counted, [action]: add(counted[action], sats) })
  tx.print({ 'user-address': address, 'user-ratio': ratio, action, 'user-amount': sats })
}

/**
 * Makes the signer's proposal the cycle's golden ratio if its tally passes the percentile test.
 * Errors: 107, 112, 108, 113, 110, 111 [dual-stacking 4.6].
 */
export function validateRatio(tx: Transaction): void {
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
  requireOpenRatio(tx)
  check(counted === cycleParticipants, 108)
  const verdict = ratioVerdict({
    proposal: ratio,
    totalSats: cycleTotalSats,
    totalMicroStx: cycleTotalMicroStx,
    satsAbove: above,
    satsEqual: equal,
    maxPercentage: maxPercentageAboveRatio,
  })
  if (verdict !== 'ok') check(false, verdict)
  tx.set({ isRatioValidated: true, lastOperationDone: 3n })
  tx.state.goldenRatios.set(keyOf(cycleId), ratio)
}

/**
 * The admin sets how much sBTC may lie above the golden ratio, in hundredths of a percent, without
 * bounds. Error: 200 [dual-stacking 4.6].
 */
export function setMaxPercentageAboveRatio(tx: Transaction, hundredthsOfPercent: bigint): void {
  tx.requireAdmin()
  tx.set({ maxPercentageAboveRatio: hundredthsOfPercent })
}

/** The signer's proposal in the running cycle; refuses with 107. */
export function requireProposal(tx: Transaction): Proposal {
  const proposal = tx.state.proposals.get(proposalKey(tx))
  check(proposal !== undefined, 107)
  return proposal
}

const requireOpenRatio = (tx: Transaction): void =>
  check(!tx.state.goldenRatios.has(keyOf(tx.variables.cycleId)), 112)

const proposalKey = (tx: Transaction): string => keyOf(tx.variables.cycleId, tx.caller.txSender)

const untallied = (ratio: bigint): Proposal => ({
  ratio,
  counted: 0n,
  below: 0n,
  above: 0n,
  equal: 0n,
})
