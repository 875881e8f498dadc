import {
  nextStep,
  type CycleState,
  type PlannerOptions,
  type PlannedCycleStep,
} from '../../../protocol/dual-stacking/planner/index.ts'
import type { StacksClient } from '../client.ts'
import { firstStacksBlock } from '../first-stacks-block.ts'
import type { StacksRead } from '../stacks-read.ts'

class BlockWanted extends Error {
  constructor(readonly burnHeight: number) {
    super('a Stacks block is needed')
  }
}

/** The planner's next step, with the Stacks blocks that it needs looked up on the network. */
export const planStep = async (
  client: StacksClient,
  state: CycleState,
  options: PlannerOptions = {},
): Promise<StacksRead<PlannedCycleStep>> => {
  const stacksHeights = new Map<number, number | undefined>()
  for (;;) {
    try {
      const step = nextStep(
        state,
        (burnHeight) => {
          if (!stacksHeights.has(burnHeight)) throw new BlockWanted(burnHeight)
          return stacksHeights.get(burnHeight)
        },
        options,
      )
      return { ok: true, value: step }
    } catch (error) {
      if (!(error instanceof BlockWanted)) throw error
      const block = await firstStacksBlock(client, error.burnHeight)
      if (!block.ok) return block
      stacksHeights.set(error.burnHeight, block.value)
    }
  }
}
