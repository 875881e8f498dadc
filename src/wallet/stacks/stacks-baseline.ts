import * as v from 'valibot'

/**
 * Where an account stood when its wallet was first asked: an answer is younger than this. `at`:
 * milliseconds since 1970; the account's next nonce, the Stacks height, and the transactions that
 * waited; `feeBound`: microSTX above which a fee is out of all proportion. Null: not known.
 */
export const stacksBaseline = v.object({
  at: v.number(),
  nonce: v.nullable(v.number()),
  height: v.nullable(v.number()),
  known: v.nullable(v.array(v.string())),
  feeBound: v.string(),
})
export type StacksBaseline = v.InferOutput<typeof stacksBaseline>
