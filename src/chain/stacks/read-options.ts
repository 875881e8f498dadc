import type { HttpOptions } from '../http/client.ts'

/**
 * `validBlocks`: how many Bitcoin blocks an earlier answer may serve (0: never, 1: until the next
 * block); `fresh` asks anew and replaces it.
 */

export type ReadOptions = HttpOptions & { validBlocks?: number; fresh?: boolean }
