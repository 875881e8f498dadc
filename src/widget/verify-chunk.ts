import type * as Pins from './pins.ts'

/** The hash of `pins.js`, which the build puts in the place of this text. */
const PINS_HASH = 'hash-of-pins'

/** The file's own name, by which its pins are known; none in a partner's bundle. */
const [name] = /\/(boost|pool|yield)\.js\b/.exec(import.meta.url) ?? []

/**
 * The tag that loaded this very file by its hash; none for a file that nobody has pinned. A CDN may
 * have redirected from the tag's address to this one.
 */
const tag =
  typeof document === 'undefined'
    ? undefined
    : [...document.scripts].find(({ src, integrity }) => name && integrity && src.includes(name))

/**
 * Loads a module beside this file, if it has that hash: it can be imported then, and is never
 * fetched again. Rejects when it has another one.
 */
const loadPinned: Pins.LoadPinned = (name, integrity) =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.crossOrigin = 'anonymous'
    link.integrity = integrity
    link.nonce = tag!.nonce
    link.href = new URL(name, import.meta.url).href
    const settle = (done: () => void) => () => {
      link.remove()
      done()
    }
    link.onload = settle(resolve)
    link.onerror = settle(() => reject(new Error(`pinned ${name}`)))
    document.head.append(link)
  })

const loadPins = async (): Promise<typeof Pins | undefined> =>
  tag && loadPinned('pins.js', PINS_HASH).then(() => import('./pins.ts'))

/**
 * Resolves when a file that is imported next is the one that this file was built with, where the
 * page has pinned this file by its hash: what that hash covers includes what is loaded later.
 */
export const verifyChunk = async (name: string): Promise<void> =>
  (await loadPins())?.verify(name, loadPinned)

/**
 * Starts the worker of a file that has been compared, where the page has pinned this file; rejects
 * where it is another one, or the page's rules forbid it. Undefined: nobody has pinned anything.
 */
export const pinnedWorker = async (name: string): Promise<Worker | undefined> =>
  (await loadPins())?.startWorker(name, loadPinned)
