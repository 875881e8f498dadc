import type { StacksReadFailure } from './stacks-read.ts'

/** What went wrong with a whole refresh, in the codes of the message catalogue's `problems`. */
export type RefreshProblem =
  | 'offline'
  | 'slow'
  | 'rate-limited'
  | 'bad-answer'
  | 'server-error'
  | 'wrong-chain'
  | 'contract-missing'

/** The problem to show for a failed request; null for an answer of the contract itself. */
export const refreshProblemOf = ({ code }: StacksReadFailure): RefreshProblem | null => {
  switch (code) {
    case 'offline':
    case 'slow':
    case 'rate-limited':
    case 'bad-answer':
    case 'server-error':
      return code
    case 'refused':
      return 'bad-answer'
    default:
      return null
  }
}

/** The first problem worth showing among what failed. */
export const firstRefreshProblem = (
  failures: readonly StacksReadFailure[],
): RefreshProblem | null =>
  failures.map(refreshProblemOf).find((problem) => problem !== null) ?? null
