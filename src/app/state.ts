import * as v from 'valibot'
import { knownOf } from '../chain/known.ts'
import { deployment } from '../chain/stacks/deployments.ts'
import { accountReading, networkReading, rewardPayment } from '../chain/stacks/readings.ts'
import { uint } from '../chain/uint.ts'
import { connection } from '../wallet/connection.ts'
import { intent } from '../wallet/intent.ts'
import type { CommandResult } from './command-result.ts'
import { news } from './dual-stacking/notice.ts'
import { allPoolNews, poolNews } from './hyperstaking/news-kinds.ts'
import { duskState } from './hyperstaking/state.ts'

/** Settings of this browser profile. Nothing here leaves it; `apiKey` is left out of exports. */
export const settings = v.object({
  deployment: v.string(),
  apiBases: v.array(v.string()),
  apiKey: v.nullable(v.string()),
  signingPage: v.nullable(v.string()),
  walletConnectProjectId: v.nullable(v.string()),
  units: v.picklist(['sats', 'sbtc']),
  locale: v.picklist(['auto', 'en', 'es', 'zh-CN']),
  theme: v.picklist(['system', 'light', 'dark']),
  notifications: v.object({
    reward: v.boolean(),
    notEnrolled: v.boolean(),
    boostBelow: v.nullable(v.number()),
    goldenRatioMoved: v.boolean(),
    paymentLate: v.boolean(),
    /** News of Dusk pools, each by itself. */
    pools: v.optional(poolNews, allPoolNews),
    /** Hours 0 … 23, local time; equal hours: no quiet time. */
    quietHours: v.nullable(v.object({ from: v.number(), to: v.number() })),
  }),
})
export type Settings = v.InferOutput<typeof settings>

/** An address the user follows: connected from a wallet, or watched only. */
export const account = v.object({
  address: v.string(),
  label: v.nullable(v.string()),
  kind: v.picklist(['wallet', 'watch']),
  walletId: v.nullable(v.string()),
})
export type Account = v.InferOutput<typeof account>

/** What went wrong at the last refresh; the sentence is `problems.<code>` in words. */
export const problemCodes = [
  'offline',
  'slow',
  'rate-limited',
  'bad-answer',
  'server-error',
  'wrong-chain',
  'contract-missing',
] as const

/**
 * A stored item that could not be used as it was: `corrupt` ones were set aside, `newer` ones (a
 * later version wrote them) are left alone and not written.
 */
export const storageProblem = v.object({
  item: v.string(),
  code: v.picklist(['corrupt', 'newer']),
  at: v.number(),
})

/**
 * What the audit of a cycle says of one address (protocol/dual-stacking/audit): the reward by the
 * contract's rules and the one found, null where unknown.
 */
export const cycleAudit = v.object({
  result: v.picklist([
    'verified',
    'consistent',
    'differs',
    'not-transferred',
    'left-out',
    'not-yet',
    'not-captured',
    'unknown',
  ]),
  expectedSats: v.nullable(uint),
  foundSats: v.nullable(uint),
  /** So many were recomputed. */
  participants: v.number(),
  auditedAt: v.number(),
})
export type CycleAudit = v.InferOutput<typeof cycleAudit>

/**
 * What the contract has on record of one address in one cycle: the answer to "I did not receive my
 * reward". Sums over the captured snapshots; `captured` of `snapshots`; rewards and weights null:
 * not recorded (yet).
 */
export const cycleRecord = v.object({
  deployment: v.string(),
  address: v.string(),
  cycle: v.number(),
  readAt: v.number(),
  snapshots: v.number(),
  captured: knownOf(v.number()),
  sats: knownOf(uint),
  microStx: knownOf(uint),
  weight: knownOf(v.nullable(uint)),
  rewardSats: knownOf(v.nullable(uint)),
  /** Whether the cycle's distribution was finalized: what is not paid by then never will be. */
  finalized: knownOf(v.boolean()),
  /** The audit of that cycle, as far as it concerns this address; null: not audited. */
  audit: v.nullable(cycleAudit),
})
export type CycleRecord = v.InferOutput<typeof cycleRecord>

/**
 * An audit under way, which goes on by itself; `problem`: what it waits for. `id` tells it from an
 * earlier one of the same cycle.
 */
export const verification = v.object({
  id: v.string(),
  deployment: v.string(),
  address: v.string(),
  cycle: v.number(),
  /** Requests made, and still to make as far as known. */
  done: v.number(),
  requestsLeft: v.nullable(v.number()),
  problem: v.nullable(v.picklist(problemCodes)),
})
export type Verification = v.InferOutput<typeof verification>

/** All that a view paints, as the background keeps it in storage. */
export const appState = v.object({
  settings,
  accounts: v.array(account),
  selected: v.nullable(v.string()),
  network: v.nullable(networkReading),
  readings: v.record(v.string(), accountReading),
  intents: v.array(intent),
  rewards: v.array(rewardPayment),
  refresh: v.object({
    startedAt: v.nullable(v.number()),
    finishedAt: v.nullable(v.number()),
    problem: v.nullable(v.picklist(problemCodes)),
    /** Requests still to make before past rewards are known; null when caught up. */
    requestsLeft: v.nullable(v.number()),
  }),
  /**
   * A wallet connection under way, or why the last one ended; null when there is nothing to say.
   */
  connection: v.optional(v.nullable(connection)),
  storageProblems: v.optional(v.array(storageProblem)),
  /** Cycles that the user asked about. */
  cycleRecords: v.optional(v.array(cycleRecord)),
  verification: v.optional(v.nullable(verification)),
  /** What was told by notifications, besides rewards, and not put away since. */
  news: v.optional(v.array(news)),
  dusk: v.optional(duskState),
  /** Contracts that the user added to the built-in ones. */
  customDeployments: v.optional(v.array(deployment)),
})
export type AppState = v.InferOutput<typeof appState>

/**
 * What a view may ask for. Each resolves when it has been accepted, with a code of words when it
 * was not.
 */
export interface Commands {
  /** Without a wallet id: looks for wallets, and asks the only one at once. */
  connect(walletId?: string): Promise<CommandResult>
  /** Answers `choose-account`: keeps this one of the wallet's addresses. */
  chooseAccount(address: string): Promise<CommandResult>
  cancelConnect(): Promise<CommandResult>
  /** Mounts the panel on the page under the popup. */
  openPanel(): Promise<CommandResult>
  disconnect(address: string): Promise<CommandResult>
  watch(address: string): Promise<CommandResult>
  select(address: string): Promise<CommandResult>
  refresh(): Promise<CommandResult>
  enroll(rewardAddress: string | null): Promise<CommandResult>
  optOut(): Promise<CommandResult>
  changeRewardAddress(rewardAddress: string): Promise<CommandResult>
  retry(intentId: string): Promise<CommandResult>
  dismiss(intentId: string): Promise<CommandResult>
  saveSettings(next: Settings): Promise<CommandResult>
  /**
   * Reads what the contract has on record of the selected account in a cycle; absent where that
   * cannot be done.
   */
  readCycle?(cycle: number): Promise<CommandResult>
  /**
   * Begins to audit a cycle, in the background, and to keep what it says of the selected account;
   * absent where that cannot be done.
   */
  verifyCycle?(cycle: number): Promise<CommandResult>
  stopVerifying?(): Promise<CommandResult>
  /**
   * Gives a followed address a name of the user's own; null takes it away. Absent where that cannot
   * be done.
   */
  nameAccount?(address: string, label: string | null): Promise<CommandResult>
  /** Puts away what a notification has told; absent where there are none. */
  dismissNews?(key: string): Promise<CommandResult>
}
