// Bitcoin Staking's client as a library: what holders, bonds, managers and past cycles look like.
export { decodePoxEvent, type PoxEvent } from './events/pox-events.ts'
export { decodeManagerEvent, type ManagerEvent } from './events/manager-events.ts'
export type { UnknownEvent } from './events/printed-event.ts'
export { managerShapeOf, type ManagerShape } from './manager-shape.ts'
export { hashSource, type SourceHashes } from '../hash-source.ts'
export { stakingDeployment, type StakingDeployment } from './staking-deployments.ts'
export { PoxReader } from './pox-reader.ts'
export { readProgramme, type ProgrammeReading } from './read-programme.ts'
export type { BondReading } from './read-bonds.ts'
export { readManager, UNUSUAL_FEE_BIPS, type ManagerReading } from './read-manager.ts'
export { readManagerRecord, type FeeChange, type ManagerRecord } from './read-manager-record.ts'
export { managerWarnings, type ManagerWarning } from './manager-warnings.ts'
export { readBondOffer, type BondOffer } from './read-bond-offer.ts'
export { readBondLockup, type BondLockup, type LockedOutput } from './read-bond-lockup.ts'
export {
  readLegFigures,
  readManagerLegFigures,
  type LegFigures,
  type ManagerLegFigures,
} from './read-leg-figures.ts'
export {
  readIncomeHistory,
  type CalculationRecord,
  type IncomeHistory,
} from './read-income-history.ts'
export { holderFactsOf, managerFactsOf } from './holder-facts-of.ts'
export {
  readPosition,
  type BondPartReading,
  type StakeReading,
  type StakingPosition,
} from './read-position.ts'
export {
  listClaimables,
  type ClaimList,
  type ClaimQuestion,
  type CycleClaims,
} from './list-claimables.ts'
export { readPayoutSetting, type PayoutSetting } from './read-payout-setting.ts'
export { HOLDER_BUDGET, refreshHolder, type HolderReading } from './refresh-holder.ts'
export {
  collectAudit as collectStakingAudit,
  type AuditMaterial,
  type CollectionProgress,
} from './audit/collect-audit.ts'
export { auditStakingCycle, type StakingCycleAudit } from './audit/audit-staking-cycle.ts'
export type { PrintList } from './audit/print-list.ts'
