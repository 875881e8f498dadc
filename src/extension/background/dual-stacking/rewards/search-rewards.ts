import {
  accountsItem,
  ledgerItem,
  readingsItem,
  searchItem,
} from '../../../../app/dual-stacking/stored-items.ts'
import { settingsItem } from '../../../../app/stored/shared-items.ts'
import { checkAddress } from '../../../../chain/stacks/check-address.ts'
import type { RewardPayment } from '../../../../chain/stacks/readings.ts'
import type { RefreshProblem } from '../../../../chain/stacks/refresh-problem.ts'
import { collectRewards } from '../../../../chain/stacks/rewards/collect-rewards.ts'
import type { ItemStore } from '../../../storage/item-store.ts'
import { withdrawNotifications } from '../../unread-notifications.ts'
import { followedSince } from '../accounts.ts'
import { payingDeployments } from '../deployment-in-use.ts'
import type { StacksChain } from '../stacks-chain.ts'
import { cursorFor, settleDoubts } from './doubt-payments.ts'
import { enterPayments } from './enter-payments.ts'

/**
 * Looks for rewards of the followed addresses, a few requests at a time. Payments are stored before
 * the place where the search continues: a background that is stopped between the two finds them
 * again, under the same keys. Gives the number of requests still to make, null when caught up.
 */
export async function searchRewards(
  store: ItemStore,
  { client, deployment }: StacksChain,
  outdated: () => boolean,
  fresh: ReadonlySet<string>,
): Promise<{ requestsLeft: number | null; problem: RefreshProblem | null }> {
  const tip = await client.tip({ maxAgeMs: 60_000 })
  if (!tip.ok) return { requestsLeft: null, problem: null }
  let left = 0
  let problem: RefreshProblem | null = null
  for (const { address } of store.get(accountsItem).list) {
    if (!checkAddress(address, deployment.network).ok) continue
    const key = `${deployment.id} ${address}`
    const reading = store.get(readingsItem)[address]
    const rewardAddress =
      reading?.deployment === deployment.id && reading.rewardAddress.known
        ? reading.rewardAddress.value
        : null
    const deployments = payingDeployments(store, deployment)
    const from = cursorFor(
      client.http.bases.join(' '),
      store.get(searchItem)[key],
      store.get(ledgerItem),
      deployments.map(({ id }) => id),
    )
    const collected = await collectRewards(
      client,
      {
        address,
        rewardAddresses: rewardAddress === null ? [] : [rewardAddress],
        deployments,
      },
      from,
      { tip: tip.value, fresh: fresh.has(address), history: true },
    )
    const { doubted, gone } = settleDoubts(from, collected)
    const forgotten = !store.get(accountsItem).list.some((account) => account.address === address)
    if (outdated() || forgotten) break
    const undone = [...collected.gone, ...gone]
    await withdrawNotifications(store, shownOf(store, undone))
    await enterPayments(store, collected.found, undone, (payment) =>
      isNews(store, deployment.id, address, payment),
    )
    const cursor = { ...collected.cursor, hosts: from.hosts, doubted }
    await store.update(searchItem, (search) => ({ ...search, [key]: cursor }))
    left += collected.requestsLeft ?? 0
    problem ??= collected.problem
  }
  return { requestsLeft: left === 0 ? null : left, problem }
}

/** Those of these payments that a notification tells of. */
const shownOf = (store: ItemStore, keys: readonly string[]): string[] =>
  keys.filter((key) => {
    const entry = store.get(ledgerItem)[key]
    return entry?.state === 'shown' && !entry.gone
  })

/**
 * Paid since the address has been followed, while notifications are wanted. A block that is not
 * known yet is a new one.
 */
function isNews(
  store: ItemStore,
  deployment: string,
  address: string,
  { burnHeight }: RewardPayment,
): boolean {
  if (!store.get(settingsItem).notifications.reward) return false
  return !burnHeight.known || burnHeight.value >= followedSince(store, deployment, address)
}
