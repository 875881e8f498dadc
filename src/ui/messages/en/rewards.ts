import type { Section } from '../message.ts'

export const rewards = {
  'rewards.none': 'None yet. The first comes at the end of the first cycle that you are enrolled in.',
  'rewards.all': { one: '{count} cycle', other: 'all {count} cycles' },
  'rewards.in': { one: 'in {count} cycle', other: 'in {count} cycles' },
  'rewards.cycleUnknown': 'Cycle not known',
  'rewards.catchingUp': { one: 'Looking for earlier rewards: {count} request left.', other: 'Looking for earlier rewards: {count} requests left.' },
  'rewards.chart': 'Rewards of cycles {from} to {to}. The highest was {most}, the latest {last}. The list has every payment.',
  'rewards.paidTo': 'Paid to',
  'rewards.earnedBy': 'Earned by',
  'rewards.height': 'Bitcoin height',
  'rewards.transaction': 'Transaction',
  'rewards.evidence': 'Note',
  'rewards.evidence.transfer': 'Seen as a transfer from the contract: this version prints no reward event that could be checked.',
  'rewards.csv': 'Save as CSV',
  'rewards.csvNote': 'Date, Bitcoin height, cycle, sats, addresses and transaction. No prices: none are looked up.',
} as const satisfies Section
