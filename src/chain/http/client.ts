import { failed, isPassing, type Answer, type Failure } from './answer.ts'
import { systemClock, type Clock } from './clock.ts'
import { createGonePaths, pathFamily, type GonePaths } from './gone-paths.ts'
import { readRateLimitHeaders } from './rate-limit-headers.ts'
import { createRequestQueue, type RequestQueue, type Urgency } from './request-queue.ts'
import { sendOnce, type ReceivedBody, type Fetch, type Parse } from './send-once.ts'
import { createTokenBucket } from './token-bucket.ts'

/**
 * What to ask: a path below the base, with `body` as JSON or `text` as it stands. Equal requests
 * under way are asked once, unless they carry a signal.
 */
export type HttpRequest = { path: string; method?: 'GET' | 'POST'; body?: unknown; text?: string }
export type HttpOptions = {
  urgency?: Urgency
  /**
   * Longest wait in all, queue and further attempts included. Default 20 s for a person and a
   * refresh, 120 s for a backfill.
   */
  deadlineMs?: number
  signal?: AbortSignal
}

/** Which hosts a client asks, with which key, and how patiently. */
export type HttpSetup = {
  /** Base URLs in order of preference; a later one is asked when the ones before it fail. */
  bases: readonly string[]
  /** Sent as `x-api-key` to the first base only: it is that provider's key. */
  apiKey?: string | null
  fetch?: Fetch
  clock?: Clock
  /** 0 … 1, for jitter. */
  random?: () => number
  /** One attempt, the body included. */
  timeoutMs?: number
  /** Rounds over all bases after the first. */
  retries?: number
  /**
   * Until the host's own headers say more; null: no limit assumed. Default 25 per minute
   * [dual-stacking 10.5], none on loopback.
   */
  assumedPerMinute?: number | null
  /** Reads a body; `JSON.parse` unless told otherwise. */
  parse?: Parse
  /** What hosts have switched off, where that outlives this client. */
  gonePaths?: GonePaths
  /** Called once per host and kind of path that the host announces to switch off (`Warning: 299`). */
  onDeprecated?: (origin: string, family: string) => void
}

const PAUSE_WITHOUT_HINT = 15_000
const DISTRUST_MS = 60_000
const defaultDeadline: Record<Urgency, number> = {
  person: 20_000,
  refresh: 20_000,
  backfill: 120_000,
}

/** Whether a URL's host is this machine. */
export const isLoopback = (url: string): boolean =>
  /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$)/.test(url)

type Host = { base: string; queue: RequestQueue; distrustedUntil: number }

/**
 * A polite client of one or several equivalent hosts: one queue and one token bucket per host,
 * equal requests asked once, further attempts with jitter after 429, 5xx, timeouts and nonsense,
 * `retry-after` honoured, failover. Every failure is a value.
 *
 * @example
 *   const answer = await createHttp({ bases: ['https://api.hiro.so'] }).request({
 *     path: '/v2/info',
 *   })
 */
