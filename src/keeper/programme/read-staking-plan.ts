import { known, type Known } from '../../chain/known.ts'
import { readOperatorHalf } from '../../chain/stacks/bitcoin-staking/operator/read-operator-half.ts'
import {
  readBookedLegs,
  readPlannedManager,
} from '../../chain/stacks/bitcoin-staking/operator/read-planned-manager.ts'
import { stateOfHalf } from '../../chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import type { PoxReader } from '../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readClock } from '../../chain/stacks/bitcoin-staking/read-clock.ts'
import { readRegisteredManagers } from '../../chain/stacks/bitcoin-staking/read-registered-managers.ts'
import { rewardCycleAt, type CycleClock } from '../../protocol/bitcoin-staking/cycle-clock.ts'
import { planSteps, readySteps } from '../../protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../protocol/bitcoin-staking/planner/planned-step.ts'

/** Cycles before the running one whose claims are looked for: six weeks. */
const CYCLES_BACK = 3n

/** What a keeper does for Bitcoin Staking. */
export interface StakingDuties {
  /** Managers that rewards are claimed for; null: every registered one. */
  managers: readonly string[] | null
  /** A claim of less is left alone; sats. */
  leastClaimSats: bigint
}

/** What a keeper would do for Bitcoin Staking; heights are Bitcoin heights. */
export interface StakingPlan {
  clock: CycleClock
  burnHeight: bigint
  cycle: bigint
  bondCount: number
  managerCount: number
  /** The calculation, also one that is not due, and a claim of a manager; null: none is planned. */
  calculation: PlannedStep
  claim: PlannedStep | null
  /** What can be made now and is worth it, in order. Answers may be some Bitcoin blocks old. */
  ready: PlannedStep[]
}

/**
 * Reads what is due: some forty requests in a Bitcoin block, and one for each manager and leg that
 * something was booked to. A manager that cannot be read is left to the next round.
 */
export async function readStakingPlan(
  reader: PoxReader,
  { burnHeight, managers, leastClaimSats }: StakingDuties & { burnHeight: bigint },
): Promise<Known<StakingPlan>> {
  const read = await readClock(reader)
  if (!read.known) return read
  const clock = read.value
  const oldest = rewardCycleAt(clock, burnHeight) - CYCLES_BACK
  const since = oldest > clock.firstCycle ? oldest : clock.firstCycle
  const half = await readOperatorHalf(reader, { burnHeight, since })
  if (!half.known) return half
  const { cycle } = half.value
  const cycles = Array.from({ length: Number(cycle - since) + 1 }, (_, at) => since + BigInt(at))
  const legs = await readBookedLegs(reader, half.value, cycles)
  if (!legs.known) return legs
  const named = managers === null ? await readRegisteredManagers(reader) : known(managers)
  if (!named.known) return named
  const state = stateOfHalf(reader.deployment.pox, half.value)
  const earned = await Promise.all(
    named.value.map((manager) => readPlannedManager(reader, manager, { legs: legs.value })),
  )
  state.managers = earned.flatMap((each) => (each.known ? [each.value] : []))
  const steps = planSteps(state)
  const isWorthIt = ({ kind, sats }: PlannedStep) =>
    kind === 'calculate' || (sats ?? 0n) >= leastClaimSats
  return known({
    clock,
    burnHeight,
    cycle,
    bondCount: half.value.bonds.length,
    managerCount: named.value.length,
    calculation: steps.find(({ kind }) => kind === 'calculate')!,
    claim: steps.find(({ kind }) => kind === 'manager-claim') ?? null,
    ready: readySteps(steps).filter(isWorthIt),
  })
}
