import { cUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import type { StacksRead } from '../stacks-read.ts'
import { presentValues } from './present-values.ts'
import { runReads } from './run-reads.ts'

/**
 * What determines a cycle's payment, from the contract: its sats, the rate of a cycle, M, the sum
 * of weights and the amount fixed for distribution (sats · 10^8); null: not yet.
 */
export interface PayoutState {
  poolSats: bigint
  rate: bigint | null
  multiplier: bigint
  totalWeights: bigint | null
  toDistribute: bigint | null
}

/** Reads the payout state in six requests; `rate` is null where a cycle is longer than a year. */
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
