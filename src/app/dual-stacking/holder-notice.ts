import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'

/**
 * What a holder may want to be notified of besides rewards. Boosts scaled by 10^8, golden ratios as
 * the contract's; `cycle` of `not-enrolled` is the next one.
 */
export const holderNotice = v.variant('kind', [
  v.object({
    kind: v.literal('not-enrolled'),
    address: v.string(),
    cycle: v.number(),
    blocks: v.number(),
  }),
  v.object({ kind: v.literal('boost-below'), address: v.string(), boost: uint }),
  v.object({ kind: v.literal('golden-ratio'), cycle: v.number(), ratio: uint, before: uint }),
  v.object({
    kind: v.literal('payment-late'),
    address: v.string(),
    cycle: v.number(),
    blocks: v.number(),
  }),
])
export type HolderNotice = v.InferOutput<typeof holderNotice>

/** A notice that was shown; `key` identifies its occasion for good. */
export const shownNotice = v.object({ key: v.string(), notice: holderNotice, at: v.number() })
export type ShownNotice = v.InferOutput<typeof shownNotice>
