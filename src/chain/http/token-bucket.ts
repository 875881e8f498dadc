import type { RateLimitHeaders } from './rate-limit-headers.ts'

const MINUTE = 60_000

/**
 * The requests one host grants us per minute. Starts from an assumption (`null`: no limit known, as
 * on loopback) and follows what responses say; between responses it refills evenly.
 */
export const createTokenBucket = (assumedPerMinute: number | null, startedAt: number) => {
  let perMinute = assumedPerMinute
  let tokens = assumedPerMinute ?? Infinity
  let filledAt = startedAt
  let pausedUntil = 0

  const fill = (now: number) => {
    if (perMinute !== null)
      tokens = Math.min(perMinute, tokens + (Math.max(0, now - filledAt) * perMinute) / MINUTE)
    filledAt = now
  }

  return {
    /**
     * Takes a token and returns 0, or returns the milliseconds until there may be one; `reserve`:
     * the share of the limit (0 … 1) to leave for others.
     */
    take(now: number, reserve = 0): number {
      if (now < pausedUntil) return pausedUntil - now
      if (perMinute === null) return 0
      fill(now)
      const missing = 1 + Math.floor(perMinute * reserve) - tokens
      if (missing > 0) return Math.ceil((missing * MINUTE) / perMinute)
      tokens -= 1
      return 0
    },
    /**
     * Follows a response's headers; `inFlight`: requests sent that the host had not counted yet.
     */
    learn(signs: RateLimitHeaders, now: number, inFlight: number): void {
      if (signs.limit !== undefined && signs.limit > 0) {
        if (perMinute === null) tokens = signs.limit
        perMinute = signs.limit
      }
      if (signs.remaining !== undefined && perMinute !== null) {
        tokens = Math.max(0, signs.remaining - inFlight)
        filledAt = now
        if (signs.remaining === 0 && signs.resetAt !== undefined && signs.resetAt > now)
          this.pause(signs.resetAt)
      }
    },
    /** No request before `until`; the bucket is full again then. */
    pause(until: number): void {
      pausedUntil = Math.max(pausedUntil, until)
      filledAt = pausedUntil
      tokens = perMinute ?? Infinity
    },
    pausedUntil: () => pausedUntil,
    /** Requests per minute that the host is believed to grant; null: no limit known. */
    perMinute: () => perMinute,
  }
}
export type TokenBucket = ReturnType<typeof createTokenBucket>
