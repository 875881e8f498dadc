import type { EpochString } from '@stacks/clarinet-sdk-wasm'
import type { GuardedSdk } from './guarded-sdk.ts'
import { quietly } from './quietly.ts'

/** The VM's heights and epoch, empty blocks, and STX that no transaction creates. */
export const createVmMining = (guarded: GuardedSdk) => {
  const heights = () => ({
    burn: guarded.sdk.burnBlockHeight,
    stacks: guarded.sdk.stacksBlockHeight,
  })

  /** `count` burn blocks with one empty Stacks block each: `count` new tenures. */
  const mineEmptyBurnBlocks = (count: number): void => {
    if (count > 0) guarded.sdk.mineEmptyBurnBlocks(count)
  }

  /** `count` empty Stacks blocks in the current tenure. */
  const mineEmptyStacksBlocks = (count: number): void => {
    if (count > 0) guarded.sdk.mineEmptyStacksBlocks(count)
  }

  return {
    heights,
    mineEmptyBurnBlocks,
    mineEmptyStacksBlocks,

    /** Sets the epoch: the first time, and whenever it changes, a new burn block begins. */
    setEpoch(next: EpochString): void {
      if (guarded.sdk.currentEpoch !== next) guarded.sdk.setEpoch(next)
    },

    /**
     * Mines up to burn height `burn`, whose first Stacks block becomes `stacks`, padding the first
     * tenure: the history that recorded traces start from. Throws when that is impossible, that is
     * when the chain is already beyond either.
     */
    mineTo({ burn, stacks }: { burn: number; stacks: number }): void {
      const now = heights()
      const padding = stacks - burn - (now.stacks - now.burn)
      if (padding < 0 || burn < now.burn)
        throw new Error(
          `Cannot mine from burn ${now.burn}, stacks ${now.stacks} ` +
            `to burn ${burn}, stacks ${stacks}`,
        )
      mineEmptyStacksBlocks(padding)
      mineEmptyBurnBlocks(burn - now.burn)
    },

    /** Creates STX out of nothing, in no block. */
    mintStx: (recipient: string, microStx: bigint): void =>
      void quietly(() => guarded.sdk.mintSTX(recipient, microStx)),
  }
}
