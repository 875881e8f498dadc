import type { DuskConnection } from '../../../app/hyperstaking/dusk-connection.ts'
import {
  duskItem,
  duskJournalItem,
  duskReadingItem,
} from '../../../app/hyperstaking/stored-items.ts'
import { isAccount } from '../../../protocol/hyperstaking/core/ids.ts'
import {
  advanceDuskIntent,
  duskPositionOf,
  isDuskTracked,
} from '../../../wallet/dusk/advance-dusk-intent.ts'
import { renewDuskIntent } from '../../../wallet/dusk/create-dusk-intent.ts'
import type { DuskIntent } from '../../../wallet/dusk/dusk-intent.ts'
import { soleWallet } from '../../../wallet/dusk/dusk-wallets.ts'
import { lookAtDuskAccount } from '../../../wallet/dusk/look-at-dusk-account.ts'
import { ownNodesOf } from '../../../wallet/dusk/own-node-caip2.ts'
import { readDuskBaseline } from '../../../wallet/dusk/read-dusk-baseline.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { findDuskWalletsInTab } from '../signing/page-bridge.ts'
import type {
  AccountWatch,
  ConnectionRules,
  JournalRules,
  WalletAccess,
} from '../signing/signing-chain.ts'
import { createSigningEngine } from '../signing/signing-engine.ts'
import { WALLET_TIMEOUT_MS } from '../signing/wallet-timeout.ts'
import type { DuskChain } from './dusk-chain.ts'

/** How pool calls are kept. */
const createJournalRules = (store: ItemStore): JournalRules<DuskIntent> => ({
  kept: 40,
  read: () => store.get(duskJournalItem).map(entryOf),
  update: (change) =>
    store.update(duskJournalItem, (stored) => {
      const before = stored.map(entryOf)
      const after = change(before)
      return after === before
        ? stored
        : after.map(({ intent, dismissed, nonce }) => ({ intent: { ...intent, nonce }, dismissed }))
    }),
  advance: advanceDuskIntent,
  positionOf: duskPositionOf,
  isTracked: isDuskTracked,
  renew: renewDuskIntent,
  // A Dusk wallet gives a hash and nothing else: what it sent is read from the chain.
  judge({ baseline }, { txid }) {
    if (txid === null || !/^[0-9a-f]{64}$/.test(txid))
      return { kind: 'failed', failure: 'result-unreadable' }
    return baseline?.known?.includes(txid)
      ? { kind: 'failed', failure: 'old-transaction' }
      : { kind: 'to-check', txid }
  },
  isAccount: (_intent, address) => isAccount(address),
})

/** How accounts of Dusk are looked at, on the network in use. */
const createWatch = (chain: () => DuskChain): AccountWatch<DuskIntent> => {
  const poolOf = ({ pool }: DuskIntent) =>
    chain().deployment.pools.find(({ id }) => id === pool.id) ?? null
  return {
    async readBaseline(intent) {
      const baseline = await readDuskBaseline(chain().client, intent.request, poolOf(intent))
      return (current) => ({ ...current, baseline: current.baseline ?? baseline })
    },
    async look(intent, isTaken) {
      const { client, deployment } = chain()
      const { request, baseline } = intent
      if (!baseline || request.network !== deployment.network) return { sent: 'unknown' }
      const { lux } = intent
      return lookAtDuskAccount(client, { request, baseline, pool: poolOf(intent), lux, isTaken })
    },
    isSameRequest: ({ request: one }, { request: other }) =>
      one.account === other.account &&
      one.network === other.network &&
      one.call.contractId === other.call.contractId &&
      one.call.fnName === other.call.fnName,
  }
}

/** Pool calls are stored with the nonce of their latest attempt in them. */
const entryOf = ({ intent, dismissed }: { intent: DuskIntent; dismissed: boolean }) => ({
  intent,
  dismissed,
  nonce: intent.nonce,
})

/** Where the connection to a Dusk wallet is kept, and what becomes of its accounts. */
const createConnectionRules = (store: ItemStore): ConnectionRules<DuskConnection> => ({
  read: () => store.get(duskItem).connection,
  update: (change) =>
    store.update(duskItem, (state) => {
      const connection = change(state.connection)
      return connection === state.connection ? state : { ...state, connection }
    }),
  create: (started) => started,
  async accept({ walletId, wallets }, { addresses }) {
    // The first profile is the one that the wallet sends from.
    const [address, ...others] = addresses
    if (address === undefined) return 'result-unreadable'
    const wallet = wallets.find(({ id }) => id === walletId)
    const account = {
      address,
      // The id is good for that page only; what the wallet claims to be may be remembered.
      walletId: wallet?.product ?? '',
      walletName: wallet?.name ?? '',
      others: others.length,
    }
    // One write: nothing of the account before is shown as the new one's.
    await Promise.all([
      store.update(duskReadingItem, () => null),
      store.update(duskItem, (state) => ({ ...state, connection: null, plan: null, account })),
    ])
    return null
  },
})

/** How Dusk wallets are found and asked. */
const createWalletAccess = (
  store: ItemStore,
  chain: () => DuskChain,
): WalletAccess<DuskIntent> => ({
  findWallets: findDuskWalletsInTab,
  // An id is good for one page: in another one the user chooses again.
  chooseToConnect: (found, walletId) =>
    found.find(({ id, conflict }) => id === walletId && !conflict) ??
    (found.length === 1 ? soleWallet(found, null) : undefined) ??
    null,
  chooseWallet: (_intent, found) =>
    soleWallet(found, store.get(duskItem).account?.walletId || null),
  connectJob: (id, walletId) => ({
    kind: 'dusk-connect',
    id,
    nonce: id,
    walletId,
    caip2: chain().deployment.caip2,
    ownNodes: ownNodesOf(chain().client.bases),
    timeoutMs: WALLET_TIMEOUT_MS,
  }),
  callJob: ({ id, request }, nonce, walletId) => ({
    kind: 'dusk-call',
    id,
    nonce,
    walletId,
    request,
    timeoutMs: WALLET_TIMEOUT_MS,
  }),
  walletIdOf: () => null,
})

/** The signing engine over Dusk wallets. */
export const createDuskSigning = (store: ItemStore, chain: () => DuskChain) =>
  createSigningEngine(store, {
    journal: createJournalRules(store),
    connection: createConnectionRules(store),
    wallets: createWalletAccess(store, chain),
    watch: createWatch(chain),
  })
export type DuskSigning = ReturnType<typeof createDuskSigning>
