import { connectionItem, journalItem } from '../../../app/dual-stacking/stored-items.ts'
import { isAsking } from '../../../wallet/stacks/advance-stacks-intent.ts'
import { walletConnect } from '../../../wallet/walletconnect/walletconnect-wallet.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { isJobAlive } from '../page-bridge.ts'
import { WALLET_TIMEOUT_MS } from './ask.ts'
import { failConnection } from './connection.ts'
import { giveUp } from './deliver.ts'
import { happen } from './journal.ts'
import { isTabOpen } from './walletconnect.ts'

const GRACE_MS = 60_000

/**
 * After the background was stopped in the middle: what was about to be asked is called interrupted,
 * what was asked goes on if its page still works at it. Nothing is asked a second time without the
 * user.
 */
export async function recoverSigning(store: ItemStore): Promise<void> {
  for (const { intent, nonce } of store.get(journalItem)) {
    if (intent.state === 'created' && intent.failure === null)
      await happen(store, intent.id, { type: 'failed', failure: 'interrupted' })
    // A browser that was started anew has other tabs.
    if (intent.state === 'created' && intent.failure === 'no-tab' && !(await isOpen(intent.tabId)))
      await happen(store, intent.id, { type: 'failed', failure: 'tab-closed' })
    if (!isAsking(intent) || nonce === null) continue
    if (intent.tabId === null || !(await stillAsked(intent.walletId, intent.tabId, nonce)))
      await giveUp(store, intent.id, nonce, 'interrupted')
  }
  const connection = store.get(connectionItem)
  if (connection?.stage === 'looking') await failConnection(store, connection.id, 'interrupted')
  if (connection?.stage === 'waiting-tab' && !(await isTabOpen(connection.tabId)))
    await failConnection(store, connection.id, 'tab-closed')
  if (
    connection?.stage === 'asking' &&
    !(await stillAsked(connection.walletId, connection.tabId, connection.id))
  )
    await failConnection(store, connection.id, 'interrupted')
}

const isOpen = async (tabId: number | null): Promise<boolean> => tabId !== null && isTabOpen(tabId)

const stillAsked = (walletId: string | null, tabId: number, nonce: string): Promise<boolean> =>
  walletId === walletConnect.id ? isTabOpen(tabId) : isJobAlive(tabId, nonce)

/** Wallets that have not answered for longer than their page should have waited. */
export async function expireSigning(store: ItemStore, now: number): Promise<void> {
  const late = (updatedAt: number) => now - updatedAt > WALLET_TIMEOUT_MS + GRACE_MS
  for (const { intent, nonce } of store.get(journalItem)) {
    if (isAsking(intent) && nonce !== null && late(intent.updatedAt))
      await giveUp(store, intent.id, nonce, 'timeout')
  }
  const connection = store.get(connectionItem)
  if (connection?.stage === 'asking' && late(connection.updatedAt))
    await failConnection(store, connection.id, 'timeout')
}

/** The tab of a wallet that was asked is gone, or shows another page. */
export async function leaveTab(store: ItemStore, tabId: number): Promise<void> {
  for (const { intent, nonce } of store.get(journalItem)) {
    if (intent.tabId !== tabId) continue
    if (isAsking(intent) && nonce !== null) await giveUp(store, intent.id, nonce, 'tab-closed')
    if (intent.state === 'created' && intent.failure === 'no-tab')
      await happen(store, intent.id, { type: 'failed', failure: 'tab-closed' })
  }
  const connection = store.get(connectionItem)
  if (
    connection?.tabId === tabId &&
    connection.stage !== 'failed' &&
    connection.stage !== 'choose-account'
  )
    await failConnection(store, connection.id, 'tab-closed')
}
