import {
  nextStep,
  type CycleState,
  type PlannerOptions,
  type PlannedStep,
} from '../../../protocol/dual-stacking/planner/index.ts'
import type { StacksRead, StacksClient } from '../client.ts'
import { firstStacksBlock } from '../first-stacks-block.ts'

class BlockWanted extends Error {
  constructor(readonly burnHeight: number) {
    super('a Stacks block is wanted')
  }
}

/** The planner's next step, with the Stacks blocks that it asks for looked up on the network. */
export const planStep = async (
  client: StacksClient,
  state: CycleState,
  options: PlannerOptions = {},
): Promise<StacksRead<PlannedStep>> => {
  const known = new Map<number, number | undefined>()
  for (;;) {
    try {
      const step = nextStep(
        state,
        (burnHeight) => {
          if (!known.has(burnHeight)) throw new BlockWanted(burnHeight)
          return known.get(burnHeight)
        },
        options,
      )
      return { ok: true, value: step }
    } catch (wanted) {
      if (!(wanted instanceof BlockWanted)) throw wanted
      const found = await firstStacksBlock(client, wanted.burnHeight)
      if (!found.ok) return found
      known.set(wanted.burnHeight, found.value)
    }
  }
}
