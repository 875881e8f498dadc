import { appendFault, describeFault } from '../../app/logged-fault.ts'
import { faultLogItem } from '../../app/stored/shared-items.ts'
import type { ItemStore } from '../storage/item-store.ts'

/**
 * Keeps what was caught at a boundary in the local log. Never throws: where there is no room for
 * it, later faults are still recorded.
 */
export async function recordFault(
  store: ItemStore,
  boundary: string,
  error: unknown,
): Promise<void> {
  const fault = describeFault(boundary, error, Date.now())
  await store.update(faultLogItem, (log) => appendFault(log, fault)).catch(() => undefined)
}

/** The fault of a host's list with entries that could not be read, with the first one's place. */
export const droppedFault = (family: string, places: readonly string[]): Error => {
  const error = new Error(`${family}: ${places[0]}${places.length > 1 ? ' and others' : ''}`)
  error.name = 'EntryDropped'
  return error
}

/** Runs work in the background; its errors are logged. */
export async function runLogged(
  store: ItemStore,
  boundary: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    await recordFault(store, boundary, error)
  }
}
