import * as v from 'valibot'
import { auditCursor, type AuditCursor } from '../../../../chain/stacks/audit/collect-entries.ts'
import type { AuditEntry } from '../../../../protocol/dual-stacking/audit/index.ts'

/*
 * What an audit has collected, in IndexedDB: a cycle of thousands of participants is more than
 * storage.local takes. One record per step, with the place where the next step continues: a step is
 * there whole or not at all. Where the browser keeps no databases, an audit that was stopped starts
 * over.
 */

const step = v.object({
  id: v.string(),
  cursor: auditCursor,
  entries: v.array(
    v.object({
      key: v.string(),
      txid: v.string(),
      place: v.array(v.number()),
      event: v.looseObject({ kind: v.string() }),
    }),
  ),
})

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'))
  })

async function withSteps<T>(
  mode: IDBTransactionMode,
  work: (steps: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open('verify', 1)
  opening.onupgradeneeded = () =>
    void opening.result.createObjectStore('steps', { autoIncrement: true })
  const database = await done(opening)
  try {
    const transaction = database.transaction('steps', mode, { durability: 'strict' })
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB refused'))
    })
    const [result] = await Promise.all([done(work(transaction.objectStore('steps'))), written])
    return result
  } finally {
    database.close()
  }
}

/** Adds what one step has collected; resolves when it is stored. */
export const addStep = async (
  id: string,
  cursor: AuditCursor,
  entries: readonly AuditEntry[],
): Promise<void> => {
  await withSteps('readwrite', (steps) => steps.add({ id, cursor, entries })).catch(() => undefined)
}

/** All that an audit has collected; the cursor is null when nothing is there. */
export async function readSteps(
  id: string,
): Promise<{ cursor: AuditCursor | null; entries: AuditEntry[] }> {
  const raw: unknown[] = await withSteps<unknown[]>('readonly', (steps) => steps.getAll()).catch(
    () => [],
  )
  const steps = raw.flatMap((each) => {
    const parsed = v.safeParse(step, each)
    return parsed.success && parsed.output.id === id ? [parsed.output] : []
  })
  return { cursor: steps.at(-1)?.cursor ?? null, entries: steps.flatMap(({ entries }) => entries) }
}

export const clearSteps = (): Promise<undefined> =>
  withSteps('readwrite', (steps) => steps.clear()).catch(() => undefined)
