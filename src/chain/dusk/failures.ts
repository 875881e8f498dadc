import type { Failure } from '../http/answer.ts'

/**
 * Beyond a request's own failures: the contract's own answer was a panic; this node has no data
 * driver for the contract, which may well exist; there is no such contract; it refuses the
 * argument; the node keeps no archive.
 */
export type DuskReadFailure =
  | Failure
  | { code: 'panicked'; text: string }
  | { code: 'no-driver' | 'no-contract' | 'no-archive'; text: string }
/** What a reading of a Dusk node came to: errors are values. */
export type DuskRead<T> = { ok: true; value: T } | { ok: false; failure: DuskReadFailure }

/**
 * Errors with status 500 that are answers in their own right [hyperstaking 4.3]: asking again, or
 * another node, changes nothing.
 */
const FINAL = /^(?:VM error: |Data driver error: |\[\{"|Tx [0-9a-f]{64} not accepted: )/

/** A node's failure, recognised by how its text begins: a final one is refused, not retried. */
export const interpretFailure = (failure: Failure): Failure =>
  failure.code === 'server-error' && (failure.status === 501 || FINAL.test(failure.text ?? ''))
    ? { ...failure, code: 'refused' }
    : failure

const VM = /^VM error: VM Error: (.*)$/s
const NO_CONTRACT = /^Contract does not exist/

/** What a failed read of a contract came to. */
export const readFailureOf = (failure: Failure): DuskReadFailure => {
  const text = failure.text ?? ''
  if (failure.code === 'not-found' && /Unsupported contract|No data driver/.test(text))
    return { code: 'no-driver', text }
  const [, error] = VM.exec(text) ?? []
  if (error !== undefined)
    return { code: NO_CONTRACT.test(error) ? 'no-contract' : 'panicked', text: error }
  if (/Unknown field \\?"(?:finalized|contract)Events/.test(text))
    return { code: 'no-archive', text }
  return failure
}
