// Bitcoin Staking (PoX-5) as a library: pure TypeScript, exact; amounts in bigint sats and
// microSTX, rewards per share scaled by 10^18, rates in basis points.
export * from './constants.ts'
export {
  bondCycle,
  bondEnd,
  bondEndCycle,
  bondStart,
  bondUnlock,
  type CycleClock,
  rewardCycleAt,
  cycleStart,
  halfAt,
  halfBlocks,
  halfStart,
  isBondTime,
  isPreparing,
} from './cycle-clock.ts'
export {
  type BondPartState,
  bondPartStateAt,
  type StakeState,
  stakeStateAt,
} from './position-state.ts'
export { type PreparePhase, preparePhaseAt } from './prepare-phase.ts'
export { bondTargetSats, minimumMicroStx, type PairedStx } from './math/bond.ts'
export { managerFeeSats } from './math/fee.ts'
export { type RestSplit, splitRest } from './math/income.ts'
export { type Earning, earnedSats, perShare } from './math/shares.ts'
export { poxErrors } from './contract/pox-errors.ts'
export { managerErrors, nativeErrors } from './managers/manager-errors.ts'
export type { Leg } from './contract/leg.ts'
export type { PoxState } from './contract/pox-state.ts'
export { type Genesis, Simulation } from './simulation/simulation.ts'
export type { ContractModel } from './simulation/contract-model.ts'
export type {
  SimulatedCall,
  CallEffects,
  Print,
  SimulatedRead,
  SbtcMove,
  StxLock,
} from './simulation/outcome.ts'
export { max500Manager } from './managers/max500.ts'
export { nativeManager } from './managers/native.ts'
export { referenceManager, xverseManager } from './managers/reference.ts'
export * from './audit/index.ts'
export * from './blockers/index.ts'
export * from './planner/index.ts'
export * from './projection/index.ts'
