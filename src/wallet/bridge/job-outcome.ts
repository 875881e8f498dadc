import * as v from 'valibot'
import { signingFailures } from '../signing-failure.ts'

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))

/**
 * What came of a job. `transaction` is the signed transaction in hex, with or without 0x, where the
 * wallet gives it; `answeredBy`: the account that the wallet has, where another one has to sign;
 * `ledger`: those of the addresses that the wallet says are on a Ledger.
 */
export const jobOutcome = v.variant('result', [
  v.object({
    result: v.literal('failed'),
    failure: v.picklist(signingFailures),
    answeredBy: v.optional(text(200)),
  }),
  v.object({
    result: v.literal('connected'),
    addresses: v.pipe(v.array(text(200)), v.maxLength(100)),
    ledger: v.optional(v.pipe(v.array(text(200)), v.maxLength(100))),
  }),
  v.object({
    result: v.literal('signed'),
    txid: v.nullable(text(80)),
    transaction: v.nullable(text(400_000)),
  }),
])

export type JobOutcome = v.InferOutput<typeof jobOutcome>

/** Name of the window event that carries the outcome of the job with this nonce. */
export const outcomeEventName = (nonce: string): string => `twinstack:${nonce}`
