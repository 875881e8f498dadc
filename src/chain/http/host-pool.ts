import type { Clock } from './clock.ts'
import { isLoopback } from './is-loopback.ts'
import { createRequestQueue, type RequestQueue } from './request-queue.ts'
import { createTokenBucket } from './token-bucket.ts'

const DISTRUST_MS = 60_000
const ASSUMED_PER_MINUTE = 25

type PooledHost = { queue: RequestQueue; distrustedUntil: number }

/**
 * The hosts behind a list of base URLs, one queue and one token bucket each. A host that failed is
 * asked last for a minute.
 */
export const createHostPool = (
  bases: readonly string[],
  assumedPerMinute: number | null | undefined,
  clock: Clock,
) => {
  const hosts = new Map<string, PooledHost>()

  /** The limit to assume until the host states one; null: none. */
  const assumedLimit = (base: string): number | null => {
    if (assumedPerMinute !== undefined) return assumedPerMinute
    return isLoopback(base) ? null : ASSUMED_PER_MINUTE
  }

  const hostOf = (base: string): PooledHost => {
    const origin = new URL(base).origin
    const existing = hosts.get(origin)
    if (existing) return existing
    const bucket = createTokenBucket(assumedLimit(base), clock.now())
    const host: PooledHost = { queue: createRequestQueue(bucket, clock), distrustedUntil: 0 }
    hosts.set(origin, host)
    return host
  }

  return {
    queueOf: (base: string): RequestQueue => hostOf(base).queue,
    trust: (base: string): void => {
      hostOf(base).distrustedUntil = 0
    },
    distrust: (base: string): void => {
      hostOf(base).distrustedUntil = clock.now() + DISTRUST_MS
    },
    /** Trusted bases first, each group in the order given. */
    basesByTrust: (): string[] => {
      const now = clock.now()
      const trusted = bases.filter((base) => hostOf(base).distrustedUntil <= now)
      return [...trusted, ...bases.filter((base) => !trusted.includes(base))]
    },
    /** Requests per minute that the preferred host grants, as far as known. */
    perMinute: (): number | null =>
      bases[0] === undefined ? null : hostOf(bases[0]).queue.bucket.perMinute(),
    /** Until when (milliseconds since 1970) all hosts have asked for silence; 0: not at all. */
    pausedUntil: (): number =>
      Math.min(...bases.map((base) => hostOf(base).queue.bucket.pausedUntil())),
  }
}
export type HostPool = ReturnType<typeof createHostPool>
