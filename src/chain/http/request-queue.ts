import type { Clock } from './clock.ts'
import type { TokenBucket } from './token-bucket.ts'

/**
 * Who waits for the answer: a person, the regular refresh, or catching up with the past, which
 * always leaves a third of the limit to the others.
 */
export type Urgency = 'person' | 'refresh' | 'backfill'

const order: Record<Urgency, number> = { person: 0, refresh: 1, backfill: 2 }
const reserve: Record<Urgency, number> = { person: 0, refresh: 0.1, backfill: 0.34 }

type Waiting = { urgency: Urgency; until: number; resolve: (entry: SendPermit) => void }
/**
 * Leave to send one request now (`leave` must be called when it is done), or the moment from when
 * there may be one.
 */
export type SendPermit =
  | { admitted: true; leave: () => void }
  | { admitted: false; retryAt: number }

/**
 * The one queue of a host: at most `parallel` requests at a time, each costing a token of the
 * bucket, the most urgent first. Nobody waits beyond the moment given with the request: who cannot
 * be served by then is told at once.
 */
export const createRequestQueue = (bucket: TokenBucket, clock: Clock, parallel = 4) => {
  const waiting: Waiting[] = []
  let inFlight = 0
  let waking: AbortController | undefined

  const refuse = (request: Waiting, retryAt: number) => {
    waiting.splice(waiting.indexOf(request), 1)
    request.resolve({ admitted: false, retryAt })
  }

  const leave = () => {
    inFlight -= 1
    pump()
  }

  const pump = () => {
    waking?.abort()
    waking = undefined
    while (inFlight < parallel) {
      const next = waiting.toSorted((a, b) => order[a.urgency] - order[b.urgency])[0]
      if (!next) return
      const now = clock.now()
      const wait = bucket.take(now, reserve[next.urgency])
      if (wait === 0) {
        waiting.splice(waiting.indexOf(next), 1)
        inFlight += 1
        next.resolve({ admitted: true, leave })
        continue
      }
      // Whoever stands behind the most urgent one waits at least as long.
      for (const request of waiting.filter(({ until }) => now + wait > until))
        refuse(request, now + wait)
      if (waiting.length > 0) void wake(wait)
      return
    }
  }

  const wake = async (ms: number) => {
    const alarm = (waking = new AbortController())
    await clock.sleep(ms, alarm.signal)
    if (!alarm.signal.aborted) pump()
  }

  return {
    /** Waits for leave to send, at most until `until` (milliseconds since 1970). */
    enter(urgency: Urgency, until: number): Promise<SendPermit> {
      return new Promise((resolve) => {
        waiting.push({ urgency, until, resolve })
        pump()
      })
    },
    inFlight: () => inFlight,
    waiting: () => waiting.length,
    bucket,
  }
}
export type RequestQueue = ReturnType<typeof createRequestQueue>
