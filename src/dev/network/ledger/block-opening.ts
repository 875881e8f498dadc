import type { StacksBlock } from './block-spans.ts'

/** A transaction that miners put at the start of a block. */
export type OpeningTransaction = 'tenure_change' | 'coinbase'

/**
 * What stands in a block before the transactions of users: a tenure begins with its change and the
 * miner's reward, and a later block of it with its extension.
 */
export const openingOf = (block: StacksBlock | undefined): OpeningTransaction[] =>
  block?.first ? ['tenure_change', 'coinbase'] : ['tenure_change']
