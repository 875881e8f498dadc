import type { PublicFunction, ReadFunction } from '../../../protocol/dual-stacking/contract/abi.ts'
import { DualStackingContract } from '../../../protocol/dual-stacking/contract/contract.ts'
import { SimulatedChain } from '../../../protocol/dual-stacking/contract/simulated-chain.ts'
import type { ReplayDriver } from './driver.ts'
import type { TraceHeader } from './header.ts'

export interface Model {
  readonly chain: SimulatedChain
  readonly contract: DualStackingContract
}

/** The TypeScript model on a chain at the heights where the trace begins. */
export function createModel(header: TraceHeader): Model {
  const chain = new SimulatedChain({ burn: BigInt(header.burn), stacks: BigInt(header.stacks) })
  const contract = new DualStackingContract(chain, {
    deployer: header.deployer,
    principal: header.contractPrincipal,
    // Deployment ends in the last block of the first tenure.
    height: BigInt(header.stacks - header.burn + 1),
  })
  return { chain, contract }
}

/** Plays steps on a new model. */
export const modelDriver = (header: TraceHeader): ReplayDriver => driveModel(createModel(header))

/** Plays steps on the given model. */
export function driveModel({ chain, contract }: Model): ReplayDriver {
  return {
    heights: () => ({ burn: Number(chain.burnHeight), stacks: Number(chain.stacksHeight) }),
    mineBurnBlocks: (count) => chain.mineBurnBlocks(BigInt(count)),
    mineStacksBlocks: (count) => chain.mineStacksBlocks(BigInt(count)),
    creditSbtc: (to, sats) => {
      chain.mineStacksBlocks(1n)
      chain.creditSbtc(to, sats)
    },
    transferSbtc: (from, to, sats) => {
      chain.mineStacksBlocks(1n)
      const refused = chain.transferSbtc(from, to, sats)
      if (refused !== undefined) throw new Error(`the sBTC transfer fails with error ${refused}`)
    },
    lock: (who, microStx, unlockBurn) => {
      chain.mineStacksBlocks(1n)
      chain.lock(who, microStx, BigInt(unlockBurn))
    },
    setLiquid: (who, microStx) => {
      chain.mineStacksBlocks(1n)
      chain.setLiquid(who, microStx)
    },
    call: (fn, args, caller) => {
      chain.mineStacksBlocks(1n)
      return contract.call<PublicFunction>(fn, args as never, caller)
    },
    read: (fn, args, sender) => contract.read<ReadFunction>(fn, args as never, sender),
    rewardsToDistribute: () => contract.variables.rewardsToDistribute,
  }
}
