/** The console's database (index-store.ts). */
export const indexDatabase = 'twinstack-index'

/** Deletes what the console has indexed; a console that is open closes it. */
export const eraseIndex = (): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(indexDatabase)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
