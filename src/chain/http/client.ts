import { takeDropped } from '../list-of.ts'
import { failed, isPassing, type Answer, type Failure } from './answer.ts'
import { systemClock, type Clock } from './clock.ts'
import { createGonePaths, pathFamily, type GonePaths } from './gone-paths.ts'
import { createHostPool } from './host-pool.ts'
import { readRateLimitHeaders } from './rate-limit-headers.ts'
import type { Urgency } from './request-queue.ts'
import {
  sendOnce,
  type Fetch,
  type OutgoingRequest,
  type Parse,
  type ReceivedBody,
} from './send-once.ts'

/**
 * The request: a path below the base, with `body` as JSON or `text` verbatim. Identical requests in
 * flight share one answer, unless they carry a signal.
 */
export type HttpRequest = { path: string; method?: 'GET' | 'POST'; body?: unknown; text?: string }
export type HttpOptions = {
  urgency?: Urgency
  /**
   * Longest wait in all, queueing and retries included. Default 20 s for a person and a refresh,
   * 120 s for a backfill.
   */
  deadlineMs?: number
  signal?: AbortSignal
}

/** Which hosts a client asks, with which key, and how patiently. */
export type HttpSetup = {
  /** Base URLs in order of preference; a later one is used when the ones before it fail. */
  bases: readonly string[]
  /** Sent as `x-api-key` to the first base only: the key is that provider's. */
  apiKey?: string | null
  fetch?: Fetch
  clock?: Clock
  /** 0 … 1, for jitter. */
  random?: () => number
  /** Limit for one attempt, the body included. */
  timeoutMs?: number
  /** Rounds over all bases after the first. */
  retries?: number
  /**
   * Until the host's own headers state a limit; null: none assumed. Default 25 per minute
   * [dual-stacking 10.5], none on loopback.
   */
  assumedPerMinute?: number | null
  /** Reads a body; `JSON.parse` by default. */
  parse?: Parse
  /** What hosts have switched off, where that outlives this client. */
  gonePaths?: GonePaths
  /**
   * Called once per host and kind of path that the host announces to switch off (`Warning: 299`).
   */
  onDeprecated?: (origin: string, family: string) => void
  /**
   * Called where entries of an answer's lists were dropped, with the kind of path and their places
   * in it.
   */
  onDropped?: (family: string, places: readonly string[]) => void
  /** Ends every request of this client, for good. */
  signal?: AbortSignal
  /** What a failure means on these hosts; by default what its status says. */
  interpret?: (failure: Failure) => Failure
}

const defaultDeadlineMs: Record<Urgency, number> = {
  person: 20_000,
  refresh: 20_000,
  backfill: 120_000,
}

/** How long a request may wait in all, for whom, and what withdraws it. */
type Wait = { urgency: Urgency; until: number; signal: AbortSignal | undefined }

const requestKey = ({ method = 'GET', path, text, body }: HttpRequest): string => {
  const content = text ?? (body === undefined ? '' : JSON.stringify(body))
  return `${method} ${path} ${content}`
}

const joinSignals = (
  one: AbortSignal | undefined,
  other: AbortSignal | undefined,
): AbortSignal | undefined => (one && other ? AbortSignal.any([one, other]) : (one ?? other))

/** Reports each host and kind of path once that a response announces to switch off. */
const createDeprecationReport = (onDeprecated: HttpSetup['onDeprecated']) => {
  const reported = new Set<string>()
  return (base: string, path: string, headers: Headers): void => {
    if (!onDeprecated || !/^299\b/.test(headers.get('warning') ?? '')) return
    const { origin } = new URL(base)
    const family = pathFamily(path)
    if (reported.has(`${origin} ${family}`)) return
    reported.add(`${origin} ${family}`)
    onDeprecated(origin, family)
  }
}

