import type { Section } from '../message.ts'

/** What managers have paid a holder, and whether it was right. */
export const bitcoinStakingRewards = {
  'staking.rewards': 'Rewards so far',
  'staking.rewards.none': 'Nothing has been paid yet.',
  'staking.rewards.last': 'last {amount} for cycle {cycle}, {date}',
  'staking.rewards.all': 'All rewards',
  'staking.rewards.searching': 'Looking for earlier rewards…',
  'staking.rewards.sum': 'paid so far, after fees',
  'staking.rewards.cycle': 'Cycle {cycle}',
  'staking.rewards.bond': 'Cycle {cycle}, bond {bond}',
  'staking.rewards.gross': 'Before the fee',
  'staking.rewards.fee': 'Manager’s fee',
  'staking.rewards.net': 'After the fee',
  'staking.rewards.paid': 'Paid',
  'staking.rewards.paid.sbtc': 'as sBTC',
  'staking.rewards.paid.banked': 'kept by the manager for you, until it pays out',
  'staking.rewards.later': {
    one: 'The manager kept it at first. A later transaction paid {sats}: exactly this claim.',
    other:
      'The manager kept it at first. A later transaction paid {sats}: exactly the sum of {count} claims.',
  },
  'staking.rewards.paid.pending': 'on Bitcoin, not yet decided',
  'staking.rewards.paid.accepted': 'on Bitcoin, accepted',
  'staking.rewards.paid.rejected': 'rejected: it waits at the manager',
  'staking.rewards.paid.reclaimed': 'rejected, then returned as sBTC',
  'staking.rewards.rejected':
    'Nothing is lost. Anyone can have it returned as sBTC by calling reclaim-failed-withdrawal of the manager with request {request}.',
  'staking.rewards.reclaim': 'Return as sBTC',
  'staking.rewards.reclaim.moves':
    'Nothing is lost. Anyone can have the manager return it: {sats} and the budget for the fee come back to this address as sBTC. You pay the network fee.',
  'call.reclaim-failed-withdrawal': 'Return a failed payout',
  'staking.rewards.verify': 'Verify',
  'staking.rewards.verifying': 'Recalculating…',
  'staking.rewards.failed': 'Could not verify it now. Try again.',
  'staking.rewards.exact.title': 'Exact to the sat',
  'staking.rewards.exact':
    'Recalculated from the income of the cycle’s halves, your share of all that was staked, and the fee: {amount} before the fee, exactly what was paid.',
  'staking.rewards.part':
    'Recalculated from the income of the cycle’s halves, your share of all that was staked, and the fee: each payment is exact. {amount} of {earned} were paid; the rest is still to claim.',
  'staking.rewards.fee-unknown.title': 'Exact before the fee',
  'staking.rewards.fee-unknown':
    'What was paid before the fee is exact. This manager does not show what fee it took.',
  'staking.rewards.differs.title': 'Does not match the rules',
  'staking.rewards.differs':
    '{amount} were paid before the fee. The rules give {earned} for the calculated halves, or an exact part of it.',
  'staking.rewards.calculation-differs.title': 'The calculation does not match the rules',
  'staking.rewards.calculation-differs':
    'What the contract has booked for this cycle does not follow from its income.',
  'staking.rewards.unknown.title': 'Cannot be verified',
  'staking.rewards.unknown': 'Not enough of this cycle’s data could be loaded.',
  'staking.rewards.csvNote':
    'Date, Bitcoin block, cycle, bond, sats before and after the fee, how it was paid, manager, address and transaction. No prices: Twinstack does not fetch any.',

  'staking.compare': 'From Dual Stacking to Bitcoin Staking',
  'staking.compare.before':
    'Dual Stacking paid you about {amount} per cycle, in its last {count} cycles.',
  'staking.compare.stx':
    'Your {stx}, if you stake them: about {amount} per cycle before the manager’s fee ({low} to {high}, as in the slowest and fastest of the last halves). They are locked for the cycles you choose.',
  'staking.compare.stx.unknown': 'Your {stx} can be staked; what that pays is unknown now.',
  'staking.compare.noStx': 'This address has no STX: there is nothing to stake here.',
  'staking.compare.sbtc':
    'Your {sats}: nothing. Held sBTC does not earn here; only bonds take sBTC, from addresses on their allow-list.',
  'staking.compare.boost':
    'There is no boost: what you hold in sBTC does not change what your STX earn.',
  'staking.compare.claim':
    'You claim each cycle yourself, or someone does for you; nothing is sent automatically.',
  'staking.compare.note': 'Estimates from past income, not promises.',
  'staking.compare.hide': 'Do not show this again',
} as const satisfies Section
