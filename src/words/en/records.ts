import type { Section } from '../message.ts'

/** The list of rewards, the record of a cycle and its audit: loaded after the first paint. */
export const records = {
  'rewards.in': { one: 'in {count} cycle', other: 'in {count} cycles' },
  'rewards.catchingUp': {
    one: 'Looking for earlier rewards: {count} request left.',
    other: 'Looking for earlier rewards: {count} requests left.',
  },
  'rewards.chart':
    'Rewards of cycles {from} to {to}. The highest was {most}, the latest {last}. The list has every payment.',
  'rewards.paidTo': 'Paid to',
  'rewards.earnedBy': 'Earned by',
  'rewards.height': 'Bitcoin height',
  'rewards.transaction': 'Transaction',
  'rewards.evidence': 'Note',
  'rewards.evidence.transfer':
    'Seen as a transfer from the contract: this version prints no reward event that could be checked.',
  'rewards.csv': 'Save as CSV',
  'rewards.statement': 'Yearly statement, tax file',
  'rewards.yearUnknown': 'Time not known',
  'rewards.csvNote':
    'Date, Bitcoin height, cycle, sats, addresses and transaction. No prices: none are looked up.',

  'record.ask': 'A reward did not arrive? Look at its cycle',
  'record.askButton': 'Look',
  'record.captured': 'Captured',
  'record.capturedOf': 'in {captured} of {snapshots} snapshots',
  'record.sats': 'sBTC, mean',
  'record.microStx': 'STX stacked, mean',
  'record.weight': 'Weight',
  'record.reward': 'Reward',
  'record.notYet': 'not yet',
  'record.none': 'none',
  'record.verify': 'Verify this cycle',
  'record.verifying': 'Recomputing the cycle …',
  'verify.from': {
    one: 'Recomputed from the public records of {count} participant.',
    other: 'Recomputed from the public records of {count} participants.',
  },
  'verify.left': {
    one: 'Recomputing the cycle: {count} request left.',
    other: 'Recomputing the cycle: {count} requests left.',
  },
  'verify.background': 'It goes on when you close this window.',
  'verify.stop': 'Stop',
  'verify.title.verified': 'Right to the satoshi',
  'verify.title.consistent': 'In the right proportion',
  'verify.title.differs': 'Not what the rules give',
  'verify.title.not-transferred': 'Marked as paid, but nothing moved',
  'verify.title.left-out': 'Left out',
  'verify.title.not-yet': 'Not paid yet',
  'verify.title.not-captured': 'Not in this cycle',
  'verify.title.unknown': 'Cannot be determined',
  'verify.verified': 'The rules give {amount}, and that is what was paid.',
  'verify.consistent':
    'You were paid {amount}, in exact proportion to everybody else. How much the pool held then can no longer be read.',
  'verify.less': 'You were paid {amount}. The rules give {expected}: {difference} too little.',
  'verify.more': 'You were paid {amount}. The rules give {expected}: {difference} too much.',
  'verify.differs.weight':
    'You were paid {amount}, but the contract recorded another weight than the rules give.',
  'verify.not-transferred': 'The contract counts your reward as paid, but no sBTC moved with it.',
  'verify.left-out': 'The cycle counted you and ended without a payment to you.',
  'verify.not-yet': 'The cycle is not over.',
  'verify.not-captured': 'No snapshot of this cycle counted this address.',
  'verify.unknown': 'Too little about this cycle can still be read.',
  'record.comingBy': 'You count in this cycle. Its payment is expected about {day}.',
  'record.pill.paid': 'paid',
  'record.pill.paid-unseen': 'paid',
  'record.pill.zero': 'no reward',
  'record.pill.coming': 'to come',
  'record.pill.late': 'late',
  'record.pill.not-captured-yet': 'not captured yet',
  'record.pill.not-in-it': 'not in it',
  'record.pill.missed': 'not paid',
  'record.pill.unknown': 'not known',
  'record.paid': 'The reward was paid; the list has its transaction.',
  'record.paid-unseen':
    'The contract counts the reward as paid. Its transfer has not been read yet, or it went to another reward address.',
  'record.zero': 'The reward was computed and rounds down to 0 sats.',
  'record.coming': 'You count in this cycle. Its payment is to come.',
  'record.late':
    'You count in this cycle. Its payment is later than planned: somebody still has to run the steps before it. Nothing is lost.',
  'record.not-captured-yet':
    'No snapshot has counted you yet. You are counted if you were enrolled when the cycle began.',
  'record.enrolled-yet': 'You are enrolled in this cycle. No snapshot has counted you yet.',
  'record.not-in-it': 'No snapshot counted you: you were not enrolled when the cycle began.',
  'record.missed':
    'The cycle was finalized without paying you, although it counted you. Ask the contract’s operator, and show these figures.',
  'record.unknown': 'What is needed to tell could not be read.',
} as const satisfies Section
