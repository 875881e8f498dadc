import type { PlannedStep } from '../../protocol/bitcoin-staking/planner/planned-step.ts'
import type { StakingStep } from '../../wallet/stacks/bitcoin-staking/staking-step.ts'

/** A planned step by its name, as the background is asked for it. */
export function stepOfPlan({
  kind,
  contract,
  args,
  sender,
  cycle,
  bond,
}: PlannedStep): StakingStep {
  if (kind === 'calculate') return { kind }
  if (kind === 'manager-claim') return { kind, manager: contract, cycle }
  // Where only the holder may send it, it is not among the arguments.
  const staker = sender ?? (args[0] as string)
  return { kind, manager: contract, staker, cycle, bond }
}
