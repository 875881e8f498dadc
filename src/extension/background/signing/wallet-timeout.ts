/** How long a wallet may take: hardware wallets and co-signers are slow. */
export const WALLET_TIMEOUT_MS = 10 * 60_000

/** After this long a page should have said itself that its wallet did not answer. */
export const ABANDONED_AFTER_MS = WALLET_TIMEOUT_MS + 60_000
