import type * as More from './more-pins.ts'
import type { PinMap } from './pin-map.ts'

/** Loads a module by its name beside this file if it has this hash, as in an `integrity`. */
export type LoadPinned = (name: string, integrity: string) => Promise<void>

/** The pins of this folder's files, which the build puts in the place of this text. */
const PINS = JSON.parse('{"pins":[]}') as PinMap
/** The file with those of languages, snapshots and rewards: most visitors need none of them. */
const MORE = 'more-pins.js'

let load: LoadPinned | undefined
const verified = new Map<string, Promise<void>>()

const loadMore = async (loadPinned: LoadPinned): Promise<typeof More> => {
  await loadPinned(MORE, PINS[MORE]![0])
  return import('./more-pins.ts')
}

const verifyWith = async (name: string, loadPinned: LoadPinned): Promise<void> => {
  const pin = PINS[name] ?? (await loadMore(loadPinned)).morePins[name]
  if (!pin) throw new Error(`pinned ${name}`)
  const [hash, ...imports] = pin
  // What it imports comes first: a file that was fetched is not compared again.
  for (const each of imports) await verifyOnce(each, loadPinned)
  await loadPinned(name, hash)
}

const verifyOnce = (name: string, loadPinned: LoadPinned): Promise<void> => {
  const known = verified.get(name) ?? verifyWith(name, loadPinned)
  verified.set(name, known)
  return known
}

/** Starts the worker of a file of this folder that has the hash it was built with. */
export const startWorker = async (name: string, loadPinned: LoadPinned): Promise<Worker> =>
  (await loadMore(loadPinned)).startPinned(name)

/**
 * Resolves when a file that is imported next is what it was built as; rejects when it is not. Does
 * nothing where the core was not pinned, which gives `loadPinned` if it was.
 */
export const verify = async (name: string, loadPinned = load): Promise<void> => {
  load = loadPinned
  if (load) await verifyOnce(name, load)
}
