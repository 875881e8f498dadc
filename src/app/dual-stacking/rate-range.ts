import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { exampleNetwork } from './example-network.ts'

/**
 * What a year pays without any boost and with the largest, of a full pool, scaled by 10^8. Before
 * anything was read, by the contract's default parameters; null: not known of this network.
 */
export function rateRange(network: NetworkReading | null): { low: bigint; high: bigint } | null {
  const { apr, multiplier } = network ?? exampleNetwork
  if (!apr.known || !multiplier.known) return null
  return { low: apr.value / (multiplier.value + 1n), high: apr.value }
}
