import * as v from 'valibot'

/**
 * The newest Bitcoin block that the network reported; `tag` differs between two blocks of one
 * height, so that a reading from before a reorganisation is not taken for a current one.
 */
export type BitcoinTip = { height: number; tag: string }

const entry = v.tuple([v.number(), v.string(), v.unknown()])
const snapshotSchema = v.record(v.string(), entry)

/** The cache as JSON: per key the Bitcoin height and tag of the reading, and the answer. */
export type CacheSnapshot = v.InferOutput<typeof snapshotSchema>

const MAX_AGE_BLOCKS = 4032
const MAX_ENTRIES = 600

/**
 * Answers by key, valid by Bitcoin block: `blocks` 1 means "until the next block", n means "for n
 * blocks". It lives in memory; `snapshot` and the `stored` argument carry it over a restart. A
 * `stored` value that is not a snapshot gives an empty cache.
 */
export const createCache = (stored?: unknown) => {
  const parsed = v.safeParse(snapshotSchema, stored)
  const entries = new Map(parsed.success ? Object.entries(parsed.output) : [])
  let changed = false

  return {
    get(key: string, tip: BitcoinTip, blocks: number): unknown {
      const stored = entries.get(key)
      if (!stored) return undefined
      const [height, tag, value] = stored
      const age = tip.height - height
      return tag === tip.tag || (blocks > 1 && age >= 0 && age < blocks) ? value : undefined
    },
    /** A value whatever block it belongs to. */
    peek: (key: string): unknown => entries.get(key)?.[2],
    set(key: string, tip: BitcoinTip, value: unknown): void {
      entries.delete(key)
      entries.set(key, [tip.height, tip.tag, value])
      changed = true
    },
    delete(key: string): void {
      changed = entries.delete(key) || changed
    },
    /** Whether anything was written since the last snapshot. */
    changed: () => changed,
    snapshot(tip: BitcoinTip): CacheSnapshot {
      changed = false
      const young = [...entries].filter(([, [height]]) => tip.height - height < MAX_AGE_BLOCKS)
      return Object.fromEntries(young.slice(-MAX_ENTRIES))
    },
  }
}
export type Cache = ReturnType<typeof createCache>
