import * as v from 'valibot'

/** For how long a host's statement that a path is gone is remembered. */
const REMEMBERED_MS = 7 * 24 * 3_600_000
const MAX_ENTRIES = 100

const goneUntil = v.record(v.string(), v.number())
/** Until when (milliseconds since 1970) which path of which host is not asked, as JSON. */
export type GoneSnapshot = v.InferOutput<typeof goneUntil>

const isIdentifier = (part: string): boolean =>
  /^(0x)?[0-9a-f]{16,}$/i.test(part) || /^\d+$/.test(part) || /^S[A-Z0-9]{20,}/.test(part)

/**
 * The kind of a path, whatever it asks for: identifiers, heights and the query are left out.
 *
 * @example
 *   pathFamily('/extended/v1/tx/0x5f92…?event_limit=1') // '/extended/v1/tx/*'
 */
export const pathFamily = (path: string): string =>
  path
    .split('?')[0]!
    .split('/')
    .map((part) => (isIdentifier(part) ? '*' : part))
    .join('/')

/**
 * Which paths hosts have switched off for good (HTTP 410), so that the next source is asked at
 * once. Each is tried again after a week, in case the host restores it. A `stored` value that is
 * not a snapshot starts empty.
 */
export const createGonePaths = (stored?: unknown) => {
  const parsed = v.safeParse(goneUntil, stored)
  const until = new Map(parsed.success ? Object.entries(parsed.output) : [])
  let changed = false
  const keyOf = (base: string, path: string) => `${new URL(base).origin} ${pathFamily(path)}`

  return {
    isGone: (base: string, path: string, now: number): boolean => {
      const end = until.get(keyOf(base, path))
      // A moment further away than possible was recorded while the clock was wrong.
      return end !== undefined && end > now && end <= now + REMEMBERED_MS
    },
    remember: (base: string, path: string, now: number): void => {
      until.set(keyOf(base, path), now + REMEMBERED_MS)
      changed = true
    },
    /** Whether anything was learned since the last snapshot. */
    changed: () => changed,
    snapshot: (): GoneSnapshot => {
      changed = false
      return Object.fromEntries([...until].slice(-MAX_ENTRIES))
    },
  }
}
export type GonePaths = ReturnType<typeof createGonePaths>
