import * as v from 'valibot'
import { outcomeEventName, jobOutcome, type JobOutcome } from '../../wallet/bridge/job-outcome.ts'
import { wait } from '../../wallet/wait.ts'
import { browser } from '../browser.ts'
import { relayTask, type RelayNews } from './protocol.ts'

// Injected on demand next to the bridge, in the extension's own world of the page: it hands the
// bridge's outcomes to the background and wakes it for that.

/** A wallet answers once, or once more after its time was up; a page could answer endlessly. */
const MOST_OUTCOMES = 10
const RETRY_MS = [200, 400, 800, 1600, 3200, 6400, 12_800, 25_600]
interface Listening {
  id: string
  answered: boolean
  outcomes: number
  /** News that the background could not store within the retries. */
  untaken: RelayNews[]
}
const jobs = new Map<string, Listening>()

async function deliver(job: Listening, news: RelayNews): Promise<void> {
  for (const delay of [...RETRY_MS, 0]) {
    try {
      const answer: unknown = await browser.runtime.sendMessage(news)
      if ((answer as { taken?: unknown } | null)?.taken === true) return
    } catch {
      // The background was stopped while it took the message, or the extension was updated.
    }
    await wait(delay)
  }
  job.untaken.push(news)
}

function listen(id: string, nonce: string): void {
  if (jobs.has(nonce)) return
  const state: Listening = { id, answered: false, outcomes: 0, untaken: [] }
  jobs.set(nonce, state)
  window.addEventListener(outcomeEventName(nonce), (event) => {
    if (state.outcomes >= MOST_OUTCOMES) return
    const parsed = parse((event as CustomEvent<unknown>).detail)
    if (!parsed) return
    state.answered = true
    state.outcomes++
    void deliver(state, { type: 'relay/outcome', id, nonce, outcome: parsed })
  })
}

function parse(detail: unknown): JobOutcome | null {
  try {
    const parsed = v.safeParse(jobOutcome, JSON.parse(String(detail)))
    return parsed.success ? parsed.output : { result: 'failed', failure: 'result-unreadable' }
  } catch {
    return null
  }
}

const stateOf = ({ answered }: Listening) => (answered ? 'answered' : 'waiting')

function start(): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender, reply) => {
    const task = v.safeParse(relayTask, message)
    if (!task.success) return
    if (task.output.type === 'relay/listen') {
      listen(task.output.id, task.output.nonce)
      reply({ state: 'waiting' })
      return
    }
    const job = jobs.get(task.output.nonce)
    // A background that was restarted asks: storage may have room by now.
    if (job) for (const news of job.untaken.splice(0)) void deliver(job, news)
    reply({ state: job ? stateOf(job) : 'unknown' })
  })
  window.addEventListener('pagehide', () => {
    for (const [nonce, { id, answered }] of jobs)
      if (!answered)
        void browser.runtime.sendMessage({ type: 'relay/gone', id, nonce } satisfies RelayNews)
  })
}

const world = globalThis as { twinstackRelay?: true }
if (!world.twinstackRelay) {
  world.twinstackRelay = true
  start()
}
