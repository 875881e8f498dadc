import type { Node } from '../node/node.ts'
import type { Keeper } from './keeper.ts'

/**
 * Runs the keeper automatically: after every change of the chain it does all that is due. A refused
 * call waits for the next burn block.
 */
export const createAutomaticKeeper = (
  node: Node,
  keeper: Keeper,
  onError: (failure: unknown) => void,
) => {
  const state = { on: false, working: false, again: false, refusedAt: -1 }

  const work = async () => {
    while (state.on && node.ledger.blocks.tip().burn !== state.refusedAt) {
      const { transaction, failure } = await keeper.step()
      if (failure) state.refusedAt = node.ledger.blocks.tip().burn
      else if (!transaction) return
    }
  }

  const wake = async () => {
    state.again = true
    if (state.working || !state.on) return
    state.working = true
    try {
      while (state.again && state.on) {
        state.again = false
        await work()
      }
    } catch (failure) {
      onError(failure)
    } finally {
      state.working = false
    }
  }

  const unsubscribe = node.onChange(() => void wake())
  return {
    isOn: () => state.on,
    set: (next: boolean) => {
      state.on = next
      void wake()
    },
    stop: () => {
      state.on = false
      unsubscribe()
    },
  }
}
export type AutomaticKeeper = ReturnType<typeof createAutomaticKeeper>
