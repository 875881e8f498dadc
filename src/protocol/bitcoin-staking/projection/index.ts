export type { StakingAssumption } from './staking-assumptions.ts'
export { type ActiveBond, type BondPayment, inPaymentOrder, payBonds } from './bond-payments.ts'
export { compareManagers, type ManagerComparison } from './compare-managers.ts'
export { measureIncome, type MeasuredIncome, type PastIncome } from './measure-income.ts'
export {
  costOfLateCalculation,
  type HeldShares,
  type LateCost,
  type UncalculatedHalf,
} from './cost-of-late-calculation.ts'
export {
  type BondExit,
  type BondExitCost,
  costOfLeavingBond,
  type StakeExit,
  stakeExit,
} from './cost-of-leaving.ts'
export { type BondPlan, type BondProjection, projectBond } from './project-bond.ts'
export {
  projectStake,
  stakeCurve,
  type StakeCurvePoint,
  type StakePlan,
  type StakeProjection,
} from './project-stake.ts'
export { projectStaking, type StakingAnswer, type StakingQuestion } from './project-staking.ts'
export type { ByIncome } from './by-income.ts'
export type { StakingReward } from './staking-reward.ts'
export type { Periods } from './periods.ts'
export type { ManagerTerms, ProgrammeState, StakePosition } from './programme-state.ts'
export { type StakeDates, stakeDates } from './stake-dates.ts'
