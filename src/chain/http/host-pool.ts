import type { Clock } from './clock.ts'
import { isLoopback } from './is-loopback.ts'
import { createRequestQueue, type RequestQueue } from './request-queue.ts'
import { createTokenBucket } from './token-bucket.ts'

const DISTRUST_MS = 60_000
const ASSUMED_PER_MINUTE = 25
const FIRST_PAUSE_MS = 4_000
const LONGEST_PAUSE_MS = 32_000

type PooledHost = { queue: RequestQueue; distrustedUntil: number; pauses: number }

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
    const host: PooledHost = {
      queue: createRequestQueue(bucket, clock),
      distrustedUntil: 0,
      pauses: 0,
    }
    hosts.set(origin, host)
    return host
  }

  return {
    queueOf: (base: string): RequestQueue => hostOf(base).queue,
    trust: (base: string): void => {
      Object.assign(hostOf(base), { distrustedUntil: 0, pauses: 0 })
    },
    distrust: (base: string): void => {
      hostOf(base).distrustedUntil = clock.now() + DISTRUST_MS
    },
    /**
     * How long to leave a host alone that refuses requests without saying for how long, which pages
     * cannot read: doubled with every refusal after such a pause.
     */
    nextPauseMs: (base: string): number => {
      const host = hostOf(base)
      const left = host.queue.bucket.pausedUntil() - clock.now()
      if (left > 0) return left
      host.pauses += 1
      return Math.min(FIRST_PAUSE_MS * 2 ** (host.pauses - 1), LONGEST_PAUSE_MS)
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
      bases.length === 0
        ? 0
        : Math.min(...bases.map((base) => hostOf(base).queue.bucket.pausedUntil())),
  }
}
export type HostPool = ReturnType<typeof createHostPool>
