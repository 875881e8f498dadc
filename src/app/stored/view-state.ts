import { findDeployment, deploymentsOnNetwork } from '../../chain/stacks/deployments.ts'
import type { AppState } from '../app-state.ts'
import { stakingViewState } from '../bitcoin-staking/staking-view-state.ts'
import {
  accountsItem,
  connectionItem,
  cycleRecordsItem,
  deploymentsItem,
  journalItem,
  ledgerItem,
  networkItem,
  noticesItem,
  readingsItem,
  refreshItem,
  verificationItem,
} from '../dual-stacking/stored-items.ts'
import { duskViewState } from '../hyperstaking/dusk-view-state.ts'
import { signingPageUrl } from '../signing-page-url.ts'
import { problemsItem, settingsItem } from './shared-items.ts'
import { parseItem, type StoredItem } from './stored-item.ts'

/**
 * What views paint, from the raw contents of storage.local. What does not parse counts as absent:
 * the background sets it aside and says so.
 */
export function viewState(raw: Record<string, unknown>): AppState {
  const read = <T>(item: StoredItem<T>): T => {
    const parsed = parseItem(item, raw[item.key])
    return parsed.ok ? parsed.value : item.initial()
  }
  const settings = read(settingsItem)
  const { list, selected } = read(accountsItem)
  const network = read(networkItem)
  const verification = read(verificationItem)
  const custom = read(deploymentsItem)
  const deployment = findDeployment(settings.deployment, custom)
  // An address keeps the rewards that earlier contracts of the same network paid it.
  const paying = new Set(
    deployment ? deploymentsOnNetwork(deployment, custom).map(({ id }) => id) : [],
  )
  const here = <T extends { deployment: string }>(value: T): boolean =>
    value.deployment === settings.deployment
  const intentsWhere = (isPutAway: boolean) =>
    read(journalItem).flatMap(({ dismissed, intent }) => (dismissed === isPutAway ? [intent] : []))
  return {
    settings,
    accounts: list,
    selected,
    network: network && here(network) ? network : null,
    readings: Object.fromEntries(
      Object.entries(read(readingsItem)).filter(([, reading]) => here(reading)),
    ),
    intents: intentsWhere(false),
    putAway: intentsWhere(true),
    rewards: Object.values(read(ledgerItem))
      .filter(({ payment, gone }) => !gone && paying.has(payment.deployment))
      .map(({ payment }) => payment)
      .sort(newestFirst),
    announcedRewards: Object.entries(read(ledgerItem)).flatMap(([key, { state, seen }]) =>
      state === 'past' || seen ? [] : [key],
    ),
    refresh: read(refreshItem),
    connection: read(connectionItem),
    storageProblems: read(problemsItem),
    dusk: duskViewState(raw, signingPageUrl(settings, deployment)),
    staking: stakingViewState(raw, deployment?.network ?? 'mainnet', selected),
    customDeployments: custom,
    cycleRecords: read(cycleRecordsItem).filter((record) => paying.has(record.deployment)),
    news: Object.entries(read(noticesItem)).flatMap(([key, { notice, state, at }]) =>
      state === 'shown' ? [{ key, notice, at }] : [],
    ),
    verification: verification && here(verification) ? verification : null,
  }
}

const height = (payment: AppState['rewards'][number]): number =>
  payment.burnHeight.known ? payment.burnHeight.value : Infinity
const newestFirst = (
  one: AppState['rewards'][number],
  other: AppState['rewards'][number],
): number =>
  height(one) === height(other) ? one.key.localeCompare(other.key) : height(other) - height(one)
