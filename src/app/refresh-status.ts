import * as v from 'valibot'

/** What went wrong at the last refresh; the sentence is `problems.<code>` in words. */
export const refreshProblemCodes = [
  'offline',
  'slow',
  'rate-limited',
  'bad-answer',
  'server-error',
  'wrong-chain',
  'contract-missing',
] as const

/** Whether the readings are being refreshed, and what came of the last refresh. */
export const refreshStatus = v.object({
  startedAt: v.nullable(v.number()),
  finishedAt: v.nullable(v.number()),
  problem: v.nullable(v.picklist(refreshProblemCodes)),
  /**
   * When the alarm begins the next refresh, in milliseconds since 1970, after one that a host's
   * request limit ended; null: at the usual time.
   */
  retryAt: v.nullable(v.number()),
  /** Requests still to make before past rewards are known; null when caught up. */
  requestsLeft: v.nullable(v.number()),
})
