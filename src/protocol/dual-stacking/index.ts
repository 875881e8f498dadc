// Dual Stacking as a library: pure TypeScript, exact; amounts in bigint sats and microSTX, ratios
// and rates scaled by 10^8.
export * from './constants.ts'
export { batchLimits } from './batch-limits.ts'
export { Abort, type AbortReason, MAX_U128 } from '../clarity/u128.ts'
export { personalRatio, type RatioTest, ratioVerdict } from './math/ratio.ts'
export {
  boostRoot,
  effectiveGoldenRatio,
  type Holding,
  relativeRatio,
  weight,
} from './math/weight.ts'
export {
  cyclePercentageRate,
  cyclesPerYear,
  reward,
  rewardCap,
  rewardsToDistribute,
} from './math/reward.ts'
export { contractErrorName, contractErrors, tokenErrors, type Family } from './errors.ts'
export {
  type Coming,
  countsFrom,
  cycleAt,
  type CycleDates,
  cycleDates,
  cycleLength,
  mainnetSchedules,
  type CycleOutlook,
  outlook,
  type Schedule,
} from './calendar.ts'
export {
  project,
  type Projection,
  type ProjectionRequest,
  type WhatIf,
} from './projection/project.ts'
export type { Holdings, Parameters, SoFar } from './projection/parameters.ts'
export type { Assumption } from './projection/assumptions.ts'
export { type CurvePoint } from './projection/boost-curve.ts'
export { type BoostStep } from './projection/boost-steps.ts'
export {
  type GoldenRatio,
  GoldenRatioFinder,
  type GoldenRatioOptions,
  type RatioStability,
} from './golden-ratio/golden-ratio.ts'
export { ratioColumns } from './golden-ratio/ratio-columns.ts'
export type { RatioColumns, RatioParticipant } from './golden-ratio/columns.ts'
export {
  type CallResult,
  type ModelDeployment,
  DualStackingContract,
  type ReadResult,
} from './contract/contract.ts'
export {
  type PublicFunction,
  publicSignatures,
  type ReadFunction,
  readSignatures,
} from './contract/abi.ts'
export type { Principal } from '../clarity/principal.ts'
export type { Chain } from './contract/chain.ts'
export { SimulatedChain } from './contract/simulated-chain.ts'
export type { Caller } from '../clarity/caller.ts'
export type { ContractEvent } from './contract/call-context.ts'
export type { ContractValue } from '../clarity/contract-value.ts'
export * from './planner/index.ts'
export * from './audit/index.ts'
