import { executeVectors, runHeader } from '../../../src/dev/cli/replay/executed-vectors.ts'
import type { Target } from '../../../src/dev/cli/replay/replay.ts'
import { actingContracts, driveVm } from '../../../src/dev/cli/replay/vm-driver.ts'
import type { Vm } from '../../../src/dev/network/vm/vm.ts'

/** The contract of Dual Stacking in a VM, as traces and vectors are replayed on it. */
export const replayTargetOn = (vm: Vm): Target => ({
  driver: async (header, steps) => {
    await vm.reset()
    return driveVm(vm, header, actingContracts(steps))
  },
  vectors: (lines) =>
    executeVectors(lines, async () => {
      await vm.reset()
      return driveVm(vm, runHeader, new Set())
    }),
})
