import { createMemoryStore, type RecordStore } from './participant-record.ts'
import { emptyIndex, type IndexCursor } from './read-index.ts'

/** The records of one contract, and how far they reach. */
export interface IndexStore extends RecordStore {
  cursor(): IndexCursor
  /** Notes how far the records reach; they must be stored. */
  save(cursor: IndexCursor): Promise<void>
  /** Forgets what is kept of the contract. */
  clear(): Promise<void>
}

/** An index that ends with the process. */
export const createMemoryIndex = (): IndexStore => {
  let records = createMemoryStore()
  let cursor = emptyIndex
  return {
    get: (addresses) => records.get(addresses),
    put: (changed) => records.put(changed),
    all: () => records.all(),
    cursor: () => cursor,
    save: async (next) => void (cursor = next),
    clear: async () => {
      records = createMemoryStore()
      cursor = emptyIndex
    },
  }
}
