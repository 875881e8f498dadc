import { pox5Contract } from '../../network/bitcoin-staking/pox-5-contract.ts'
import type { DuskNetwork } from '../../network/dusk/index.ts'
import type { Network } from '../../network/index.ts'

/** Where Leather looks for its own Devnet, whatever a page asks. */
const LEATHER_PORT = 3999

/** Addresses of everything in the demo. */
export const describeDemo = (
  { url, port, contracts, controlToken }: Network,
  dusk: DuskNetwork,
): string => `
Local demo network ${url}   (contract ${contracts.dualStacking})
${contracts.staking ? `Bitcoin Staking    ${pox5Contract}\n` : ''}Dusk network       ${dusk.url}
                   simulated chains inside this machine: their coins are worth nothing
Control token      ${controlToken}   (for both networks: x-control-token, see docs/network.md)
Partner page       ${url}/demo/
Signing page       ${url}/demo/sign.html
Page of pools      ${url}/demo/pool.html?network=local&node-url=${dusk.url}
Extension          load this folder unpacked; enter ${url} under Settings, API servers, then
                   choose the local demo network's contract there${
                     port === LEATHER_PORT
                       ? ''
                       : `
Leather            signs on port ${LEATHER_PORT} alone (its Devnet), so not on this network`
                   }`
