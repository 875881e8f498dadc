import * as v from 'valibot'
import type { StacksRead, StacksReadFailure } from '../stacks-read.ts'

/** Ends a sequence of reads at the first failure; `runReads` turns it into a value again. */
class ReadStopped extends Error {
  constructor(readonly failure: StacksReadFailure) {
    super(failure.code)
  }
}

/** The value of a read inside `runReads`, parsed; a failure or another shape ends the sequence. */
export const parseValue = <T>(
  read: StacksRead<unknown>,
  schema: v.GenericSchema<unknown, T>,
): T => {
  if (!read.ok) throw new ReadStopped(read.failure)
  const parsed = v.safeParse(schema, read.value)
  if (!parsed.success) throw new ReadStopped({ code: 'bad-answer' })
  return parsed.output
}

/** The value of a read inside `runReads`; a failure ends the sequence. */
export const requireValue = <T>(read: StacksRead<T>): T => {
  if (!read.ok) throw new ReadStopped(read.failure)
  return read.value
}

/** Runs reads that depend on each other; the first failure is the result. */
export const runReads = async <T>(work: () => Promise<T>): Promise<StacksRead<T>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof ReadStopped) return { ok: false, failure: error.failure }
    throw error
  }
}
