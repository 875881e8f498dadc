import * as v from 'valibot'
import type { Answer, Failure } from '../http/answer.ts'
import type { BitcoinTip } from '../http/cache.ts'
import {
  OVERLAP,
  extendBottom,
  joinSegments,
  findOverlap,
  segment,
  segmentOf,
  settledPart,
  type Segment,
} from './feed-segment.ts'

/** One item of a list that grows at its front; `key` identifies it permanently. */
export type FeedItem = { key: string }
export type FeedPage<T extends FeedItem> = {
  items: T[]
  limit: number
  total?: number | null | undefined
}
export type FetchPage<T extends FeedItem> = (
  offset: number,
  limit: number,
) => Promise<Answer<FeedPage<T>>>

/**
 * How far a newest-first list has been read: gapless segments, the newest first, and the Bitcoin
 * block at that time. The list is read through when there is one segment and it has `ended`.
 */
export const feedCursor = v.object({
  segments: v.array(segment),
  total: v.nullable(v.number()),
  tip: v.object({ height: v.number(), tag: v.string() }),
})
export type FeedCursor = v.InferOutput<typeof feedCursor>

export const emptyFeed: FeedCursor = { segments: [], total: null, tip: { height: 0, tag: '' } }

/**
 * The result of one call of `readFeed`; `requestsLeft`: pages still to read, as far as known, null
 * when read through.
 */
export type FeedProgress = {
  cursor: FeedCursor
  requests: number
  requestsLeft: number | null
  failure: Failure | null
}

/** Pages still to read, 1 when the list's length is unknown; null when read through. */
export const pagesLeft = ({ segments, total }: FeedCursor, pageSize: number): number | null => {
  if (segments.length === 1 && segments[0]!.ended) return null
  const seen = segments.reduce((sum, { count }) => sum + count, 0)
  return total === null ? 1 : Math.max(1, Math.ceil((total - seen) / (pageSize - OVERLAP)))
}

/**
 * Continues reading a list: first new items at its front, then older ones at its end, at most
 * `budget` pages (at least 3 guarantee progress). Every item reaches `take` at least once, whatever
 * is added to, lost from or reordered at the front meanwhile: items that were younger than six
 * Bitcoin blocks when read are read again. Of a list without a settled part, the newest
 * `ASSUMED_YOUNG` count as those: had more of them come within six blocks and been reordered after
 * that reading, one could be missed. Some arrive twice, so `take` must deduplicate by key. The
 * cursor can be stored at any time and continued later.
 */
export const readFeed = async <T extends FeedItem>(
  fetchPage: FetchPage<T>,
  from: FeedCursor,
  take: (items: T[]) => void,
  options: { pageSize: number; budget: number; tip: BitcoinTip },
): Promise<FeedProgress> => {
  const { pageSize, budget, tip } = options
  let { total } = from
  const beforeSettling = new Map<Segment, Segment>()
  const settle = (segment: Segment): Segment[] => {
    const part = from.tip.tag === tip.tag ? segment : settledPart(segment, from.tip)
    if (part) beforeSettling.set(part, segment)
    return part ? [part] : []
  }
  const settled = from.segments.flatMap(settle)
  let segments: Segment[] = settled
  let requests = 0
  let failure: Failure | null = null

  const readPage = async (offset: number) => {
    requests += 1
    const answer = await fetchPage(offset, pageSize)
    if (!answer.ok) {
      failure = answer.failure
      return undefined
    }
    const { items, limit } = answer.value
    total = answer.value.total ?? total
    take(items)
    return { keys: items.map(({ key }) => key), isLast: items.length < Math.min(limit, pageSize) }
  }

  /**
   * Puts `upper` above the segments below it, joined with the next one when `keys`, its last keys,
   * overlap it.
   */
  const putOnTop = (upper: Segment, keys: string[], below: Segment[]) => {
    const [next, ...older] = below
    const overlap = next && findOverlap(keys, next)
    const above = overlap && { ...upper, count: upper.count - keys.length + overlap.index }
    segments =
      next && above
        ? [
            joinSegments({
              upper: above,
              lower: next,
              dropped: overlap.position,
              tip,
              before: beforeSettling.get(next),
            }),
            ...older,
          ]
        : [upper, ...below]
  }

  const readFront = async (below: Segment[]) => {
    const front = await readPage(0)
    if (!front) return
    const fresh = segmentOf(front.keys, front.isLast, tip, settled.length === 0)
    if (front.isLast) segments = [fresh]
    else putOnTop(fresh, front.keys, below)
  }

  const readBack = async () => {
    const [newest, ...older] = segments as [Segment, ...Segment[]]
    const back = await readPage(Math.max(0, newest.count - OVERLAP))
    if (!back) return
    const overlap = findOverlap(back.keys, newest)
    const keys = overlap ? back.keys.slice(overlap.index + newest.count - overlap.position) : []
    const grown = extendBottom(newest, keys)
    if (overlap && back.isLast) segments = [{ ...grown, ended: true }]
    else if (keys.length > 0) putOnTop(grown, keys, older)
    // The list grew by more than pages overlap: start again at the front.
    else if (requests < budget) await readFront(older)
  }

  const canContinue = () =>
    failure === null && requests < budget && !(segments.length === 1 && segments[0]!.ended)
  if (budget > 0) await readFront(settled)
  while (canContinue()) await (segments.length > 0 ? readBack() : readFront([]))
  // Nothing was read: the cursor still belongs to the earlier block.
  const isUnread = requests === 0 || (failure !== null && requests === 1)
  const cursor: FeedCursor = isUnread
    ? from
    : { segments, total, tip: { height: tip.height, tag: tip.tag } }
  return { cursor, requests, requestsLeft: pagesLeft(cursor, pageSize), failure }
}
