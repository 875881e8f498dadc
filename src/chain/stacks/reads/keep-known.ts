import type { Known } from '../../known.ts'
import type { RefreshProblem } from '../refresh-problem.ts'

/**
 * The result of a refresh. `reading` is null when there is nothing to show at all; `problem` says
 * what went wrong, also when earlier values replace those that could not be read, in which case
 * `readAt` is theirs.
 */
export type RefreshResult<T> = { reading: T | null; problem: RefreshProblem | null }

const isMissing = (value: unknown): boolean => {
  const { known, reason } = (typeof value === 'object' && value !== null ? value : {}) as {
    known?: boolean
    reason?: string
  }
  return known === false && ['offline', 'rate-limited', 'bad-answer'].includes(reason ?? '')
}

/**
 * Replaces values that the network did not answer with the earlier ones; a value stays unknown when
 * the contract is the reason.
 */
export const keepKnown = <T extends { readAt: number }>(
  next: T,
  previous: T | null | undefined,
): T => {
  if (!previous) return next
  const earlier = previous as unknown as Record<string, Known<unknown> | undefined>
  const retained = Object.keys(next).filter(
    (key) => isMissing(next[key as keyof T]) && earlier[key]?.known === true,
  )
  if (retained.length === 0) return next
  return {
    ...next,
    ...Object.fromEntries(retained.map((key) => [key, earlier[key]])),
    readAt: previous.readAt,
  }
}
