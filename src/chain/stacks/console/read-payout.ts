import { cUint } from '../clarity.ts'
import type { StacksRead, StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { runReads, presentValues } from './present-values.ts'

/**
 * What decides a cycle's payment, from the contract: sats in it, rate of a cycle, M, the sum of
 * weights and what it fixed to pay (sats · 10^8); null: not yet.
 */
export interface PayoutState {
  poolSats: bigint
  rate: bigint | null
  multiplier: bigint
  totalWeights: bigint | null
  toDistribute: bigint | null
}

/** Reads it in six requests; `rate` is null where a cycle is longer than a year. */
export const readPayout = (
  client: StacksClient,
  { contract }: Deployment,
  {
    weightsFinalized,
    distributionEnabled,
  }: { weightsFinalized: boolean; distributionEnabled: boolean },
): Promise<StacksRead<PayoutState>> =>
  runReads(async () => {
    const values = presentValues(client, contract)
    const [poolSats, multiplier, totalWeights, toDistribute, rate] = await Promise.all([
      values.read('get-contract-sbtc-balance', cUint),
      values.amount('yield-boost-multiplier'),
      weightsFinalized ? values.amount('total-weights-sum') : null,
      distributionEnabled ? values.amount('rewards-to-distribute') : null,
      client.callRead(contract, 'cycle-percentage-rate'),
    ])
    return {
      poolSats,
      multiplier,
      totalWeights,
      toDistribute,
      rate: rate.ok && typeof rate.value === 'bigint' ? rate.value : null,
    }
  })
