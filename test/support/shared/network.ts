import type { ContractKind } from '../../../src/dev/network/contracts.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { shareInProcess } from './registry.ts'

const start = (contract: ContractKind) => () =>
  createNetwork({
    contract,
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
    pages: { '/demo': 'dist/site' },
  })

const used = new WeakSet<Network>()

/**
 * The demo network at its beginning: cycle 0 of Dual Stacking runs, only the demo's participants
 * are enrolled, and blocks are mined on demand only. Where a test is about the first build or its
 * successors on mainnet, it says `v1`.
 */
export async function sharedNetwork(contract: ContractKind = 'live'): Promise<Network> {
  const network = await shareInProcess(`network ${contract}`, start(contract))
  await network.control.setFault(null)
  await network.control.setRateLimit(null)
  network.control.setDeprecatedPaths(true)
  network.control.setApiLag(0)
  if (used.has(network)) await network.control.reset()
  used.add(network)
  return network
}