/**
 * A polite client of one or several equivalent hosts: one queue and one token bucket per host,
 * identical requests coalesced, retries with jitter after 429, 5xx, timeouts and malformed answers,
 * `retry-after` honoured, failover. Every failure is a value.
 *
 * @example
 *   const answer = await createHttpClient({ bases: ['https://api.hiro.so'] }).request({
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
    interpret = (failure: Failure) => failure,
  } = setup
  const fetch: Fetch = setup.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const bases = setup.bases.map((base) => base.replace(/\/+$/, ''))
  const hosts = createHostPool(bases, setup.assumedPerMinute, clock)
  const counts = { requests: 0, bytes: 0, coalesced: 0, repeated: 0 }
  const inFlight = new Map<string, Promise<Answer<unknown>>>()
  const reportDeprecation = createDeprecationReport(setup.onDeprecated)

  const outgoingTo = (base: string, request: HttpRequest): OutgoingRequest => ({
    url: base + request.path,
    method: request.method ?? 'GET',
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    ...(request.text !== undefined && { body: request.text }),
    headers: {
      ...(request.text !== undefined && { 'content-type': 'text/plain' }),
      ...(apiKey && base === bases[0] && { 'x-api-key': apiKey }),
    },
  })

  const sendTo = async (
    base: string,
    request: HttpRequest,
    { urgency, until, signal }: Wait,
  ): Promise<Answer<ReceivedBody>> => {
    const queue = hosts.queueOf(base)
    const permit = await queue.enter(urgency, until, signal)
    if (!permit.admitted) return failed('rate-limited', { retryAt: permit.retryAt })
    counts.requests += 1
    let retryAt: number | undefined
    const answer = await sendOnce({
      fetch,
      outgoing: outgoingTo(base, request),
      timeoutMs: Math.max(1, Math.min(timeoutMs, until - clock.now())),
      onResponse: ({ headers, status }) => {
        const now = clock.now()
        reportDeprecation(base, request.path, headers)
        const limits = readRateLimitHeaders(headers, now)
        queue.bucket.applyLimits(limits, now, queue.inFlight() - 1)
        if (status === 429)
          retryAt = limits.retryAt ?? limits.resetAt ?? now + hosts.nextPauseMs(base)
        else if (status === 503) retryAt = limits.retryAt
        if (retryAt !== undefined) queue.bucket.pause(retryAt)
      },
      signal,
      parse: setup.parse,
    })
    permit.leave()
    if (answer.ok) {
      counts.bytes += answer.value.bytes
      hosts.trust(base)
      return answer
    }
    if (answer.failure.code === 'gone') gonePaths.remember(base, request.path, clock.now())
    const failure = interpret(answer.failure)
    if (isPassing(failure)) hosts.distrust(base)
    return failed(failure.code, { ...failure, ...(retryAt !== undefined && { retryAt }) })
  }

  /** Pauses before a retry; false when there is no time left for it. */
  const pauseBeforeRetry = async (
    round: number,
    { retryAt = 0 }: Failure,
    { until, signal }: Wait,
  ): Promise<boolean> => {
    const pauseMs = 400 * 2 ** round * (0.5 + random())
    if (signal?.aborted || Math.max(clock.now() + pauseMs, retryAt) >= until) return false
    await clock.sleep(pauseMs, signal)
    counts.repeated += 1
    return true
  }

  const run = async <T>(
    request: HttpRequest,
    accept: (json: unknown) => T | undefined,
    options: HttpOptions,
  ): Promise<Answer<T>> => {
    const { urgency = 'refresh' } = options
    const signal = joinSignals(setup.signal, options.signal)
    const until = clock.now() + (options.deadlineMs ?? defaultDeadlineMs[urgency])
    const wait: Wait = { urgency, until, signal }
    const isGone = (base: string) => gonePaths.isGone(base, request.path, clock.now())
    let failure: Failure = { code: 'offline' }
    for (let round = 0; round <= retries; round += 1) {
      if (round > 0 && !(await pauseBeforeRetry(round, failure, wait))) break
      const serving = hosts.basesByTrust().filter((base) => !isGone(base))
      for (const base of serving) {
        if (signal?.aborted) return failed('offline')
        const answer = await sendTo(base, request, wait)
        if (!answer.ok) {
          failure = answer.failure
          if (!isPassing(failure) && failure.code !== 'gone') return answer
          continue
        }
        takeDropped()
        const value = accept(answer.value.json)
        const dropped = takeDropped()
        if (value !== undefined) {
          if (dropped.length > 0) setup.onDropped?.(pathFamily(request.path), dropped)
          return { ok: true, value }
        }
        failure = { code: 'bad-answer' }
        hosts.distrust(base)
      }
      // Every host has switched this path off: that is the answer, and another round would not
      // help.
      if (bases.length > 0 && bases.every(isGone)) return failed('gone', { status: 410 })
      // Those that answer have it no more: another source of the value may do better, at once.
      if (bases.some(isGone)) return { ok: false, failure: { ...failure, goneElsewhere: true } }
    }
    return { ok: false, failure }
  }

  return {
    /**
     * The JSON of an answer as `accept` parsed it; `accept` returns undefined for JSON of another
     * shape, which counts as a failure of that base.
     */
    async request<T>(
      request: HttpRequest,
      accept: (json: unknown) => T | undefined,
      options: HttpOptions = {},
    ): Promise<Answer<T>> {
      if (options.signal) return run(request, accept, options)
      const key = requestKey(request)
      const pending = inFlight.get(key)
      if (pending) {
        counts.coalesced += 1
        return pending as Promise<Answer<T>>
      }
      const answer = run(request, accept, options).finally(() => inFlight.delete(key))
      inFlight.set(key, answer)
      return answer
    },
    /**
     * Since the client was created: requests sent (each attempt counts), bytes of bodies, requests
     * saved by coalescing, rounds repeated.
     */
    counts: () => ({ ...counts }),
    perMinute: hosts.perMinute,
    pausedUntil: hosts.pausedUntil,
    bases,
    clock,
  }
}
export type HttpClient = ReturnType<typeof createHttpClient>
