import * as v from 'valibot'
import { prospect } from '../../chain/dusk/prospect.ts'
import { knownOf } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'
import type { ProjectionInput } from '../../protocol/hyperstaking/projection/input.ts'
import type { DepositProjection } from '../../protocol/hyperstaking/projection/project.ts'
import { foundWallet } from '../../wallet/connection.ts'
import { callProblemCodes, duskActions, duskIntent } from '../../wallet/dusk/intent.ts'
import { signingFailures } from '../../wallet/intent.ts'
import type { CommandResult } from '../command-result.ts'

/** Which Dusk network, and the user's own node where there is one. */
export const duskSettings = v.object({
  network: v.picklist(['mainnet', 'testnet', 'local']),
  base: v.nullable(v.string()),
})
export type DuskSettings = v.InferOutput<typeof duskSettings>

export const duskAccount = v.object({
  address: v.string(),
  walletId: v.string(),
  walletName: v.string(),
  /** How many more accounts the wallet showed: it signs with the first alone. */ others:
    v.number(),
})

/** Connecting to a Dusk wallet; stages as on the Stacks side. */
export const duskConnection = v.object({
  id: v.string(),
  tabId: v.number(),
  updatedAt: v.number(),
  stage: v.picklist(['looking', 'waiting-tab', 'choose-wallet', 'asking', 'failed']),
  wallets: v.array(foundWallet),
  walletId: v.nullable(v.string()),
  failure: v.nullable(v.picklist(signingFailures)),
})
export type DuskConnection = v.InferOutput<typeof duskConnection>

const key = v.object({
  account: v.string(),
  state: v.picklist(['active', 'maturing', 'below-minimum', 'empty', 'foreign']),
  value: uint,
  locked: uint,
  eligibility: v.nullable(uint),
  reward: uint,
  faults: v.number(),
  hardFaults: v.number(),
})

/** A pool as it was last read; amounts in LUX, fees scaled by 10^8. */
export const poolView = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['liquid', 'referral', 'service', 'sozu']),
  rate: knownOf(v.object({ numerator: uint, denominator: uint })),
  paused: knownOf(v.boolean()),
  fees: knownOf(v.object({ deposit: uint, reward: uint, minimum: uint })),
  keys: knownOf(v.array(key)),
  idle: knownOf(uint),
  /** Null without an account. */
  position: v.nullable(
    v.object({
      value: knownOf(uint),
      shares: knownOf(uint),
      claimable: knownOf(uint),
      /**
       * Earned by referrals so far; who referred this account; whom it has referred, and what those
       * have in the pool.
       */
      income: knownOf(uint),
      referrer: knownOf(v.nullable(v.string())),
      referred: knownOf(v.object({ accounts: v.number(), deposits: uint })),
    }),
  ),
  /** What projections need; a view asks the worker for them. */
  prospect: knownOf(prospect),
})
export type PoolView = v.InferOutput<typeof poolView>

/** Everything that one reading of the network told. */
export const duskReading = v.object({
  network: v.picklist(['mainnet', 'testnet', 'local']),
  account: v.nullable(v.string()),
  height: uint,
  nextEpoch: uint,
  balance: v.nullable(knownOf(uint)),
  callsOpen: knownOf(v.boolean()),
  /** Codes of what differs from the model that figures are made with. */
  warnings: knownOf(
    v.array(v.picklist(['version-differs', 'minimum-differs', 'warnings-differ', 'wrong-network'])),
  ),
  pools: v.array(poolView),
  readAt: v.number(),
})
export type DuskReading = v.InferOutput<typeof duskReading>

/**
 * What a call would do, asked before signing. `exact`: the contract's own verdict in the newest
 * block.
 */
export const duskPlan = v.object({
  pool: v.string(),
  action: v.picklist(duskActions),
  lux: uint,
  referrer: v.nullable(v.string()),
  exact: v.boolean(),
  /**
   * Whether the node was asked to try the call without sending it: no promise, but a second
   * opinion.
   */
  tried: v.boolean(),
  verdict: v.picklist(['passes', 'fails', 'unknown']),
  problems: v.array(v.picklist(callProblemCodes)),
  /** What may stand in the way without being known to. */
  doubts: v.array(v.picklist(callProblemCodes)),
  gasAtMost: uint,
  gasEstimate: knownOf(uint),
  outcome: knownOf(v.object({ amount: uint, shares: v.nullable(uint), fee: uint })),
})
export type DuskPlan = v.InferOutput<typeof duskPlan>

/**
 * News of a pool. `lux`: about what a reward brought this holder; what of the pool a punishment has
 * locked (`slash`) or burned (`burn`).
 */
export const duskNotice = v.object({
  key: v.string(),
  kind: v.picklist([
    'reward',
    'warned',
    'slash',
    'burn',
    'paused',
    'resumed',
    'inactive',
    'calls-closed',
    'calls-open',
  ]),
  pool: v.nullable(v.object({ id: v.string(), name: v.string() })),
  height: uint,
  lux: v.nullable(uint),
})
export type DuskNotice = v.InferOutput<typeof duskNotice>

/** All that the Hyperstaking tab paints. `problem`: the last reading failed. */
export const duskState = v.object({
  settings: duskSettings,
  account: v.nullable(duskAccount),
  connection: v.nullable(duskConnection),
  reading: v.nullable(duskReading),
  problem: v.boolean(),
  chosen: v.nullable(v.string()),
  plan: v.nullable(duskPlan),
  intents: v.array(duskIntent),
  notices: v.array(duskNotice),
  /** The web page that a referral link leads to; null where none is known. */
  page: v.nullable(v.string()),
})
export type DuskState = v.InferOutput<typeof duskState>

/** What the tab may ask for. */
export interface DuskCommands {
  refresh(): Promise<CommandResult>
  connect(walletId?: string): Promise<CommandResult>
  cancelConnect(): Promise<CommandResult>
  disconnect(): Promise<CommandResult>
  choosePool(pool: string): Promise<CommandResult>
  /** Checks a call before it is signed; the answer comes as `plan`. */
  check(
    pool: string,
    action: (typeof duskActions)[number],
    lux: bigint,
    referrer: string | null,
  ): Promise<CommandResult>
  submit(
    pool: string,
    action: (typeof duskActions)[number],
    lux: bigint,
    referrer: string | null,
  ): Promise<CommandResult>
  retry(intentId: string): Promise<CommandResult>
  dismiss(intentId: string): Promise<CommandResult>
  saveSettings(next: DuskSettings): Promise<CommandResult>
  /** A projection off the main thread; the same input has the same range. */
  project(input: ProjectionInput, signal: AbortSignal): Promise<DepositProjection>
}
