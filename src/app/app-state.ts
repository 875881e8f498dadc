import * as v from 'valibot'
import { deployment } from '../chain/stacks/deployments.ts'
import { accountReading, networkReading, rewardPayment } from '../chain/stacks/readings.ts'
import { stacksIntent } from '../wallet/stacks/stacks-intent.ts'
import { walletConnection } from '../wallet/wallet-connection.ts'
import { stakingState } from './bitcoin-staking/staking-state.ts'
import { cycleRecord } from './dual-stacking/cycle-record.ts'
import { shownNotice } from './dual-stacking/holder-notice.ts'
import { verification } from './dual-stacking/verification.ts'
import { followedAccount } from './followed-account.ts'
import { duskState } from './hyperstaking/dusk-state.ts'
import { refreshStatus } from './refresh-status.ts'
import { settings } from './settings.ts'
import { storageProblem } from './stored/storage-problem.ts'

/** All that a view paints, as the background keeps it in storage. */
export const appState = v.object({
  settings,
  accounts: v.array(followedAccount),
  selected: v.nullable(v.string()),
  network: v.nullable(networkReading),
  readings: v.record(v.string(), accountReading),
  intents: v.array(stacksIntent),
  /** Those that the user has put away: they still say what was signed. */
  putAway: v.optional(v.array(stacksIntent)),
  rewards: v.array(rewardPayment),
  /** Keys of those that were announced and not put away since. */
  announcedRewards: v.optional(v.array(v.string())),
  refresh: refreshStatus,
  /**
   * A wallet connection under way, or why the last one ended; null when there is nothing to say.
   */
  connection: v.optional(v.nullable(walletConnection)),
  storageProblems: v.optional(v.array(storageProblem)),
  /** Cycles that the user asked about. */
  cycleRecords: v.optional(v.array(cycleRecord)),
  verification: v.optional(v.nullable(verification)),
  /** What notifications announced, besides rewards, and was not dismissed since. */
  news: v.optional(v.array(shownNotice)),
  dusk: v.optional(duskState),
  staking: v.optional(stakingState),
  /** Contracts that the user added to the built-in ones. */
  customDeployments: v.optional(v.array(deployment)),
})
export type AppState = v.InferOutput<typeof appState>
