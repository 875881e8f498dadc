import * as v from 'valibot'
import { refreshProblemCodes } from '../refresh-status.ts'

/**
 * An audit under way, which continues unattended; `problem`: what it waits for. `id` distinguishes
 * it from an earlier one of the same cycle.
 */
export const verification = v.object({
  id: v.string(),
  deployment: v.string(),
  address: v.string(),
  cycle: v.number(),
  /** Requests made, and still to make as far as known. */
  done: v.number(),
  requestsLeft: v.nullable(v.number()),
  problem: v.nullable(v.picklist(refreshProblemCodes)),
})

export type Verification = v.InferOutput<typeof verification>
