import * as v from 'valibot'
import { unknown } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'
import { refreshProblemCodes } from '../refresh-status.ts'
import { storedItem } from '../stored/stored-item.ts'
import { claimQueue } from './claim-queue.ts'
import {
  bondOffer,
  holderStake,
  incomeReading,
  managerReading,
  managerRecord,
  programmeReading,
} from './staking-reading.ts'
import { initialStakingSettings, stakingSettings } from './staking-settings.ts'

export const stakingSettingsItem = storedItem(
  'stakingSettings',
  stakingSettings,
  initialStakingSettings,
)

/** Signer managers that were read, and those that the programme knows. */
export const managerTable = v.object({
  /** Null: not read yet. */
  registered: v.nullable(v.array(v.string())),
  /** By manager, with the cycle and the Bitcoin height of the reading. */
  read: v.record(v.string(), v.object({ reading: managerReading, cycle: uint, burnHeight: uint })),
})
export type ManagerTable = v.InferOutput<typeof managerTable>

/** The programme as it was read last; `problem`: what went wrong in the last reading. */
export const stakingItem = storedItem(
  'staking',
  v.object({
    programme: v.nullable(programmeReading),
    income: incomeReading,
    managers: managerTable,
    problem: v.nullable(v.picklist(refreshProblemCodes)),
  }),
  () => ({
    programme: null,
    income: unknown('not-read'),
    managers: { registered: null, read: {} },
    problem: null,
  }),
)

/** Records of managers, by manager, with the Bitcoin height of the reading. */
export const managerRecords = v.record(
  v.string(),
  v.object({ record: managerRecord, burnHeight: uint }),
)

/** What managers of the network in use have done, as far as someone looked at it. */
export const stakingRecordsItem = storedItem('stakingRecords', managerRecords, () => ({}))

/** What was read of each followed address, by address. */
export const stakingHoldersItem = storedItem(
  'stakingHolders',
  v.record(v.string(), holderStake),
  () => ({}),
)

/** What was asked of bonds, by address and by the bond's index. */
export const bondOffers = v.record(v.string(), bondOffer)
export const stakingOffersItem = storedItem(
  'stakingOffers',
  v.record(v.string(), bondOffers),
  () => ({}),
)

/** Claims that are asked for one after another; null: none are. */
export const stakingClaimsItem = storedItem('stakingClaims', v.nullable(claimQueue), () => null)

export const stakingItems = [
  stakingSettingsItem,
  stakingItem,
  stakingHoldersItem,
  stakingRecordsItem,
  stakingClaimsItem,
  stakingOffersItem,
] as const
