import { contractTarget } from '../../../src/dev/cli/replay/contract-target.ts'
import { drivePoxChain, poxGenesis } from '../../../src/dev/cli/replay/pox/vm-driver.ts'
import type { Target } from '../../../src/dev/cli/replay/replay.ts'
import { PoxChain } from '../../../src/dev/network/bitcoin-staking/pox-chain.ts'
import type { Vm } from '../../../src/dev/network/vm/vm.ts'

/** Replays traces of pox-5 one after the other on one VM, which has our contract. */
export const poxTargetOn = (vm: Vm): Target => ({
  ...contractTarget,
  pox: async (header) => {
    await vm.reset()
    return drivePoxChain(new PoxChain(vm, poxGenesis(header)))
  },
})
