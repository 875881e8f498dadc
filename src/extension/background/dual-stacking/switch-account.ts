import type { ItemStore } from '../../storage/item-store.ts'
import { addAccount } from './accounts.ts'
import type { StacksSigning } from './stacks-signing.ts'

/**
 * Follows and selects the account that a wallet answered or signed with in place of another, and
 * hides what that led to, unless something was sent; false where there is none.
 */
export async function switchAccount(
  store: ItemStore,
  { journal, dismiss }: StacksSigning,
  intentId: string,
): Promise<boolean> {
  const intent = journal.find(intentId)
  const address = intent?.answeredBy
  if (!intent || !address) return false
  await addAccount(store, { address, label: null, kind: 'wallet', walletId: intent.walletId })
  if (intent.txid === null) await dismiss(intentId)
  return true
}
