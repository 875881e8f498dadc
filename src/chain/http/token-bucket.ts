import type { RateLimitHeaders } from './rate-limit-headers.ts'

const MINUTE = 60_000

/**
 * The requests per minute that one host grants. Starts from an assumption (`null`: no limit known,
 * as on loopback), follows the headers of responses, and refills evenly between them.
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
     * Takes a token and returns 0, or returns the milliseconds until one may be available;
     * `reserve`: the share of the limit (0 … 1) to leave for others.
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
     * Applies a response's headers; `inFlight`: requests sent that the host had not counted yet.
     */
    applyLimits(limits: RateLimitHeaders, now: number, inFlight: number): void {
      if (limits.limit !== undefined && limits.limit > 0) {
        if (perMinute === null) tokens = limits.limit
        perMinute = limits.limit
      }
      if (limits.remaining !== undefined && perMinute !== null) {
        tokens = Math.max(0, limits.remaining - inFlight)
        filledAt = now
        if (limits.remaining === 0 && limits.resetAt !== undefined && limits.resetAt > now)
          this.pause(limits.resetAt)
      }
    },
    /** Allows no request before `until`, when the bucket is full again. */
    pause(until: number): void {
      pausedUntil = Math.max(pausedUntil, until)
      filledAt = pausedUntil
      tokens = perMinute ?? Infinity
    },
    pausedUntil: () => pausedUntil,
    /** Requests per minute that the host is assumed to grant; null: no limit known. */
    perMinute: () => perMinute,
  }
}
export type TokenBucket = ReturnType<typeof createTokenBucket>
