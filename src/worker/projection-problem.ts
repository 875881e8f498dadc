import type { workerProblemCodes } from './worker-answer.ts'

/**
 * Why a question has no answer; `aborted`: by its signal; `closed`: the client was closed. A stale
 * question is not an error to show.
 */
export class ProjectionProblem extends Error {
  readonly code: (typeof workerProblemCodes)[number] | 'aborted' | 'closed'

  /** `cause`: what lies under it, for a log. */
  constructor(code: ProjectionProblem['code'], cause?: string) {
    super(cause ?? code)
    this.name = 'ProjectionProblem'
    this.code = code
  }
}
