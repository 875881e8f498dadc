import * as v from 'valibot'
import {
  paidClaim,
  type PaidClaim,
} from '../../../chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import { legAudit, type LegAudit } from './leg-audit.ts'

/**
 * What an address was paid by managers. `requestsLeft`: how many requests the search still has to
 * make; null: all is known.
 */
export const stakingRewards = v.object({
  claims: v.array(paidClaim),
  requestsLeft: v.nullable(v.number()),
  audits: v.array(legAudit),
})
export type StakingRewards = v.InferOutput<typeof stakingRewards>

export const noStakingRewards: StakingRewards = { claims: [], requestsLeft: 1, audits: [] }

/** What was paid of one cycle and leg: all its claims, newest first. */
export interface PaidCycle {
  cycle: bigint
  bond: bigint | null
  /** After the manager's fee. */
  netSats: bigint
  claims: PaidClaim[]
  /** Null: not verified, or not since the last claim. */
  audit: LegAudit | null
}

/** Claims by cycle and leg, newest cycle first. */
export function paidCyclesOf({ claims, audits }: StakingRewards): PaidCycle[] {
  const cycles = new Map<string, PaidCycle>()
  for (const claim of claims) {
    const { cycle, bond } = claim
    const key = `${cycle} ${bond}`
    const audit = audits.find((each) => each.cycle === cycle && each.bond === bond) ?? null
    const paid = cycles.get(key) ?? { cycle, bond, netSats: 0n, claims: [], audit }
    paid.claims.push(claim)
    paid.netSats += claim.netSats
    cycles.set(key, paid)
  }
  for (const paid of cycles.values()) paid.claims.sort(newestFirst)
  return [...cycles.values()].toSorted((one, other) => Number(other.cycle - one.cycle))
}

/** Sats after fees that have arrived, or whose payout on Bitcoin was not rejected. */
export const paidSats = ({ claims }: StakingRewards): bigint =>
  claims.reduce((sum, claim) => (isAtManager(claim) ? sum : sum + claim.netSats), 0n)

/** What is kept, and a rejected payout, waits at the manager. */
const isAtManager = ({ payout }: PaidClaim): boolean =>
  payout.kind === 'banked' || (payout.kind === 'bitcoin' && payout.state === 'rejected')

const newestFirst = (one: PaidClaim, other: PaidClaim): number =>
  heightOf(other) - heightOf(one) || other.eventIndex - one.eventIndex

const heightOf = ({ burnHeight }: PaidClaim): number =>
  burnHeight.known ? burnHeight.value : Number.MAX_SAFE_INTEGER
