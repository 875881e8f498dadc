import { type Known, known, unknown } from '../known.ts'
import type { DuskClient, EventPage } from './client.ts'
import {
  decodeOwnPoolEvent,
  decodeSozuEvent,
  type OwnPoolEvent,
  type SozuEvent,
} from './contract-events.ts'
import type { PoolDeployment } from './deployments.ts'
import { duskUnknownReason } from './known-from.ts'

/**
 * A pool's event in a final block; `key` is unique and stays the same, however often it is read and
 * from whichever node.
 */
export type PoolEvent = (SozuEvent | OwnPoolEvent) & { key: string; height: bigint }

/**
 * Where reading has come to: what the node calls the place, null where reading starts from the
 * first block on, and the height of the last event.
 */
export type EventPlace = { cursor: string | null; height: bigint }

/**
 * Events since a place, oldest first; `complete`: there are no further ones yet; `restarted`: the
 * cursor was none of this node's, so they begin with the first one ever.
 */
export type EventsRead = {
  events: PoolEvent[]
  place: EventPlace
  complete: boolean
  restarted: boolean
}

/** Pages that are read at once: beyond them the next reading goes on. */
const MOST_PAGES = 4
/** For how long one reading goes on, milliseconds: the next one begins where it ended. */
const LONGEST_MS = 10_000

const fingerprint = (data: string): string => {
  let state = 0x811c9dc5
  for (let index = 0; index < data.length; index++)
    state = Math.imul(state ^ data.charCodeAt(index), 0x01000193)
  return (state >>> 0).toString(16)
}

type Told = EventPage['events'][number]

const poolEventOf = (
  { id, kind }: Pick<PoolDeployment, 'id' | 'kind'>,
  told: Told,
): PoolEvent | null => {
  const read = (kind === 'sozu' ? decodeSozuEvent : decodeOwnPoolEvent)(id, told)
  if (!read.ok) return null
  const key = `${told.origin}:${told.topic}:${fingerprint(told.data)}`
  return { ...read.event, key, height: told.block_height } as PoolEvent
}

/**
 * A pool's events in final blocks after a place, decoded here. Needs a node with an archive; topics
 * and forms that are not known, and what was reverted, are left out. A cursor is of one node only:
 * another one is read from the first block on, and what came before the place's height is left
 * out.
 */
export const readPoolEvents = async (
  client: DuskClient,
  pool: Pick<PoolDeployment, 'id' | 'kind'>,
  from: EventPlace,
  pages = MOST_PAGES,
): Promise<Known<EventsRead>> => {
  let { cursor } = from
  let { height } = from
  let restarted = false
  const events: PoolEvent[] = []
  const until = client.clock.now() + LONGEST_MS
  for (let page = 0; page < pages && client.clock.now() < until; page++) {
    const answer = await client.finalizedEvents(pool.id, cursor, { deadlineMs: LONGEST_MS })
    if (!answer.ok) {
      // What was read before it counts.
      if (events.length > 0 && page > 0) break
      const foreign = cursor !== null && /Invalid cursor/.test(answer.failure.text ?? '')
      if (!foreign) return unknown(duskUnknownReason(answer.failure))
      cursor = null
      restarted = true
      continue
    }
    for (const told of answer.value.events) {
      if (told.reverted || told.block_height < from.height) continue
      const event = poolEventOf(pool, told)
      if (event) events.push(event)
      height = told.block_height
    }
    // An empty page has no cursor: the old one stays good.
    cursor = answer.value.endCursor ?? cursor
    if (!answer.value.hasNextPage)
      return known({ events, place: { cursor, height }, complete: true, restarted })
  }
  return known({ events, place: { cursor, height }, complete: false, restarted })
}
