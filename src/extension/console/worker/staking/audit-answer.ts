import * as v from 'valibot'
import type {
  HalfVerdict,
  LegVerdict,
} from '../../../../protocol/bitcoin-staking/audit/leg-verdicts.ts'
import type { StakingDifference } from '../../../../protocol/bitcoin-staking/audit/staking-audit.ts'

const amount = v.bigint()
const verdict = v.picklist(['exact', 'differs', 'unknown'])

const half = v.object({
  height: v.bigint(),
  incomeSats: v.nullable(amount),
  verdict,
}) satisfies v.GenericSchema<unknown, HalfVerdict>

const leg = v.object({
  bond: v.nullable(v.bigint()),
  bookedSats: amount,
  pulledSats: amount,
  claimedSats: amount,
  claims: v.number(),
  feesUnknown: v.number(),
  verdict,
}) satisfies v.GenericSchema<unknown, LegVerdict>

const difference = v.object({
  figure: v.string(),
  who: v.nullable(v.string()),
  cycle: v.bigint(),
  bond: v.nullable(v.bigint()),
  txid: v.string(),
  expected: v.bigint(),
  found: v.bigint(),
}) satisfies v.GenericSchema<unknown, StakingDifference>

/** A cycle recomputed: half by half, leg by leg, and every figure that differs. */
export const stakingAuditAnswer = v.object({
  cycle: v.bigint(),
  verdict: v.picklist(['exact', 'differs', 'incomplete']),
  halves: v.array(half),
  legs: v.array(leg),
  differing: v.array(difference),
  /** Prints that could not be applied. */
  unread: v.number(),
})
export type StakingAuditAnswer = v.InferOutput<typeof stakingAuditAnswer>
