import * as v from 'valibot'
import { uint } from '../../../chain/uint.ts'
import { managerId as manager } from './manager-id.ts'

/**
 * A step of Bitcoin Staking that anyone may take: the calculation of a half, a manager's claim, a
 * holder's, getting a failed payout on Bitcoin back to its holder, and taking one that was paid off
 * the manager's books [bitcoin-staking 8.5].
 */
export const stakingStep = v.variant('kind', [
  v.object({ kind: v.literal('calculate') }),
  v.object({ kind: v.literal('manager-claim'), manager, cycle: uint }),
  v.object({
    kind: v.literal('holder-claim'),
    manager,
    staker: v.pipe(v.string(), v.maxLength(200)),
    cycle: uint,
    bond: v.nullable(uint),
  }),
  v.object({ kind: v.literal('reclaim'), manager, request: uint }),
  v.object({ kind: v.literal('settle'), manager, request: uint }),
])
export type StakingStep = v.InferOutput<typeof stakingStep>

/** What a request was about, for the operator who made it; sats. */
export const stakingStepPurpose = v.object({
  step: stakingStep,
  /** What it books, pulls, pays or releases, as it was shown. */
  sats: uint,
  /** What a holder's claim takes of its manager's pool, the fee included; 0 for the others. */
  drawnSats: uint,
})
export type StakingStepPurpose = v.InferOutput<typeof stakingStepPurpose>

/** Whether two steps do the same; a second one costs its fee for nothing. */
export function isSameStep(one: StakingStep, other: StakingStep): boolean {
  if (one.kind === 'calculate') return other.kind === 'calculate'
  if (one.kind === 'manager-claim')
    return (
      other.kind === 'manager-claim' && one.manager === other.manager && one.cycle === other.cycle
    )
  if (one.kind === 'reclaim' || one.kind === 'settle')
    return other.kind === one.kind && one.manager === other.manager && one.request === other.request
  return (
    other.kind === 'holder-claim' &&
    one.manager === other.manager &&
    one.staker === other.staker &&
    one.cycle === other.cycle &&
    one.bond === other.bond
  )
}
