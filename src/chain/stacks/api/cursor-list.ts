import { failed, type Answer } from '../../http/answer.ts'
import type { PageRange } from '../read-options.ts'

/**
 * A page that a host gives from a cursor on, or from the newest item; `older`: where the next
 * begins.
 */
export interface CursorPart<T> {
  total: number
  items: T[]
  older: string | null
}

/** Remembers where a list can be entered, by how many items lie from there to its end. */
export interface CursorMemory {
  get(): ReadonlyMap<number, string>
  set(cursors: ReadonlyMap<number, string>): void
}

const KEPT_CURSORS = 60
/** Parts that one page may cost: a host that gives them item by item ends there. */
const MOST_PARTS = 20

/**
 * A newest-first list that a host gives by cursors alone, read by place: places count from the
 * newest item at the first call on, whatever is added meanwhile. What was fetched is kept, so that
 * pages may overlap; a remembered cursor saves the walk to an old place.
 */
export const createCursorList = <T>(
  fetchPart: (cursor: string | null) => Promise<Answer<CursorPart<T>>>,
  memory: CursorMemory,
) => {
  const itemAt = new Map<number, T>()
  let total: number | undefined
  let isFailed = false

  /** Takes a page whose first item has `depth` items from itself to the end. */
  const take = (depth: number, { items, older }: CursorPart<T>): void => {
    for (const [index, item] of items.entries()) itemAt.set(depth - index, item)
    const next = depth - items.length
    if (older === null || next <= 0) return
    const cursors = new Map(memory.get()).set(next, older)
    memory.set(new Map([...cursors].slice(-KEPT_CURSORS)))
  }

  return async ({
    limit,
    offset,
  }: PageRange): Promise<Answer<PageRange & { total: number; items: T[] }>> => {
    if (total === undefined || isFailed) {
      const front = await fetchPart(null)
      isFailed = !front.ok
      if (!front.ok) return front
      itemAt.clear()
      total = front.value.total
      take(total, front.value)
    }
    const items: T[] = []
    let depth = total - offset
    let parts = 0
    while (items.length < limit && depth > 0) {
      const item = itemAt.get(depth)
      if (item !== undefined) {
        items.push(item)
        depth -= 1
        continue
      }
      const wanted = depth
      const entries = [...memory.get()].filter(([at]) => at >= wanted)
      const [from, cursor] = entries.toSorted(([a], [b]) => a - b)[0] ?? []
      if (from === undefined || cursor === undefined) break
      if ((parts += 1) > MOST_PARTS) return failed('bad-answer')
      const part = await fetchPart(cursor)
      isFailed = !part.ok
      if (!part.ok) return part
      if (part.value.items.length === 0) break
      take(from, part.value)
    }
    return { ok: true, value: { limit, offset, total, items } }
  }
}
