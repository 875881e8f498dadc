import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ASSUMED_YOUNG, settledPart } from '../../../../src/chain/stacks/feed-segment.ts'
import {
  emptyFeed,
  feedCursor,
  readFeed,
  type FeedCursor,
  type FetchPage,
  type FeedItem,
} from '../../../../src/chain/stacks/read-feed.ts'

/**
 * A newest-first list as an API serves it, which can change between two pages; only what is younger
 * than six blocks can be reorganised.
 */
const listServer = (withTotal: boolean, serverLimit = 50) => {
  const items: (FeedItem & { height: number })[] = []
  let next = 0
  let height = 100
  const between: (() => void)[] = []
  return {
    mine: (blocks: number) => void (height += blocks),
    tip: () => ({ height, tag: String(height) }),
    add(count: number) {
      for (let i = 0; i < count; i += 1) items.unshift({ key: `k${next++}`, height })
    },
    /**
     * Takes the newest `count` out; those of `back` come again in that order, after `added` new
     * ones.
     */
    reorganise(count: number, back: number[], added: number) {
      height += 1
      const young = items.filter((item) => item.height > height - 6).length
      const gone = items.splice(0, Math.min(count, young))
      this.add(added)
      for (const index of new Set(back)) if (gone[index]) items.unshift({ ...gone[index], height })
    },
    /** Makes all but the newest ones too old for that. */
    ageBelow(newest: number) {
      for (const item of items.slice(newest)) item.height = -Infinity
    },
    betweenPages: between,
    items: () => items,
    fetch: (async (offset, limit) => {
      const size = Math.min(limit, serverLimit)
      const answer = {
        ok: true as const,
        value: {
          items: items.slice(offset, offset + size),
          limit: size,
          ...(withTotal && { total: items.length }),
        },
      }
      between.shift()?.()
      return answer
    }) as FetchPage<FeedItem>,
  }
}
type Server = ReturnType<typeof listServer>

const stored = (cursor: FeedCursor): FeedCursor =>
  v.parse(feedCursor, JSON.parse(JSON.stringify(cursor)))

type Change =
  | { op: 'add'; n: number }
  | { op: 'reorganise'; n: number; add: number; back: number[] }
/** A change before or during a reading, and the blocks mined before it. */
type Step = { change: Change; during: boolean; budget: number; blocks: number }

/** The newest ones, to be put back in the order that they had. */
const sameOrder = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => count - 1 - index)

/** Whether a reading that continues from there knows items that are not young. */
const isAnySettled = ({ segments, tip }: FeedCursor, server: Server): boolean =>
  segments.some((each) => tip.tag === server.tip().tag || settledPart(each, tip))

const readAll = async (
  server: Server,
  from: FeedCursor,
  seen: Set<string>,
  { budget = 600, fetch = server.fetch }: { budget?: number; fetch?: Server['fetch'] } = {},
) =>
  readFeed(fetch, stored(from), (items) => items.forEach(({ key }) => seen.add(key)), {
    pageSize: 20,
    budget,
    tip: server.tip(),
  })

/** Reads on with each step; the cursor of the last reading. */
const readWhile = async (
  server: Server,
  seen: Set<string>,
  steps: readonly Step[],
): Promise<FeedCursor> => {
  let cursor = emptyFeed
  for (const { change, during, budget, blocks } of steps) {
    server.mine(blocks)
    const apply = () => {
      if (change.op === 'add') server.add(change.n)
      else server.reorganise(change.n, change.back, change.add)
    }
    // One at most: a call takes less than two Bitcoin blocks.
    if (during && budget > 0) server.betweenPages.push(apply)
    else apply()
    // Without any settled ones, the reader takes no more than so many to be young.
    const isAssumed = budget > 0 && !isAnySettled(cursor, server)
    if (isAssumed) server.ageBelow(ASSUMED_YOUNG)
    cursor = (await readAll(server, cursor, seen, { budget })).cursor
    if (isAssumed) server.ageBelow(ASSUMED_YOUNG)
  }
  return cursor
}

const step = (change: Change, reading: Partial<Omit<Step, 'change'>> = {}): Step => ({
  change,
  during: false,
  budget: 0,
  blocks: 0,
  ...reading,
})
const add = (n: number): Change => ({ op: 'add', n })
const reorganise = (n: number, added: number, back: number[]): Change => ({
  op: 'reorganise',
  n,
  add: added,
  back,
})

/**
 * One more than the reader takes to be young, all reordered: first read, new, or added during a
 * call, the first one or the second of a block.
 */
