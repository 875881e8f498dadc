import { isLoopback } from '../../../chain/http/is-loopback.ts'
import { networks, type NetworkName } from '../../../chain/stacks/deployments.ts'

/** The network that was named, or else one guessed from the API; undefined: there is none. */
export function networkOf(api: string, named: string | undefined): NetworkName | undefined {
  if (named !== undefined) return networks.find((network) => network === named)
  if (isLoopback(api)) return 'devnet'
  return /testnet/.test(api) ? 'testnet' : 'mainnet'
}
