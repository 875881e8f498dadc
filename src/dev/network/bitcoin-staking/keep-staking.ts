import type { Node } from '../node/node.ts'
import type { createStakingKeeper } from './staking-keeper.ts'

/** Lets the keeper work after every Bitcoin block, once it is switched on. */
export const keepStaking = (
  node: Node,
  keeper: ReturnType<typeof createStakingKeeper>,
  onError: (failure: unknown) => void,
) => {
  let isOn = false
  let workedAt = -1
  let isWorking = false

  const wake = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    try {
      while (isOn && node.ledger.blocks.tip().burn !== workedAt) {
        workedAt = node.ledger.blocks.tip().burn
        await keeper.work()
      }
    } catch (failure) {
      onError(failure)
    } finally {
      isWorking = false
    }
  }

  const unsubscribe = node.onChange(() => void wake())
  return {
    set: (next: boolean): void => {
      isOn = next
      void wake()
    },
    stop: (): void => {
      isOn = false
      unsubscribe()
    },
  }
}
