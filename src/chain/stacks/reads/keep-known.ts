import type { Known } from '../../known.ts'
import type { RefreshProblem } from '../refresh-problem.ts'

/**
 * What a refresh came to. `reading` is null when there is nothing to show at all; `problem` says
 * what went wrong, also when earlier values stand in for the ones that could not be read: `readAt`
 * is then theirs.
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
 * Replaces what the network did not answer by what was known before; unknown stays unknown when the
 * contract is the reason.
 */
export const keepKnown = <T extends { readAt: number }>(
  next: T,
  previous: T | null | undefined,
): T => {
  if (!previous) return next
  const before = previous as unknown as Record<string, Known<unknown> | undefined>
  const kept = Object.keys(next).filter(
    (key) => isMissing(next[key as keyof T]) && before[key]?.known === true,
  )
  if (kept.length === 0) return next
  return {
    ...next,
    ...Object.fromEntries(kept.map((key) => [key, before[key]])),
    readAt: previous.readAt,
  }
}
