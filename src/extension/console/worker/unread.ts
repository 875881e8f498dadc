import type { UnknownReason } from '../../../chain/schema.ts'
import type { Reached } from '../../../chain/stacks/client.ts'
import { reasonOf } from '../../../chain/stacks/ways.ts'

/** Ends a question: what it wants could not be read. */
export class Unread extends Error {
  constructor(readonly reason: UnknownReason) {
    super(reason)
  }
}

/** The value of a reading, or the end of the question. */
export function need<T>(reached: Reached<T>): T {
  if (!reached.ok) throw new Unread(reasonOf(reached.failure))
  return reached.value
}
