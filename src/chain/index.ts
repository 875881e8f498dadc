// The clients of networks as a library: what a Stacks API and a Dusk node say, parsed and exact.
// Amounts are bigint sats, microSTX and LUX; what could not be read says why.
export type { Known, UnknownReason } from './known.ts'
export type { Failure } from './http/answer.ts'
export type { HttpSetup } from './http/client.ts'
export { createStacksClient, type StacksClient } from './stacks/client.ts'
export type { StacksRead } from './stacks/stacks-read.ts'
export { builtInDeployments, type Deployment, findDeployment } from './stacks/deployments.ts'
export { parseCustomDeployment } from './stacks/custom-deployment.ts'
export { checkAddress } from './stacks/check-address.ts'
export { readNetwork } from './stacks/read-network.ts'
export { readAccount } from './stacks/read-account.ts'
export type { AccountReading, NetworkReading } from './stacks/readings.ts'
export { awaitFinalization, type FinalizedReward } from './stacks/await-finalization.ts'
export { createDuskClient, type DuskClient } from './dusk/client.ts'
export type { DuskRead } from './dusk/failures.ts'
export {
  type DuskDeployment,
  duskDeployments,
  duskDeployment,
  type PoolDeployment,
} from './dusk/deployments.ts'
export { discoverPools } from './dusk/discover-pools.ts'
export { readPool, type PoolReading, type PositionReading } from './dusk/read-pool.ts'
export { preflight, type Preflight } from './dusk/preflight.ts'
export {
  readTransactionStatus,
  type DuskTransactionStatus,
} from './dusk/read-transaction-status.ts'
export * from './stacks/bitcoin-staking/index.ts'
