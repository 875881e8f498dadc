import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'

/**
 * Where an account stood when its wallet was first asked: an answer is younger than this. `nonce`:
 * the last one that is spent; `known`: hashes of what waited; `holding`: in the pool that the
 * request is about. Null: not known.
 */
export const duskBaseline = v.object({
  nonce: v.nullable(uint),
  height: v.nullable(uint),
  known: v.nullable(v.array(v.string())),
  holding: v.nullable(uint),
})
export type DuskBaseline = v.InferOutput<typeof duskBaseline>
