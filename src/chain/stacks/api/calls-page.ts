import type { ApiTransaction } from '../answers.ts'
import type { PageRange } from '../read-options.ts'

/**
 * Which calls of a contract: of one function, by place in their list; `since`: the Stacks height
 * that the asker does not look behind; `wanted`: how many successful ones suffice.
 */
export type CallsAsked = PageRange & { name: string; since?: number; wanted?: number }

/** Calls of one function, newest first, without arguments. `isLast`: no older one is needed. */
export interface CallsPage {
  results: ApiTransaction[]
  isLast: boolean
  requests: number
}
