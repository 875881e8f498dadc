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
export { decodePoxEvent, type PoxEvent } from './stacks/bitcoin-staking/events/pox-events.ts'
export {
  decodeManagerEvent,
  type ManagerEvent,
} from './stacks/bitcoin-staking/events/manager-events.ts'
export type { UnknownEvent } from './stacks/bitcoin-staking/events/printed-event.ts'
export { managerShapeOf, type ManagerShape } from './stacks/bitcoin-staking/manager-shape.ts'
export { hashSource, type SourceHashes } from './stacks/bitcoin-staking/manager-source.ts'
export {
  stakingDeployment,
  type StakingDeployment,
} from './stacks/bitcoin-staking/staking-deployments.ts'
export { PoxReader } from './stacks/bitcoin-staking/pox-reader.ts'
export { readProgramme, type ProgrammeReading } from './stacks/bitcoin-staking/read-programme.ts'
export type { BondReading } from './stacks/bitcoin-staking/read-bonds.ts'
export {
  readManager,
  UNUSUAL_FEE_BIPS,
  type ManagerReading,
} from './stacks/bitcoin-staking/read-manager.ts'
export { managerWarnings, type ManagerWarning } from './stacks/bitcoin-staking/manager-warnings.ts'
export { readBondOffer, type BondOffer } from './stacks/bitcoin-staking/read-bond-offer.ts'
export {
  readBondLockup,
  type BondLockup,
  type LockedOutput,
} from './stacks/bitcoin-staking/read-bond-lockup.ts'
export {
  readIncomeHistory,
  type CalculationRecord,
  type IncomeHistory,
} from './stacks/bitcoin-staking/read-income-history.ts'
export { holderFactsOf, managerFactsOf } from './stacks/bitcoin-staking/holder-facts-of.ts'
export {
  readPosition,
  type BondPartReading,
  type StakeReading,
  type StakingPosition,
} from './stacks/bitcoin-staking/read-position.ts'
export {
  listClaimables,
  type ClaimList,
  type ClaimQuestion,
  type CycleClaims,
} from './stacks/bitcoin-staking/list-claimables.ts'
export {
  readPayoutSetting,
  type PayoutSetting,
} from './stacks/bitcoin-staking/read-payout-setting.ts'
export {
  HOLDER_BUDGET,
  refreshHolder,
  type HolderReading,
} from './stacks/bitcoin-staking/refresh-holder.ts'
export {
  collectAudit as collectStakingAudit,
  type AuditMaterial,
  type CollectionProgress,
} from './stacks/bitcoin-staking/audit/collect-audit.ts'
export {
  auditStakingCycle,
  type StakingCycleAudit,
} from './stacks/bitcoin-staking/audit/audit-staking-cycle.ts'
export type { PrintList } from './stacks/bitcoin-staking/audit/print-list.ts'
