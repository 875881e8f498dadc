import {
  accountsItem,
  ledgerItem,
  networkItem,
  readingsItem,
} from '../../../app/dual-stacking/stored-items.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import { readAccount } from '../../../chain/stacks/read-account.ts'
import { readNetwork } from '../../../chain/stacks/read-network.ts'
import type { RefreshProblem } from '../../../chain/stacks/refresh-problem.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { recordFollowedSince } from './accounts.ts'
import type { StacksChain } from './stacks-chain.ts'

/** The newest Bitcoin height in which this contract is known to have paid anyone; null: never. */
function lastPaidHeight(store: ItemStore, deployment: string): number | null {
  const heights = Object.values(store.get(ledgerItem)).flatMap(({ payment, gone }) =>
    payment.deployment === deployment && !gone && payment.burnHeight.known
      ? [payment.burnHeight.value]
      : [],
  )
  return heights.length === 0 ? null : Math.max(...heights)
}

/**
 * Reads the network and every followed address of it, and stores what came. `fresh`: addresses
 * whose readings are known to have changed within this block. Nothing more is stored once
 * `outdated` says that the settings are others now.
 */
export async function refreshReadings(
  store: ItemStore,
  { deployment, client }: StacksChain,
  fresh: ReadonlySet<string>,
  outdated: () => boolean,
): Promise<RefreshProblem | null> {
  const before = store.get(networkItem)
  const { reading: network, problem: networkProblem } = await readNetwork(client, deployment, {
    previous: before,
    lastPaidHeight: lastPaidHeight(store, deployment.id),
  })
  if (outdated()) return null
  if (network !== before) await store.update(networkItem, () => network)
  // Without an answer there is nothing to read accounts by: the next refresh starts over.
  if (!network || (networkProblem && network === before)) return networkProblem
  await recordFollowedSince(store, network)
  let problem = networkProblem
  for (const { address } of store.get(accountsItem).list) {
    if (!checkAddress(address, deployment.network).ok) continue
    const previous = store.get(readingsItem)[address] ?? null
    const { reading, problem: accountProblem } = await readAccount(
      client,
      deployment,
      { address, network },
      { previous, fresh: fresh.has(address) },
    )
    if (outdated()) return null
    problem ??= accountProblem
    const followed = store.get(accountsItem).list.some((each) => each.address === address)
    if (reading && reading !== previous && followed)
      await store.update(readingsItem, (readings) => ({ ...readings, [address]: reading }))
  }
  return problem
}
