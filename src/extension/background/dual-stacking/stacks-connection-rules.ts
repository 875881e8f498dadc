import { connectionItem } from '../../../app/dual-stacking/stored-items.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { WalletConnection } from '../../../wallet/wallet-connection.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { keepAccounts, readHost } from '../signing/host-accounts.ts'
import type { ConnectionRules } from '../signing/signing-chain.ts'
import { addAccount } from './accounts.ts'
import { currentDeployment } from './deployment-in-use.ts'

/** Follows the address, and ends the connection in the same write. */
const keepAddress = (
  store: ItemStore,
  address: string,
  walletId: string | null,
  ledger: readonly string[] = [],
) =>
  Promise.all([
    addAccount(store, {
      address,
      label: null,
      kind: 'wallet',
      walletId,
      ...(ledger.includes(address) && { ledger: true }),
    }),
    store.update(connectionItem, () => null),
  ])

/** Where the connection to a Stacks wallet is kept, and what becomes of its addresses. */
export const createStacksConnectionRules = (
  store: ItemStore,
): ConnectionRules<WalletConnection> => ({
  read: () => store.get(connectionItem),
  update: (change) => store.update(connectionItem, change),
  create: (started) => ({ ...started, addresses: [] }),
  async accept(connection, { addresses: given, ledger = [] }) {
    const { network } = currentDeployment(store)
    const checked = [...new Set(given)].map((address) => checkAddress(address, network))
    const addresses = checked.flatMap((each) => (each.ok ? [each.address] : []))
    const [first, ...others] = addresses
    if (first === undefined) {
      const isElsewhere = checked.some((each) => !each.ok && each.problem === 'wrong-network')
      return isElsewhere ? 'wrong-network' : 'result-unreadable'
    }
    const { id, walletId, tabId } = connection
    const host = await readHost(tabId)
    if (walletId !== null && host !== null) await keepAccounts(walletId, host, addresses)
    if (others.length === 0) await keepAddress(store, first, walletId, ledger)
    else await offerAddresses(store, id, addresses, ledger)
    return null
  },
})

const offerAddresses = (store: ItemStore, id: string, addresses: string[], ledger: string[]) =>
  store.update(connectionItem, (current): WalletConnection | null =>
    current?.id === id
      ? {
          ...current,
          stage: 'choose-account',
          addresses,
          ledger,
          failure: null,
          updatedAt: Date.now(),
        }
      : current,
  )

/** Keeps one of the addresses that the wallet gave; false when it gave no such address. */
export async function chooseAddress(store: ItemStore, address: string): Promise<boolean> {
  const current = store.get(connectionItem)
  if (current?.stage !== 'choose-account' || !current.addresses.includes(address)) return false
  await keepAddress(store, address, current.walletId, current.ledger)
  return true
}
