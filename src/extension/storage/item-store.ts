import { allItems } from '../../app/stored/all-items.ts'
import { problemsItem } from '../../app/stored/shared-items.ts'
import { type StoredItem, parseItem, storedForm } from '../../app/stored/stored-item.ts'

/** The part of storage.local that the store needs. */
export interface Area {
  get(keys: null): Promise<Record<string, unknown>>
  set(values: Record<string, unknown>): Promise<void>
  clear(): Promise<void>
}

export const quarantineKey = (key: string, at: number): string => `quarantine:${key}:${at}`

/**
 * Thrown by an update of an item that a later version wrote; the command that wanted it answers
 * `newer-data`.
 */
export class NewerData extends Error {}

/**
 * The single writer of storage.local. Loads every item once, sets aside what does not parse, and
 * then keeps memory and storage equal: an update resolves when it is stored. Items that a later
 * version of the extension wrote read as their initial value and refuse to be written.
 */
export async function openItemStore(area: Area, now: () => number = Date.now) {
  const values = new Map<string, unknown>()
  const frozen = new Set<string>()
  const unwritten = new Set<StoredItem<unknown>>()
  /** What did not parse, by the key under which it is set aside, until it is stored there. */
  const aside = new Map<string, unknown>()
  let writes: Promise<unknown> = Promise.resolve()

  /**
   * Writes every changed item at once, so that changes made together are stored together or not at
   * all.
   */
  const write = async (): Promise<void> => {
    const items = [...unwritten]
    if (items.length === 0) return
    unwritten.clear()
    try {
      await area.set(
        Object.fromEntries([
          ...aside,
          ...items.map((item) => [item.key, storedForm(item, values.get(item.key))] as const),
        ]),
      )
      aside.clear()
    } catch (error) {
      for (const item of items) unwritten.add(item)
      throw error
    }
  }

  const raw = await area.get(null)
  const found: { item: string; code: 'corrupt' | 'newer'; at: number }[] = []
  for (const item of allItems as readonly StoredItem<unknown>[]) {
    const parsed = parseItem(item, raw[item.key])
    values.set(item.key, parsed.ok ? parsed.value : item.initial())
    if (parsed.ok) continue
    const at = now()
    found.push({ item: item.key, code: parsed.code, at })
    if (parsed.code === 'newer') frozen.add(item.key)
    else {
      aside.set(quarantineKey(item.key, at), raw[item.key])
      unwritten.add(item)
    }
  }

  const store = {
    get: <T>(item: StoredItem<T>): T => values.get(item.key) as T,

    /**
     * Replaces the item's value; the same object back means no change, and no write unless an
     * earlier one failed. Updates with no `await` between them are one write: a worker that is
     * killed leaves both or neither.
     */
    update<T>(item: StoredItem<T>, change: (current: T) => T): Promise<T> {
      if (frozen.has(item.key)) return Promise.reject(new NewerData(item.key))
      const current = values.get(item.key) as T
      const next = change(current)
      if (next !== current) {
        values.set(item.key, next)
        unwritten.add(item as StoredItem<unknown>)
      }
      const written = writes.then(() =>
        unwritten.has(item as StoredItem<unknown>) ? write() : undefined,
      )
      writes = written.catch(() => undefined)
      return written.then(() => next)
    },

    /** Forgets everything that is kept, what was set aside included. */
    erase(): Promise<void> {
      for (const item of allItems as readonly StoredItem<unknown>[])
        values.set(item.key, item.initial())
      frozen.clear()
      unwritten.clear()
      aside.clear()
      const cleared = writes.then(() => area.clear())
      writes = cleared.catch(() => undefined)
      return cleared
    },
  }

  const known = store.get(problemsItem)
  const fresh = found.filter(
    ({ item, code }) =>
      code === 'corrupt' || !known.some((each) => each.item === item && each.code === code),
  )
  const still = known.filter(({ item, code }) => code !== 'newer' || frozen.has(item))
  if ((fresh.length > 0 || still.length < known.length) && !frozen.has(problemsItem.key)) {
    values.set(problemsItem.key, [...still, ...fresh].slice(-20))
    unwritten.add(problemsItem as StoredItem<unknown>)
  }
  // Set aside and said in one write. Where there is no room for it now, it comes with the next
  // write that there is room for, and until then nothing is overwritten.
  await write().catch(() => undefined)
  return store
}
export type ItemStore = Awaited<ReturnType<typeof openItemStore>>
