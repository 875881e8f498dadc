import * as v from 'valibot'
import { refreshProblemCodes } from '../refresh-status.ts'
import { claimQueue } from './claim-queue.ts'
import { shownStakingNotice } from './notices/staking-notice.ts'
import { stakingRewards } from './rewards/staking-rewards.ts'
import { holderStake, incomeReading, programmeReading } from './staking-reading.ts'
import { stakingSettings } from './staking-settings.ts'
import { bondOffers, managerRecords, managerTable } from './stored-items.ts'

/** All that the Bitcoin Staking tab paints; `holder`: the selected account's part. */
export const stakingState = v.object({
  settings: stakingSettings,
  programme: v.nullable(programmeReading),
  holder: v.nullable(holderStake),
  income: incomeReading,
  managers: managerTable,
  records: managerRecords,
  /** What the selected account may put into bonds, as far as it was asked. */
  offers: bondOffers,
  /** Claims of the selected account that are asked for one after another. */
  claiming: v.nullable(claimQueue),
  problem: v.nullable(v.picklist(refreshProblemCodes)),
  /** What notifications announced and was not dismissed since. */
  news: v.optional(v.array(shownStakingNotice)),
  /** What managers have paid, by address. */
  rewards: v.optional(v.record(v.string(), stakingRewards)),
})
export type StakingState = v.InferOutput<typeof stakingState>
