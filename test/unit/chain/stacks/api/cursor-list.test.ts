import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCursorList } from '../../../../../src/chain/stacks/api/cursor-list.ts'

const PAGE = 5

/** A list as a host gives it: newest first, each item by a cursor of its own. */
const createHost = (count: number) => {
  const items = Array.from({ length: count }, (_, index) => count - index)
  let requests = 0
  return {
    items,
    requests: () => requests,
    fetchPart: (cursor: string | null) => {
      requests += 1
      const from = cursor === null ? 0 : items.indexOf(Number(cursor))
      const part = items.slice(from, from + PAGE)
      const older = items[from + PAGE]
      return Promise.resolve({
        ok: true as const,
        value: { total: items.length, items: part, older: older === undefined ? null : `${older}` },
      })
    },
    add: () => void items.unshift(items.length + 1),
  }
}

const createMemory = () => {
  let kept: ReadonlyMap<number, string> = new Map()
  return { get: () => kept, set: (next: ReadonlyMap<number, string>) => void (kept = next) }
}

it('a list that is given by cursors has the same items at every place, while it grows', () =>
  fc.assert(
    fc.asyncProperty(
      fc.nat(40),
      fc.array(fc.record({ offset: fc.nat(45), limit: fc.integer({ min: 1, max: 9 }) })),
      async (count, ranges) => {
        const host = createHost(count)
        const before = [...host.items]
        const list = createCursorList(host.fetchPart, createMemory())
        await list({ offset: 0, limit: 1 })
        for (const { offset, limit } of ranges) {
          host.add()
          const page = await list({ offset, limit })
          expect(page.ok && page.value.items).toEqual(before.slice(offset, offset + limit))
        }
      },
    ),
  ))

it('a walk to the end asks for every page once, though pages overlap', async () => {
  const host = createHost(43)
  const list = createCursorList(host.fetchPart, createMemory())
  for (let offset = 0; offset < 43; offset += 3) await list({ offset, limit: PAGE })
  expect(host.requests()).toBe(9)
})

it('a place that was reached before is entered at once', async () => {
  const host = createHost(43)
  const memory = createMemory()
  await createCursorList(host.fetchPart, memory)({ offset: 40, limit: 3 })
  host.add()
  const before = host.requests()
  const page = await createCursorList(host.fetchPart, memory)({ offset: 41, limit: 3 })
  expect(page.ok && page.value.items).toEqual([3, 2, 1])
  expect(host.requests() - before).toBe(2)
})

it('a failure is the answer, and the next call starts again', async () => {
  const host = createHost(12)
  let isBroken = true
  const list = createCursorList(
    (cursor) =>
      isBroken && cursor !== null
        ? Promise.resolve({ ok: false as const, failure: { code: 'offline' as const } })
        : host.fetchPart(cursor),
    createMemory(),
  )
  expect(await list({ offset: 8, limit: 2 })).toMatchObject({ ok: false })
  isBroken = false
  expect(await list({ offset: 8, limit: 2 })).toMatchObject({ value: { items: [4, 3] } })
})
