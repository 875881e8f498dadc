import * as v from 'valibot'
import { answered, failed, type Answer } from '../../http/answer.ts'
import type { HttpOptions } from '../../http/client.ts'
import { cursorText, eventList, eventsAnswer, height, type EventsPage } from '../answers.ts'
import type { StacksClient } from '../client.ts'
import { askInOrder } from './ask-in-order.ts'

/** `prev_cursor` leads to older events, whatever its name says. */
const logsAnswer = v.object({
  limit: height,
  offset: height,
  total: height,
  prev_cursor: cursorText,
  results: eventList,
})

const LARGEST_OFFSET = 1000
const LARGEST_PAGE = 100
const KEPT_CURSORS = 60
/** Requests of one walk; cursors are remembered, so that the next one goes on from there. */
const MOST_STEPS = 100

/** Cursors by how many events lie from there to the list's end: that stays when the list grows. */
const cursorsByDepth = v.record(v.string(), v.string())

const KEPT_BLOCKS = 4032

/** What reading logs needs of a client: to ask, and to remember by Bitcoin block. */
type LogClient = Pick<StacksClient, 'askCached' | 'note'>

/**
 * Print events of contracts by place in the list, newest first: from the logs of v2, whose offset
 * ends at 1,000 and which are walked by cursors from there on, or from v1 while it lives. Cursors
 * are remembered, so that a list is walked once. Apart from the client, as a widget reads none.
 */
export const createContractLogs = ({ askCached, note: notes }: LogClient) => {
  const path = (contract: string, query: string) =>
    `/extended/v2/smart-contracts/${contract}/logs?${query}`

  const cursorsOf = (contract: string): Map<number, string> => {
    const parsed = v.safeParse(cursorsByDepth, notes.get(`logs ${contract}`, KEPT_BLOCKS))
    const entries = parsed.success ? Object.entries(parsed.output) : []
    return new Map(entries.map(([depth, cursor]) => [Number(depth), cursor]))
  }

  const keepCursor = (contract: string, depth: number, cursor: string | null | undefined) => {
    if (!cursor || depth <= 0) return
    const cursors = cursorsOf(contract).set(depth, cursor)
    notes.set(`logs ${contract}`, Object.fromEntries([...cursors].slice(-KEPT_CURSORS)))
  }

  const page = async (
    contract: string,
    query: string,
    offset: number,
    options?: HttpOptions,
  ): Promise<Answer<v.InferOutput<typeof logsAnswer>>> => {
    const answer = await askCached(logsAnswer, { path: path(contract, query) }, options)
    if (answer.ok) {
      const { total, results, prev_cursor: older } = answer.value
      keepCursor(contract, total - offset - results.length, older)
    }
    return answer
  }

  /** Walks by cursors to a place beyond the largest offset. */
  const walkTo = async (
    contract: string,
    { limit, offset }: { limit: number; offset: number },
    options?: HttpOptions,
  ): Promise<Answer<EventsPage>> => {
    const last = await page(
      contract,
      `limit=${LARGEST_PAGE}&offset=${LARGEST_OFFSET}`,
      LARGEST_OFFSET,
      options,
    )
    if (!last.ok) return last
    const { total } = last.value
    if (offset >= total) return answered({ limit, offset, total, results: [] })
    const wanted = total - offset
    const nearest = () =>
      Math.min(...[...cursorsOf(contract).keys()].filter((known) => known >= wanted))
    if (!Number.isFinite(nearest())) {
      // Hosts give cursors with the first page only, or nothing is remembered any more.
      const front = await page(contract, `limit=${LARGEST_PAGE}&offset=0`, 0, options)
      if (!front.ok) return front
      // The list has grown meanwhile.
      if (front.value.total !== total || !Number.isFinite(nearest())) return failed('slow')
    }
    let depth = nearest()
    const results: EventsPage['results'] = []
    let steps = 0
    while (depth > wanted - limit && depth > 0) {
      if ((steps += 1) > MOST_STEPS) return failed('bad-answer')
      const cursor = cursorsOf(contract).get(depth)
      if (cursor === undefined) return failed('bad-answer')
      const query = `limit=${LARGEST_PAGE}&cursor=${cursor}`
      const next = await page(contract, query, total - depth, options)
      if (!next.ok) return next
      if (next.value.results.length === 0) break
      results.push(...next.value.results.filter((_, index) => depth - index <= wanted))
      depth -= next.value.results.length
    }
    return answered({ limit, offset, total, results: results.slice(0, limit) })
  }

  /** A page of a contract's print events; at most 50 at a time. */
  return (
    contract: string,
    part: { limit: number; offset: number },
    options?: HttpOptions,
  ): Promise<Answer<EventsPage>> => {
    const query = `limit=${part.limit}&offset=${part.offset}`
    const fromLogs = (): Promise<Answer<EventsPage>> =>
      part.offset > LARGEST_OFFSET
        ? walkTo(contract, part, options)
        : page(contract, query, part.offset, options)
    const fromV1 = () =>
      askCached(
        eventsAnswer,
        { path: `/extended/v1/contract/${contract}/events?${query}` },
        options,
      )
    // A host without the logs does not know the path; both know a contract without events.
    const sources = part.offset > LARGEST_OFFSET ? [fromV1, fromLogs] : [fromLogs, fromV1]
    return askInOrder(sources, ({ code }) => code === 'not-found')
  }
}
