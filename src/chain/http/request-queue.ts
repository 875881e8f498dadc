import type { Clock } from './clock.ts'
import type { TokenBucket } from './token-bucket.ts'

/**
 * What waits for the answer: a person, the regular refresh, or a backfill of past data, which
 * always leaves a third of the limit to the others.
 */
export type Urgency = 'person' | 'refresh' | 'backfill'

const order: Record<Urgency, number> = { person: 0, refresh: 1, backfill: 2 }
const reserve: Record<Urgency, number> = { person: 0, refresh: 0.1, backfill: 0.34 }

type Waiting = {
  urgency: Urgency
  until: number
  signal: AbortSignal | undefined
  resolve: (entry: SendPermit) => void
}
/**
 * Permission to send one request now (`leave` must be called when it is done), or the earliest
 * moment at which there may be one.
 */
export type SendPermit =
  | { admitted: true; leave: () => void }
  | { admitted: false; retryAt: number }

/**
 * The request queue of one host: at most `parallel` requests at a time, each costing a token of the
 * bucket, the most urgent first. A request that cannot be sent by its own deadline is refused at
 * once instead of waiting for it.
 */
export const createRequestQueue = (bucket: TokenBucket, clock: Clock, parallel = 4) => {
  const waiting: Waiting[] = []
  let inFlight = 0
  let waking: AbortController | undefined

  const refuse = (request: Waiting, retryAt: number) => {
    waiting.splice(waiting.indexOf(request), 1)
    request.resolve({ admitted: false, retryAt })
  }

  const watched = new WeakSet<AbortSignal>()
  const withdraw = (signal: AbortSignal) => {
    for (const request of waiting.filter((each) => each.signal === signal))
      refuse(request, clock.now())
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
      // Every other request waits at least as long as the most urgent one.
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
    /**
     * Waits for permission to send, at most until `until` (milliseconds since 1970), or until it is
     * withdrawn.
     */
    enter(urgency: Urgency, until: number, signal?: AbortSignal): Promise<SendPermit> {
      return new Promise((resolve) => {
        waiting.push({ urgency, until, signal, resolve })
        pump()
        if (signal?.aborted) withdraw(signal)
        else if (signal && !watched.has(signal)) {
          watched.add(signal)
          signal.addEventListener('abort', () => withdraw(signal), { once: true })
        }
      })
    },
    inFlight: () => inFlight,
    waiting: () => waiting.length,
    bucket,
  }
}
export type RequestQueue = ReturnType<typeof createRequestQueue>
