import type { HttpOptions } from '../http/client.ts'

/**
 * `validBlocks`: for how many Bitcoin blocks an earlier answer may be reused (0: never, 1: until
 * the next block); `fresh` asks again and replaces it; `mayAsk` is asked before anything is sent:
 * where it says no, the read fails as `rate-limited`.
 */
export type ReadOptions = HttpOptions & {
  validBlocks?: number
  fresh?: boolean
  mayAsk?: () => boolean
}

/** Part of a list that the API serves newest first. */
export type PageRange = { limit: number; offset: number }
