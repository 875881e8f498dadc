import type {
  ManagerFamily,
  OperatorState,
} from '../../../../protocol/bitcoin-staking/planner/operator-state.ts'
import { planSteps } from '../../../../protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../../../protocol/bitcoin-staking/planner/planned-step.ts'
import { known, unknown, type Known } from '../../../known.ts'
import type { PoxReader } from '../pox-reader.ts'
import { readHolderClaims } from './read-holder-claims.ts'
import { readOperatorHalf, type OperatorHalf } from './read-operator-half.ts'
import { legsOfCycle, readPlannedManager } from './read-planned-manager.ts'

/** Which step is read: the calculation, a manager's claim, or a holder's. */
export type StepName =
  | { kind: 'calculate' }
  | { kind: 'manager-claim'; manager: string; cycle: bigint }
  | { kind: 'holder-claim'; manager: string; staker: string; cycle: bigint; bond: bigint | null }

/** A step as the chain has it now. */
export interface StepNow {
  step: PlannedStep
  /** The manager's; null for a calculation. */
  family: ManagerFamily | null
  /** What a holder's claim takes of the pool of its manager, and what is banked besides; sats. */
  drawnSats: bigint
  bankedSats: bigint
}

/** What a holder's claim that is on its way takes of its manager; sats. */
export interface DrawnClaim {
  manager: string
  cycle: bigint
  bond: bigint | null
  sats: bigint
}

/** The state of an operator who knows of nothing but the half. */
export const stateOfHalf = (
  pox: string,
  { clock, burnHeight, lastComputeHeight, arrivedSats, isPaused, bonds }: OperatorHalf,
): OperatorState => ({
  clock,
  pox,
  burnHeight,
  lastComputeHeight,
  arrivedSats,
  isPaused,
  bonds,
  managers: [],
  claims: [],
})

/**
 * Reads one step afresh and plans it by the rules that all are planned by; `drawn`: claims that are
 * on their way, whose sats the pool still shows. Unknown `not-offered`: there is no such step.
 */
export async function readPlannedStep(
  reader: PoxReader,
  name: StepName,
  context: { burnHeight: bigint; sender: string; drawn: readonly DrawnClaim[] },
): Promise<Known<StepNow>> {
  const half = await readOperatorHalf(reader, {
    burnHeight: context.burnHeight,
    since: 'cycle' in name ? name.cycle : undefined,
  })
  if (!half.known) return half
  const state = stateOfHalf(reader.deployment.pox, half.value)
  if (name.kind === 'calculate') {
    const [step] = planSteps(state)
    return known({ step: step!, family: null, drawnSats: 0n, bankedSats: 0n })
  }
  const { manager, cycle } = name
  const legs = legsOfCycle(half.value.clock, half.value.bonds, cycle).map((bond) => ({
    cycle,
    bond,
  }))
  const withFunds = name.kind === 'holder-claim'
  const read = await readPlannedManager(reader, manager, { legs, withFunds })
  if (!read.known) return read
  const { family, poolSats } = read.value
  const ofManager = context.drawn.filter((each) => each.manager === manager)
  state.managers = [{ ...read.value, poolSats: less(poolSats, ofManager) }]
  if (name.kind === 'manager-claim') {
    const step = planSteps(state).find(({ kind }) => kind === 'manager-claim')
    return step ? known({ step, family, drawnSats: 0n, bankedSats: 0n }) : unknown('not-offered')
  }
  const { staker, bond } = name
  const claims = await readHolderClaims(reader, half.value, { staker, first: cycle, last: cycle })
  if (!claims.known) return claims
  const claim = claims.value.find((each) => each.manager === manager && each.bond === bond)
  if (claim === undefined) return unknown('not-offered')
  const ofLeg = ofManager.filter((each) => each.cycle === cycle && each.bond === bond)
  state.claims = [{ ...claim, bucketSats: less(claim.bucketSats, ofLeg) }]
  const step = planSteps(state, { sender: context.sender }).find(
    ({ kind }) => kind === 'holder-claim',
  )!
  return known({ step, family, drawnSats: claim.grossSats, bankedSats: claim.bankedSats ?? 0n })
}

const less = (sats: bigint | null, drawn: readonly DrawnClaim[]): bigint | null =>
  sats && drawn.reduce((left, each) => left - each.sats, sats)
