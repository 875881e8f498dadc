export type { CycleWindow } from './apply-position.ts'
export type { PrintedEvent, SbtcEvent } from './audit-event.ts'
export type {
  BondAudit,
  CalculationAudit,
  ClaimAudit,
  HolderAudit,
  PullAudit,
  StakingAudit,
  StakingDifference,
} from './staking-audit.ts'
export { type AuditScope, StakingAuditor } from './staking-auditor.ts'
export { type ClaimFigures, verifyClaim } from './verify-claim.ts'
