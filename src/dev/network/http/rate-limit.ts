/** How many requests a window of one minute takes. */
export type RateLimit = { perMinute: number }

const windowMs = 60_000

/** Counts requests in fixed windows of a minute; off until `set`. */
export const createRateLimiter = (now: () => number = Date.now) => {
  let limit: RateLimit | undefined
  let started = 0
  let used = 0

  /** Counts a request: the headers to send with its answer, and whether it goes through. */
  const take = (): { allowed: boolean; headers: Record<string, string> } => {
    if (!limit) return { allowed: true, headers: {} }
    if (now() - started >= windowMs) {
      started = now()
      used = 0
    }
    const reset = String(Math.ceil((started + windowMs - now()) / 1000))
    const allowed = used < limit.perMinute
    if (allowed) used += 1
    const headers = {
      'ratelimit-limit': String(limit.perMinute),
      'ratelimit-remaining': String(limit.perMinute - used),
      'ratelimit-reset': reset,
    }
    return { allowed, headers: allowed ? headers : { ...headers, 'retry-after': reset } }
  }

  const set = (next: RateLimit | undefined) => {
    limit = next
    started = now()
    used = 0
  }

  return { take, set }
}
export type RateLimiter = ReturnType<typeof createRateLimiter>
