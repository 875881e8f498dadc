/**
 * The request limit of a host as it states it. `resetAt` and `retryAt`: milliseconds since 1970.
 */
export type RateLimitHeaders = {
  limit?: number
  remaining?: number
  resetAt?: number
  retryAt?: number
}

const parseWholeNumber = (text: string | null): number | undefined => {
  const match = /^\s*(\d{1,15})/.exec(text ?? '')
  return match ? Number(match[1]) : undefined
}

/**
 * A moment given as seconds from now, Unix seconds, Unix milliseconds or an HTTP date; hosts use
 * all four.
 */
const parseMoment = (text: string | null, now: number): number | undefined => {
  const number = /^\s*\d+(\.\d+)?\s*$/.test(text ?? '') ? Number(text) : undefined
  if (number === undefined) {
    const date = Date.parse(text ?? '')
    return Number.isNaN(date) ? undefined : date
  }
  if (number >= 1e12) return number
  return number >= 1e9 ? number * 1000 : now + number * 1000
}

/**
 * Reads `ratelimit-limit`, `-remaining`, `-reset` (also with the older `x-` prefix, and the
 * per-minute headers of Hiro's Stacks services) and `retry-after`.
 *
 * @example
 *   const headers = new Headers({ 'ratelimit-remaining': '0', 'retry-after': '30' })
 *   readRateLimitHeaders(headers, 0) // { remaining: 0, retryAt: 30000 }
 */
export const readRateLimitHeaders = (headers: Headers, now: number): RateLimitHeaders => {
  const first = (...names: string[]) =>
    names.map((name) => headers.get(name)).find((text) => text !== null) ?? null
  const limits: RateLimitHeaders = {
    limit: parseWholeNumber(
      first('x-ratelimit-limit-stacks-minute', 'ratelimit-limit', 'x-ratelimit-limit'),
    ),
    remaining: parseWholeNumber(
      first('x-ratelimit-remaining-stacks-minute', 'ratelimit-remaining', 'x-ratelimit-remaining'),
    ),
    resetAt: parseMoment(first('ratelimit-reset', 'x-ratelimit-reset'), now),
    retryAt: parseMoment(headers.get('retry-after'), now),
  }
  for (const key of Object.keys(limits) as (keyof RateLimitHeaders)[])
    if (limits[key] === undefined) delete limits[key]
  return limits
}
