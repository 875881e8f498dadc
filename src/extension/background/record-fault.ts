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

/** Keeps a fault that lasts: it is in the log once, however often it is met. */
export async function recordLastingFault(
  store: ItemStore,
  boundary: string,
  error: unknown,
): Promise<void> {
  const fault = describeFault(boundary, error, Date.now())
  const isKnown = store
    .get(faultLogItem)
    .some(
      (known) =>
        known.boundary === boundary && known.name === fault.name && known.message === fault.message,
    )
  if (!isKnown) await recordFault(store, boundary, error)
}

/** A kind of path in words: the log takes a long one with slashes for a key. */
const spelled = (family: string): string => family.split('/').filter(Boolean).join(' ')

/** What a host announces to switch off. */
export const deprecatedFault = (family: string): Error =>
  new Error(`Deprecated by its host: ${spelled(family)}`)

/** The fault of a host's list with entries that could not be read, with the first one's place. */
export const droppedFault = (family: string, places: readonly string[]): Error => {
  const others = places.length > 1 ? ' and others' : ''
  const error = new Error(`${spelled(family)}: ${places[0]}${others}`)
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
