import { createNetwork } from '../../src/dev/network/index.ts'

const network = await createNetwork({ demo: true, blockIntervalMs: 0, keeper: false })
await network.control.runTo('distribute-rewards')
const info = await fetch(`${network.url}/v2/info`)
export const { network_id: chainId } = (await info.json()) as { network_id: number }
await network.close()
