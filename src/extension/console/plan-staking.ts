import { stateOfHalf } from '../../chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import { planSteps } from '../../protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../protocol/bitcoin-staking/planner/planned-step.ts'
import type { HalfAnswer, ManagersAnswer } from './worker/staking/staking-protocol.ts'

/** Every step that anyone may take, from what the worker has read so far. */
export function planStaking(
  { half, pox, feeMicroStx }: HalfAnswer,
  managers: ManagersAnswer | null,
): PlannedStep[] {
  const state = stateOfHalf(pox, half)
  return planSteps(
    { ...state, bonds: managers?.bonds ?? half.bonds, managers: managers?.managers ?? [] },
    {
      costs: {
        ...(feeMicroStx !== null && { calculate: feeMicroStx }),
        ...(managers && managers.feeMicroStx !== null && { 'manager-claim': managers.feeMicroStx }),
      },
    },
  )
}
