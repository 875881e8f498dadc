// Hyperstaking as a library: pure TypeScript, amounts in bigint LUX, rates scaled by 10^8.
export { dusk, LUX_PER_DUSK, RATE_SCALE, U64_MAX } from './core/units.ts'
export { EPOCH, eligibility, nextEpoch } from './core/epoch.ts'
export { emission, emissionBetween, TOTAL_EMISSION } from './core/emission.ts'
export { splitReward, stakersPart } from './core/split.ts'
export {
  type Account,
  type ContractId,
  isAccount,
  isContractId,
  namedAccount,
  namedContract,
  STAKE,
  TRANSFER,
} from './core/ids.ts'
export { innermost, Panic, panic, shown } from './core/panic.ts'
export { Host, type HostOptions } from './host/host.ts'
export type {
  InnerCallResult,
  Context,
  Contract,
  ContractFactory,
  Method,
} from './host/contract.ts'
export type { Receipt, Transaction } from './host/transaction.ts'
export { signFor } from './host/signature.ts'
export {
  balanceOf,
  createLedger,
  fund,
  type Ledger,
  type LedgerOptions,
  submit,
} from './chain/ledger.ts'
export { BOREAS, InvalidBlockError, type NetworkRules, runBlock, RUSK_1_6 } from './chain/block.ts'
export { drawBlock, members } from './chain/lottery.ts'
export { type Random, seeded } from './chain/random.ts'
export { MODEL_CONFIG, MODEL_VERSION } from './chain/model.ts'
export type {
  Reward,
  Stake,
  StakeAmount,
  StakeConfig,
  StakeData,
  StakeKeys,
  Withdraw,
} from './stake/types.ts'
export { stakeMessage } from './stake/types.ts'
export { charlie } from './pools/charlie.ts'
export { deployPool, type PoolKind, seedFor } from './pools/deploy.ts'
export { liquidPool, type PoolChoice } from './pools/liquid.ts'
export { referralPool } from './pools/referral.ts'
export { servicePool } from './pools/service.ts'
export type { PoolHealth, PoolSnapshot, PositionOf } from './pools/reads.ts'
export type { Policy, PoolConfig, Routing } from './pools/state.ts'
export {
  projectDeposit as project,
  type DepositProjection as Projection,
} from './projection/project.ts'
export type { ProjectionInput } from './projection/input.ts'
export { simulatePool, type SimulationInput, type SimulationResult } from './projection/simulate.ts'
export { answerQuestion, type HyperstakingQuestion } from './projection/question.ts'
export { runScenario } from './scenario/run.ts'
export { sequenceDiagram } from './scenario/diagram.ts'
export type { Scenario, ScenarioResult } from './scenario/types.ts'
