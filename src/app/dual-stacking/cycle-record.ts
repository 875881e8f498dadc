import * as v from 'valibot'
import { knownOf } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'

/**
 * What the audit of a cycle says of one address (protocol/dual-stacking/audit): the reward by the
 * contract's rules and the one found, null where unknown.
 */
export const addressAudit = v.object({
  result: v.picklist([
    'verified',
    'consistent',
    'differs',
    'not-transferred',
    'left-out',
    'not-yet',
    'not-captured',
    'unknown',
  ]),
  expectedSats: v.nullable(uint),
  foundSats: v.nullable(uint),
  /** How many were recomputed. */
  participants: v.number(),
  auditedAt: v.number(),
})

export type AddressAudit = v.InferOutput<typeof addressAudit>

/**
 * What the contract has on record of one address in one cycle: the answer to "I did not receive my
 * reward". Sums over the captured snapshots; `captured` of `snapshots`; rewards and weights null:
 * not recorded (yet).
 */
export const cycleRecord = v.object({
  deployment: v.string(),
  address: v.string(),
  cycle: v.number(),
  readAt: v.number(),
  snapshots: v.number(),
  captured: knownOf(v.number()),
  sats: knownOf(uint),
  microStx: knownOf(uint),
  weight: knownOf(v.nullable(uint)),
  rewardSats: knownOf(v.nullable(uint)),
  /** Whether the cycle's distribution was finalized: what is not paid by then never will be. */
  finalized: knownOf(v.boolean()),
  /** The audit of that cycle, as far as it concerns this address; null: not audited. */
  audit: v.nullable(addressAudit),
})

export type CycleRecord = v.InferOutput<typeof cycleRecord>
