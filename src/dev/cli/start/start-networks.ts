import { dusk } from '../../../protocol/hyperstaking/core/units.ts'
import { createDuskNetwork, type DuskNetwork } from '../../network/dusk/index.ts'
import { createNetwork, type Network, type NetworkOptions } from '../../network/index.ts'
import { fail } from '../fail.ts'
import { createContractReader } from './create-contract-reader.ts'

type Options = Pick<NetworkOptions, 'contract' | 'folder'> & { port: number }

const serving: NetworkOptions = {
  pages: { '/demo': 'dist/site', '/widget': 'dist/widget' },
  onError: (failure) =>
    console.error(`Network: ${failure instanceof Error ? failure.message : String(failure)}`),
}

/**
 * The Stacks side of the demo: its second cycle is running, with a Bitcoin block every four
 * seconds.
 */
export async function startStacksDemo({ port, ...options }: Options): Promise<Network> {
  const network = await startOn(port, () =>
    createNetwork({
      ...serving,
      ...options,
      port,
      demo: { snapshots: 5, blocksPerSnapshot: 6 },
      families: true,
      keeper: false,
      burnIntervalMs: 4_000,
    }),
  )
  await endFirstCycle(network)
  network.control.setKeeper(true)
  return network
}

/** Pays the first cycle, unless a kept chain has, so that a golden ratio is known at once. */
async function endFirstCycle({ url, contracts, control }: Network): Promise<void> {
  const read = createContractReader(url, contracts.dualStacking)
  if (Number(await read('get-current-cycle-id', [])) === 0)
    await control.runTo('advance-to-next-cycle')
}

/** A network whose blocks are mined on demand, on a separate port: both may run at once. */
export const startStacksOnDemand = (options: Omit<Options, 'port'>): Promise<Network> =>
  startOn(0, () =>
    createNetwork({ ...serving, ...options, demo: true, keeper: false, blockIntervalMs: 0 }),
  )

/** The Dusk side of the demo: a block every two seconds, epochs and rewards included. */
export const startDuskDemo = (port: number, controlToken: string): Promise<DuskNetwork> =>
  startOn(port, () =>
    createDuskNetwork({
      port,
      controlToken,
      blockIntervalMs: 2_000,
      keeper: true,
      // About as much as on mainnet, so that rates are as there.
      totalStaked: dusk(200_000_000n),
    }),
  )

async function startOn<T>(port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE') return fail(message)
    return fail(
      `Port ${port} is taken, perhaps by another npm start: stop that one, or give another port with --port.`,
    )
  }
}
