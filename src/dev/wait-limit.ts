/**
 * Milliseconds after which a wait counts as hung. Nothing asserts it: a slow machine takes longer,
 * and passes. `TWINSTACK_WAIT=20` (seconds) makes a failing test say sooner what it misses.
 */
export const waitLimitMs = Number(process.env['TWINSTACK_WAIT'] ?? 15 * 60) * 1000

/** The same for a whole test: long enough for a hung wait to say first what it misses. */
export const testLimitMs = 4 * waitLimitMs
