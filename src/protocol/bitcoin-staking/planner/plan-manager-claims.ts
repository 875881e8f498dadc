import { cycleStart, halfStart, halfAt } from '../cycle-clock.ts'
import type { OperatorState, PlannedManager } from './operator-state.ts'
import { bondsOfCycle } from './plan-calculation.ts'
import type { PlannedStep, StepObstacle } from './planned-step.ts'

interface Context {
  calculation: PlannedStep
  wholeCycles: boolean
}

/** The claims of managers, the oldest cycle first [bitcoin-staking 8.5]. */
export const planManagerClaims = (state: OperatorState, context: Context): PlannedStep[] =>
  state.managers.flatMap((manager) =>
    cyclesOf(manager).map((cycle) => planClaim(state, manager, cycle, context)),
  )

function planClaim(
  state: OperatorState,
  { manager, earned }: PlannedManager,
  cycle: bigint,
  context: Context,
): PlannedStep {
  const legs = earned.filter((leg) => leg.cycle === cycle)
  const sats = legs.reduce((total, leg) => total + leg.sats, 0n)
  // All bonds of the cycle are listed, so that the fee of each is fixed as well.
  const bonds = bondsOfCycle(state, cycle).map(({ index }) => index)
  return {
    kind: 'manager-claim',
    contract: manager,
    functionName: 'claim-rewards',
    args: [bonds, cycle],
    sender: null,
    moves: [{ from: state.pox, sats }],
    cycle,
    bond: null,
    sats,
    costMicroStx: null,
    obstacle: obstacleOf(state, { cycle, sats, ...context }),
  }
}

function obstacleOf(
  state: OperatorState,
  { cycle, sats, calculation, wholeCycles }: Context & { cycle: bigint; sats: bigint },
): StepObstacle | undefined {
  if (state.isPaused === true) return { code: 'paused' }
  const isDue = calculation.obstacle === undefined
  if (isDue && calculation.cycle === cycle) return { code: 'calculate-first' }
  if (sats === 0n) return { code: 'nothing-earned' }
  const { clock, lastComputeHeight } = state
  // The second half ends with the cycle; its calculation is possible from the next block on.
  const end = cycleStart(clock, cycle + 1n)
  if (wholeCycles && lastComputeHeight < halfStart(clock, halfAt(clock, end)) - 1n)
    return { code: 'cycle-is-open', untilHeight: end }
  return undefined
}

const cyclesOf = ({ earned }: PlannedManager): bigint[] =>
  [...new Set(earned.map(({ cycle }) => cycle))].sort((left, right) => (left < right ? -1 : 1))
