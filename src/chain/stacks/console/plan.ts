import {
  nextStep,
  type CycleState,
  type PlannerOptions,
  type Step,
} from '../../../protocol/dual-stacking/planner/index.ts'
import type { Reached, StacksClient } from '../client.ts'
import { firstStacksBlock } from '../first-block.ts'

class Wanted extends Error {
  constructor(readonly burnHeight: number) {
    super('a Stacks block is wanted')
  }
}

/** The planner's next step, with the Stacks blocks that it asks for looked up on the network. */
export const planStep = async (
  client: StacksClient,
  state: CycleState,
  options: PlannerOptions = {},
): Promise<Reached<Step>> => {
  const known = new Map<number, number | undefined>()
  for (;;) {
    try {
      const step = nextStep(
        state,
        (burnHeight) => {
          if (!known.has(burnHeight)) throw new Wanted(burnHeight)
          return known.get(burnHeight)
        },
        options,
      )
      return { ok: true, value: step }
    } catch (wanted) {
      if (!(wanted instanceof Wanted)) throw wanted
      const found = await firstStacksBlock(client, wanted.burnHeight)
      if (!found.ok) return found
      known.set(wanted.burnHeight, found.value)
    }
  }
}
