import type { Comparison } from './conditions.ts'

/** Whether an amount is as a condition says. */
export const compare: Record<Comparison, (amount: bigint, limit: bigint) => boolean> = {
  eq: (amount, limit) => amount === limit,
  gt: (amount, limit) => amount > limit,
  gte: (amount, limit) => amount >= limit,
  lt: (amount, limit) => amount < limit,
  lte: (amount, limit) => amount <= limit,
}

/** How a comparison reads in a sentence. */
export const comparisonWords: Record<Comparison, string> = {
  eq: 'exactly',
  gt: 'more than',
  gte: 'at least',
  lt: 'less than',
  lte: 'at most',
}