const atTheLimit: [withTotal: boolean, limit: number, steps: Step[]][] = [
  [
    false,
    18,
    [
      step(add(61), { budget: 5 }),
      step(reorganise(14, 0, [])),
      step(reorganise(47, 7, sameOrder(47))),
      step(reorganise(1, 1, [0])),
    ],
  ],
  [
    false,
    18,
    [
      step(reorganise(1, 0, []), { budget: 1 }),
      step(add(61), { blocks: 1 }),
      step(reorganise(3, 0, []), { during: true, budget: 4 }),
      step(reorganise(44, 17, [0, 3, 1, 2])),
      step(reorganise(35, 1, [34])),
      step(add(17)),
    ],
  ],
  [
    false,
    20,
    [
      step(add(20)),
      step(add(41), { during: true, budget: 6 }),
      step(reorganise(41, 0, [])),
      step(reorganise(20, 1, sameOrder(20))),
    ],
  ],
  [
    false,
    16,
    [
      step(reorganise(1, 2, [])),
      step(add(37), { budget: 1 }),
      step(add(22), { during: true, budget: 3 }),
      step(add(1), { budget: 6 }),
      step(reorganise(26, 6, [])),
      step(reorganise(42, 10, [0, 3, 4, 41, 1, 2, 5])),
    ],
  ],
]

describe('reading a newest-first list', () => {
  it('reads the whole list once, then only its front', async () => {
    const server = listServer(true)
    server.add(95)
    const seen = new Set<string>()
    let progress = await readAll(server, emptyFeed, seen)
    expect(seen.size).toBe(95)
    expect(progress.requestsLeft).toBeNull()
    const requests: number[] = []
    for (let block = 0; block < 16; block += 1) {
      server.mine(1)
      server.add(1)
      progress = await readAll(server, progress.cursor, seen)
      requests.push(progress.requests)
    }
    expect(seen.size).toBe(111)
    // Until six blocks have passed, and six more to be sure of it, the young part is read again.
    expect(requests.slice(12)).toEqual([1, 1, 1, 1])
  })

  it('says how many requests are left and continues after each', async () => {
    const server = listServer(true)
    server.add(200)
    const seen = new Set<string>()
    let cursor = emptyFeed
    const left: (number | null)[] = []
    for (let i = 0; i < 40; i += 1) {
      const progress = await readAll(server, cursor, seen, { budget: 3 })
      cursor = progress.cursor
      left.push(progress.requestsLeft)
      if (progress.requestsLeft === null) break
    }
    expect(left.at(-1)).toBeNull()
    expect(left.slice(0, -1).every((n, i) => n !== null && (i === 0 || n <= left[i - 1]!))).toBe(
      true,
    )
    expect(seen.size).toBe(200)
  })

  it('reads the gap when more was added than a page holds', async () => {
    const server = listServer(false)
    server.add(70)
    const seen = new Set<string>()
    const first = await readAll(server, emptyFeed, seen)
    server.add(130)
    const second = await readAll(server, first.cursor, seen)
    expect(seen.size).toBe(200)
    expect(second.cursor.segments).toHaveLength(1)
    expect(second.requests).toBeLessThan(16)
  })

  it('keeps what it has when the host fails, and continues from there', async () => {
    const server = listServer(true)
    server.add(100)
    const seen = new Set<string>()
    let calls = 0
    const failing: FetchPage<FeedItem> = (offset, limit) =>
      ++calls === 3
        ? Promise.resolve({ ok: false, failure: { code: 'server-error' } })
        : server.fetch(offset, limit)
    const first = await readAll(server, emptyFeed, seen, { fetch: failing })
    expect(first.failure?.code).toBe('server-error')
    expect(first.requestsLeft).toBeGreaterThan(0)
    const second = await readAll(server, first.cursor, seen)
    expect(second.requestsLeft).toBeNull()
    expect(seen.size).toBe(100)
  })

  it('misses nothing, whatever is added, lost or reordered between and during calls', async () => {
    const anyChange = fc.oneof(
      fc.record({ op: fc.constant('add' as const), n: fc.integer({ min: 1, max: 70 }) }),
      fc.record({
        op: fc.constant('reorganise' as const),
        n: fc.integer({ min: 1, max: 50 }),
        add: fc.integer({ min: 0, max: 30 }),
        // Some of them in any order, or the newest in the same order: then only looking further
        // down shows what came below them.
        back: fc.oneof(
          fc.array(fc.integer({ min: 0, max: 49 }), { maxLength: 40 }),
          fc.integer({ min: 0, max: 50 }).map(sameOrder),
        ),
      }),
    )
    const anyStep: fc.Arbitrary<Step> = fc.record({
      change: anyChange,
      during: fc.boolean(),
      budget: fc.integer({ min: 0, max: 6 }),
      blocks: fc.nat(3),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.integer({ min: 7, max: 50 }),
        fc.array(anyStep, { maxLength: 14 }),
        async (withTotal, limit, steps) => {
          const server = listServer(withTotal, limit)
          const seen = new Set<string>()
          const cursor = await readWhile(server, seen, steps)
          const last = await readAll(server, cursor, seen)
          expect(last.requestsLeft).toBeNull()
          expect(server.items().filter(({ key }) => !seen.has(key))).toEqual([])
        },
      ),
      { numRuns: 400, examples: atTheLimit },
    )
  })
})
