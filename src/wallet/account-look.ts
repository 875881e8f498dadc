/**
 * What a look at an account's nonce and mempool says of a request that ended without a transaction:
 * nothing was sent since its wallet was asked; something was, but not this; it cannot be told.
 */
export const sentSince = ['nothing', 'other', 'unknown'] as const
export type SentSince = (typeof sentSince)[number]

/** The same, or the transaction that was sent: its id. */
export type AccountLook = { sent: SentSince } | { sent: 'found'; txid: string }
