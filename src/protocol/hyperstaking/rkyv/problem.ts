/**
 * Why bytes are not a value of a type, or a value has no bytes.
 *
 * - `bad-length`: too few bytes, or not the number that the type has.
 * - `bad-pointer`: a string or vector points outside the buffer.
 * - `bad-tag`: no variant has this tag.
 * - `bad-text`: a string is not UTF-8.
 * - `bad-point`: a key or signature is not a point of its group.
 * - `bad-value`: a number out of range, or JSON of another form.
 * - `unsupported`: a form whose layout is not known.
 */
export type RkyvProblem =
  | 'bad-length'
  | 'bad-pointer'
  | 'bad-tag'
  | 'bad-text'
  | 'bad-point'
  | 'bad-value'
  | 'unsupported'

/** What reading or writing gives: the value, or why there is none. */
export type RkyvResult<T> = { ok: true; value: T } | { ok: false; code: RkyvProblem }

/** Ends one `encode` or `decode` from any depth; never leaves them. */
export class RkyvError extends Error {
  readonly code: RkyvProblem
  constructor(code: RkyvProblem) {
    super(code)
    this.name = 'RkyvError'
    this.code = code
  }
}

export const failWith = (code: RkyvProblem): never => {
  throw new RkyvError(code)
}

/** Runs the work and turns an `RkyvError` into a result. */
export const settle = <T>(work: () => T): RkyvResult<T> => {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof RkyvError) return { ok: false, code: error.code }
    throw error
  }
}
