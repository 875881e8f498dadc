import type { Section } from '../message.ts'

/** The list of rewards, the record of a cycle and its audit: loaded after the first paint. */
export const records = {
  'earned.title': 'Earned in all',
  'earned.incomplete': 'Some past rewards are still unknown, so these totals may be higher.',
  'earned.note': 'Each asset is added up on its own; nothing is converted.',
  'enrollment.title': 'Enrollment',
  'enrollment.goTo': 'Rewards go to',
  'enrollment.self': 'this address',
  'rewards.in': { one: 'in {count} cycle', other: 'in {count} cycles' },
  'rewards.catchingUp': {
    one: 'Looking for earlier rewards: {count} request left.',
    other: 'Looking for earlier rewards: {count} requests left.',
  },
  'rewards.chart':
    'Rewards of cycles {from} to {to}. The highest was {most}, the latest {last}. The list has every payment.',
  'rewards.bar': 'Cycle {cycle}: {amount}',
  'rewards.rate': 'APR of this cycle',
  'rewards.rate.load': 'Load this cycle’s balances',
  'rewards.rate.average': {
    one: '{rate} APR in {count} cycle',
    other: '{rate} APR on average over {count} cycles',
  },
  'rewards.rate.chart': 'APR by cycle',
  'rewards.rate.line': 'APR from cycle {from} to {to}: {first} at first, {last} in the latest.',
  'rewards.paidTo': 'Paid to',
  'rewards.earnedBy': 'Earned by',
  'rewards.height': 'Bitcoin block',
  'rewards.transaction': 'Transaction',
  'rewards.evidence': 'Note',
  'rewards.evidence.transfer':
    'Identified by its transfer from the contract: this version emits no reward event to verify against.',
  'rewards.evidence.ownCall':
    'Identified by its transfer from the contract to the reward address that this account had set: this version emits no reward event to verify against.',
  'rewards.evidence.unclear':
    'This version emits no reward event, and both this account and the receiving address were enrolled: whose reward it is cannot be told.',
  'rewards.csv': 'Download CSV',
  'rewards.statement': 'Yearly statement, tax file',
  'rewards.yearUnknown': 'Date unknown',
  'rewards.csvNote':
    'Date, Bitcoin block, cycle, sats, addresses and transaction. No prices: Twinstack does not fetch any.',

  'record.ask': 'Missing a reward? Check a cycle',
  'record.askButton': 'Check',
  'record.captured': 'Snapshots',
  'record.capturedOf': '{captured} of {snapshots}',
  'record.sats': 'Average sBTC',
  'record.microStx': 'Average STX stacked',
  'record.weight': 'Weight',
  'record.reward': 'Reward',
  'record.notYet': 'not yet',
  'record.none': 'none',
  'record.verify': 'Verify this cycle',
  'record.verifying': 'Recalculating the cycle…',
  'verify.from': {
    one: 'Recalculated from the public records of {count} participant.',
    other: 'Recalculated from the public records of {count} participants.',
  },
  'verify.left': {
    one: 'Recalculating the cycle: {count} request left.',
    other: 'Recalculating the cycle: {count} requests left.',
  },
  'verify.background': 'This continues when you close this window.',
  'verify.stop': 'Stop',
  'verify.title.verified': 'Exact to the sat',
  'verify.title.consistent': 'Proportionally correct',
  'verify.title.differs': 'Does not match the rules',
  'verify.title.not-transferred': 'Marked as paid, but nothing moved',
  'verify.title.left-out': 'Not paid',
  'verify.title.not-yet': 'Not paid yet',
  'verify.title.not-captured': 'Not in this cycle',
  'verify.title.unknown': 'Cannot be verified',
  'verify.verified': 'The rules give {amount}, exactly what you were paid.',
  'verify.consistent':
    'You were paid {amount}, in exact proportion to everyone else. How much the pool held then is no longer available.',
  'verify.less': 'You were paid {amount}. The rules give {expected}: {difference} too little.',
  'verify.more': 'You were paid {amount}. The rules give {expected}: {difference} too much.',
  'verify.differs.weight':
    'You were paid {amount}, but the contract recorded a different weight from the one the rules give.',
  'verify.not-transferred':
    'The contract records your reward as paid, but no sBTC was transferred.',
  'verify.left-out': 'You were in this cycle, but it ended without paying you.',
  'verify.not-yet': 'The cycle is not over.',
  'verify.not-captured': 'No snapshot of this cycle included this address.',
  'verify.unknown': 'Not enough of this cycle’s data is still available.',
  'record.comingBy': 'You are in this cycle. Payment is expected around {day}.',
  'record.pill.paid': 'paid',
  'record.pill.paid-unseen': 'paid',
  'record.pill.zero': 'no reward',
  'record.pill.coming': 'upcoming',
  'record.pill.late': 'late',
  'record.pill.not-captured-yet': 'awaiting snapshot',
  'record.pill.not-in-it': 'not enrolled',
  'record.pill.missed': 'not paid',
  'record.pill.unknown': 'unknown',
  'record.paid': 'Paid. The transaction is in the list above.',
  'record.paid-unseen':
    'The contract records the reward as paid. Its transfer has not been loaded yet, or it went to a different reward address.',
  'record.zero': 'This cycle’s reward rounds down to 0 sats.',
  'record.coming': 'You are in this cycle. Payment is still to come.',
  'record.late':
    'You are in this cycle. Payment is late: someone still has to run the steps before it. Nothing is lost.',
  'record.not-captured-yet':
    'No snapshot has included you yet. You are in this cycle if you were enrolled when it began.',
  'record.enrolled-yet': 'You are enrolled in this cycle. No snapshot has included you yet.',
  'record.not-in-it': 'No snapshot included you: you were not enrolled when the cycle began.',
  'record.missed':
    'You were in this cycle, but it was finalized without paying you. Contact the contract’s operator with these figures.',
  'record.unknown': 'Not enough data could be loaded to tell.',
} as const satisfies Section
