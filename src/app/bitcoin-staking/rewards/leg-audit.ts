import * as v from 'valibot'
import { uint } from '../../../chain/uint.ts'

/**
 * Whether what was paid of a cycle and leg is right; sats before the fee. `unknown`: what it is
 * recomputed from could not be read, with no amounts.
 */
export const legAudit = v.object({
  cycle: uint,
  bond: v.nullable(uint),
  result: v.picklist(['exact', 'differs', 'fee-unknown', 'calculation-differs', 'unknown']),
  earnedSats: v.nullable(uint),
  paidSats: v.nullable(uint),
})
export type LegAudit = v.InferOutput<typeof legAudit>