export const createHttpClient = (setup: HttpSetup) => {
  const {
    apiKey = null,
    clock = systemClock,
    random = Math.random,
    timeoutMs = 10_000,
    retries = 2,
    gonePaths = createGonePaths(),
  } = setup
  const fetch: Fetch = setup.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const counts = { requests: 0, bytes: 0, coalesced: 0, repeated: 0 }
  const underWay = new Map<string, Promise<Answer<unknown>>>()
  const hosts = new Map<string, Host>()
  const announced = new Set<string>()
  const bases = setup.bases.map((base) => base.replace(/\/+$/, ''))

  const hostOf = (base: string): Host => {
    const origin = new URL(base).origin
    const known = hosts.get(origin)
    if (known) return known
    const assumed =
      setup.assumedPerMinute === undefined ? (isLoopback(base) ? null : 25) : setup.assumedPerMinute
    const host: Host = {
      base,
      queue: createRequestQueue(createTokenBucket(assumed, clock.now()), clock),
      distrustedUntil: 0,
    }
    hosts.set(origin, host)
    return host
  }

  const noteDeprecation = (base: string, path: string, response: Response) => {
    if (!setup.onDeprecated || !/^299\b/.test(response.headers.get('warning') ?? '')) return
    const { origin } = new URL(base)
    const family = pathFamily(path)
    if (announced.has(`${origin} ${family}`)) return
    announced.add(`${origin} ${family}`)
    setup.onDeprecated(origin, family)
  }

  const sendTo = async (
    base: string,
    request: HttpRequest,
    urgency: Urgency,
    until: number,
    signal?: AbortSignal,
  ): Promise<Answer<ReceivedBody>> => {
    const host = hostOf(base)
    const entry = await host.queue.enter(urgency, until)
    if (!entry.admitted) return failed('rate-limited', { retryAt: entry.retryAt })
    counts.requests += 1
    const left = Math.max(1, Math.min(timeoutMs, until - clock.now()))
    let retryAt: number | undefined
    const answer = await sendOnce(
      fetch,
      {
        url: base + request.path,
        method: request.method ?? 'GET',
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        ...(request.text !== undefined && { body: request.text }),
        headers: {
          ...(request.text !== undefined && { 'content-type': 'text/plain' }),
          ...(apiKey && base === bases[0] && { 'x-api-key': apiKey }),
        },
      },
      left,
      (response) => {
        const now = clock.now()
        noteDeprecation(base, request.path, response)
        const signs = readRateLimitHeaders(response.headers, now)
        host.queue.bucket.learn(signs, now, host.queue.inFlight() - 1)
        if (response.status === 429)
          host.queue.bucket.pause(
            (retryAt = signs.retryAt ?? signs.resetAt ?? now + PAUSE_WITHOUT_HINT),
          )
        else if (response.status === 503 && signs.retryAt !== undefined)
          host.queue.bucket.pause((retryAt = signs.retryAt))
      },
      signal,
      setup.parse,
    )
    entry.leave()
    if (answer.ok) {
      counts.bytes += answer.value.bytes
      host.distrustedUntil = 0
      return answer
    }
    if (answer.failure.code === 'gone') gonePaths.remember(base, request.path, clock.now())
    if (isPassing(answer.failure)) host.distrustedUntil = clock.now() + DISTRUST_MS
    return retryAt === undefined
      ? answer
      : failed(answer.failure.code, { ...answer.failure, retryAt })
  }

  /** Trusted bases first, each in the order given. */
  const orderedBases = () => {
    const now = clock.now()
    const trusted = bases.filter((base) => hostOf(base).distrustedUntil <= now)
    return [...trusted, ...bases.filter((base) => !trusted.includes(base))]
  }

  const run = async <T>(
    request: HttpRequest,
    accept: (json: unknown) => T | undefined,
    options: HttpOptions,
  ): Promise<Answer<T>> => {
    const urgency = options.urgency ?? 'refresh'
    const until = clock.now() + (options.deadlineMs ?? defaultDeadline[urgency])
    const isGone = (base: string) => gonePaths.isGone(base, request.path, clock.now())
    let failure: Failure = { code: 'offline' }
    for (let round = 0; round <= retries; round += 1) {
      if (round > 0) {
        const pause = 400 * 2 ** round * (0.5 + random())
        const earliest = Math.max(clock.now() + pause, failure.retryAt ?? 0)
        if (options.signal?.aborted || earliest >= until) break
        await clock.sleep(pause, options.signal)
        counts.repeated += 1
      }
      const serving = orderedBases().filter((base) => !isGone(base))
      for (const base of serving) {
        if (options.signal?.aborted) return failed('offline')
        const answer = await sendTo(base, request, urgency, until, options.signal)
        if (!answer.ok) {
          failure = answer.failure
          if (!isPassing(failure) && failure.code !== 'gone') return answer
          continue
        }
        const value = accept(answer.value.json)
        if (value !== undefined) return { ok: true, value }
        failure = { code: 'bad-answer' }
        hostOf(base).distrustedUntil = clock.now() + DISTRUST_MS
      }
      // Every host has switched this path off: that is an answer, and another round would not help.
      if (bases.length > 0 && bases.every(isGone)) return failed('gone', { status: 410 })
    }
    return { ok: false, failure }
  }

  return {
    /**
     * The JSON of an answer as `accept` parsed it; `accept` returns undefined for what is not the
     * JSON it should be, which counts as a failure of that base.
     */
    async request<T>(
      request: HttpRequest,
      accept: (json: unknown) => T | undefined,
      options: HttpOptions = {},
    ): Promise<Answer<T>> {
      if (options.signal) return run(request, accept, options)
      const key = `${request.method ?? 'GET'} ${request.path} ${request.text ?? (request.body === undefined ? '' : JSON.stringify(request.body))}`
      const same = underWay.get(key)
      if (same) {
        counts.coalesced += 1
        return same as Promise<Answer<T>>
      }
      const answer = run(request, accept, options).finally(() => underWay.delete(key))
      underWay.set(key, answer)
      return answer
    },
    /**
     * Since the client was made: requests sent (each attempt counts), bytes of bodies, requests
     * saved by coalescing, rounds repeated.
     */
    counts: () => ({ ...counts }),
    /** Requests per minute that the preferred host grants, as far as known. */
    perMinute: (): number | null =>
      bases[0] === undefined ? null : hostOf(bases[0]).queue.bucket.perMinute(),
    /** Until when (milliseconds since 1970) all hosts have asked for silence; 0: not at all. */
    pausedUntil: (): number =>
      Math.min(...bases.map((base) => hostOf(base).queue.bucket.pausedUntil())),
    bases,
    clock,
  }
}
export type HttpClient = ReturnType<typeof createHttpClient>
