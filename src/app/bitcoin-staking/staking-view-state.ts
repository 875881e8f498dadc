import { unknown } from '../../chain/known.ts'
import { stakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { NetworkName } from '../../chain/stacks/deployments.ts'
import { parseItem, type StoredItem } from '../stored/stored-item.ts'
import type { StakingState } from './staking-state.ts'
import {
  stakingClaimsItem,
  stakingHoldersItem,
  stakingItem,
  stakingNoticesItem,
  stakingOffersItem,
  stakingRecordsItem,
  stakingRewardsItem,
  stakingSettingsItem,
} from './stored-items.ts'

/**
 * What the Bitcoin Staking tab paints, from the raw contents of storage.local. A reading of another
 * network than the one in use says nothing here.
 */
export function stakingViewState(
  raw: Record<string, unknown>,
  network: NetworkName,
  selected: string | null,
): StakingState {
  const read = <T>(item: StoredItem<T>): T => {
    const parsed = parseItem(item, raw[item.key])
    return parsed.ok ? parsed.value : item.initial()
  }
  const { programme, income, managers, problem } = read(stakingItem)
  const here = stakingDeployment(network).id
  const isHere = programme?.deployment === here
  const holders = read(stakingHoldersItem)
  const claiming = read(stakingClaimsItem)
  const isOwn = isHere && claiming?.account === selected
  return {
    settings: read(stakingSettingsItem),
    programme: isHere ? programme : null,
    holder: (isHere && selected !== null && holders[selected]) || null,
    income: isHere ? income : unknown('not-read'),
    managers: isHere ? managers : { registered: null, read: {} },
    records: isHere ? read(stakingRecordsItem) : {},
    offers: (isHere && selected !== null && read(stakingOffersItem)[selected]) || {},
    claiming: isOwn ? claiming : null,
    problem,
    rewards: Object.fromEntries(
      Object.entries(read(stakingRewardsItem)).flatMap(([key, rewards]) =>
        key.startsWith(`${here} `) ? [[key.slice(here.length + 1), rewards] as const] : [],
      ),
    ),
    news: Object.entries(read(stakingNoticesItem)).flatMap(
      ([key, { deployment, notice, state, at, gone }]) =>
        deployment === here && state === 'shown' && !gone ? [{ key, notice, at }] : [],
    ),
  }
}
