import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { exampleNetwork } from './example-network.ts'

/**
 * What a year pays without any boost and with the largest, of a full pool, scaled by 10^8; those of
 * the example where the network's are not known.
 */
export function rateRange(network: NetworkReading | null): { low: bigint; high: bigint } {
  const { apr, multiplier } =
    network?.apr.known && network.multiplier.known ? network : exampleNetwork
  const high = apr.known ? apr.value : 0n
  return { low: high / ((multiplier.known ? multiplier.value : 0n) + 1n), high }
}
