import type { Node } from '../node/node.ts'
import type { Keeper, KeeperMove } from './keeper.ts'

/** How often a refused call is tried again, one burn block later each time, before giving up. */
const patience = 60

/** Runs a cycle on demand: mines what the next step waits for. */
export const createCycleRunner = (node: Node, keeper: Keeper) => {
  /** Mines until the next call is due and makes it. Throws a sentence when nothing helps. */
  const step = async (): Promise<KeeperMove> => {
    for (let refused = 0; refused < patience;) {
      const done = await keeper.step()
      if (done.step.kind === 'stuck')
        throw new Error(`The cycle is stuck: ${JSON.stringify(done.step.reason)}`)
      if (done.transaction && !done.failure) return done
      if (done.step.kind === 'wait-burn')
        await node.perform({
          kind: 'burn',
          count: done.step.height - node.ledger.blocks.tip().burn,
        })
      else if (done.step.kind === 'wait-stacks') await node.perform({ kind: 'stacks', count: 1 })
      else {
        refused += 1
        await node.perform({ kind: 'burn', count: 1 })
      }
    }
    throw new Error('The next step of the cycle is refused again and again')
  }

  /**
   * Steps until the contract's function `functionName` has been called; gives the names of all
   * calls.
   */
  const runTo = async (functionName: string): Promise<string[]> => {
    const called: string[] = []
    while (called.at(-1) !== functionName) {
      const { step: made } = await step()
      if (made.kind === 'call') called.push(made.functionName)
      if (called.length > 10_000) throw new Error(`${functionName} is not a step of the cycle`)
    }
    return called
  }

  return { step, runTo }
}
export type CycleRunner = ReturnType<typeof createCycleRunner>
