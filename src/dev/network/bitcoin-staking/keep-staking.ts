import type { Node } from '../node/node.ts'
import type { createStakingKeeper } from './staking-keeper.ts'

/** Lets the keeper work after every Bitcoin block; the answer ends that. */
export const keepStaking = (
  node: Node,
  keeper: ReturnType<typeof createStakingKeeper>,
  onError: (failure: unknown) => void,
): (() => void) => {
  let workedAt = -1
  let isWorking = false

  const wake = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    try {
      while (node.ledger.blocks.tip().burn !== workedAt) {
        workedAt = node.ledger.blocks.tip().burn
        await keeper.work()
      }
    } catch (failure) {
      onError(failure)
    } finally {
      isWorking = false
    }
  }

  const stop = node.onChange(() => void wake())
  void wake()
  return stop
}
