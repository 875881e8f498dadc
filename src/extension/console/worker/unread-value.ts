import type { Known, UnknownReason } from '../../../chain/known.ts'
import { stacksUnknownReason } from '../../../chain/stacks/read-failure.ts'
import type { StacksRead } from '../../../chain/stacks/stacks-read.ts'

/** Ends a question: what it wants could not be read. */
export class UnreadValue extends Error {
  constructor(readonly reason: UnknownReason) {
    super(reason)
  }
}

/** The value of a reading, or the end of the question. */
export function requireReached<T>(reached: StacksRead<T>): T {
  if (!reached.ok) throw new UnreadValue(stacksUnknownReason(reached.failure))
  return reached.value
}

/** A value that is known, or the end of the question. */
export function requireKnown<T>(value: Known<T>): T {
  if (!value.known) throw new UnreadValue(value.reason)
  return value.value
}
