import * as v from 'valibot'
import type { IndexStore } from '../../chain/stacks/contract-index/index-store.ts'
import {
  participantRecord,
  type ParticipantRecord,
} from '../../chain/stacks/contract-index/participant-record.ts'
import { indexCursor, emptyIndex } from '../../chain/stacks/contract-index/read-index.ts'
import { indexDatabase } from './erase-index.ts'

/*
 * IndexedDB `twinstack-index`, the console's own: what the events of a contract say, by contract.
 *
 *   records   [contract, address] → ParticipantRecord      written first
 *   cursors   contract            → {revision, cursor}     written after the records that it covers
 */

const kept = v.object({ revision: v.string(), cursor: indexCursor })

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'))
  })

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = transaction.onerror = () =>
      reject(transaction.error ?? new Error('IndexedDB refused'))
  })

async function openDatabase(onClosed: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(indexDatabase, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('records')
    request.result.createObjectStore('cursors')
  }
  const database = await done(request)
  // Another tab that erases everything must not wait for this one.
  database.onversionchange = () => {
    database.close()
    onClosed()
  }
  return database
}

/** An index in the browser's database, which other tabs may use or erase. */
export interface ContractIndex extends IndexStore {
  /** The database was erased: another store must be opened. */
  isClosed(): boolean
  /**
   * Runs work that reads and writes the index while no other tab does; what another tab wrote
   * before is loaded first.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>
}

/**
 * The index of a contract: whole in memory, and in IndexedDB so that it is resumed. `contract`
 * identifies it on its network for good.
 */
export async function openIndexStore(contract: string): Promise<ContractIndex> {
  let closed = false
  const database = await openDatabase(() => void (closed = true))
  const records = new Map<string, ParticipantRecord>()
  const range = IDBKeyRange.bound([contract], [contract, []])
  let revision = ''
  let cursor = emptyIndex

  async function load(): Promise<void> {
    const transaction = database.transaction(['records', 'cursors'])
    const [state, all] = await Promise.all([
      done(transaction.objectStore('cursors').get(contract) as IDBRequest<unknown>),
      done(transaction.objectStore('records').getAll(range) as IDBRequest<unknown[]>),
    ])
    records.clear()
    const parsed = v.safeParse(v.object({ state: kept, all: v.array(participantRecord) }), {
      state,
      all,
    })
    revision = parsed.success ? parsed.output.state.revision : ''
    cursor = parsed.success ? parsed.output.state.cursor : emptyIndex
    if (parsed.success) for (const record of parsed.output.all) records.set(record.address, record)
    else if (state !== undefined || all.length > 0) await store.clear()
  }

  const store: ContractIndex = {
    get: async (addresses) => addresses.map((address) => records.get(address)),
    all: async () => [...records.values()],
    async put(changed) {
      if (changed.length === 0) return
      const transaction = database.transaction('records', 'readwrite')
      for (const record of changed)
        transaction.objectStore('records').put(record, [contract, record.address])
      await finished(transaction)
      for (const record of changed) records.set(record.address, record)
    },
    cursor: () => cursor,
    isClosed: () => closed,
    async save(next) {
      const transaction = database.transaction('cursors', 'readwrite')
      const mark = crypto.randomUUID()
      transaction.objectStore('cursors').put({ revision: mark, cursor: next }, contract)
      await finished(transaction)
      revision = mark
      cursor = next
    },
    async clear() {
      const transaction = database.transaction(['records', 'cursors'], 'readwrite')
      transaction.objectStore('records').delete(range)
      transaction.objectStore('cursors').delete(contract)
      await finished(transaction)
      records.clear()
      revision = ''
      cursor = emptyIndex
    },
    exclusively: (work) =>
      navigator.locks.request(`${indexDatabase} ${contract}`, async () => {
        const state = v.safeParse(
          kept,
          await done(
            database
              .transaction('cursors')
              .objectStore('cursors')
              .get(contract) as IDBRequest<unknown>,
          ),
        )
        if ((state.success ? state.output.revision : '') !== revision) await load()
        return work()
      }) as Promise<never>,
  }
  await load()
  return store
}
