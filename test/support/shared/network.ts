import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { shareInProcess } from './registry.ts'

const start = () =>
  createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
    pages: { '/demo': 'dist/site' },
  })

const used = new WeakSet<Network>()

/**
 * The demo network at its beginning: cycle 0 runs, only the demo's participants are enrolled, and
 * blocks are mined on demand only.
 */
export async function sharedNetwork(): Promise<Network> {
  const network = await shareInProcess('network', start)
  await network.control.setFault(null)
  await network.control.setRateLimit(null)
  network.control.setDeprecatedPaths(true)
  network.control.setApiLag(0)
  if (used.has(network)) await network.control.reset()
  used.add(network)
  return network
}
