import { createVm } from '../../network/vm/vm.ts'
import { executeVectors, runHeader } from './executed-vectors.ts'
import { poxVmDriver } from './pox/vm-driver.ts'
import type { Target } from './replay.ts'
import { driveVm, vmDriver } from './vm-driver.ts'

/** Replays on our Clarity contracts in the VM; vectors become whole cycles of Dual Stacking. */
export const contractTarget: Target = {
  driver: vmDriver,
  vectors: async (lines) => {
    const vm = await createVm()
    return executeVectors(lines, async () => {
      await vm.reset()
      return driveVm(vm, runHeader, new Set())
    })
  },
  pox: poxVmDriver,
}
