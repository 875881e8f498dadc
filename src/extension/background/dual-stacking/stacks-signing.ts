import { journalItem } from '../../../app/dual-stacking/stored-items.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { SigningVerdict } from '../../../wallet/reduce-signing.ts'
import {
  advanceStacksIntent,
  createStacksIntent,
  isTracked,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import { judgeSignedCall } from '../../../wallet/stacks/judge-signed-call.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { keepAccounts } from '../signing/host-accounts.ts'
import type { JournalRules } from '../signing/signing-chain.ts'
import { createSigningEngine } from '../signing/signing-engine.ts'
import { createStacksConnectionRules } from './stacks-connection-rules.ts'
import { createStacksWalletAccess } from './stacks-wallet-access.ts'

/** How requests to Stacks wallets are kept. */
const createJournalRules = (store: ItemStore): JournalRules<StacksIntent> => ({
  kept: 60,
  read: () => store.get(journalItem),
  update: (change) => store.update(journalItem, change),
  advance: advanceStacksIntent,
  positionOf: (intent) => intent,
  isTracked,
  renew: ({ action, request, walletId, tabId }, id, now) => ({
    ...createStacksIntent(id, action, request, now),
    walletId,
    tabId,
  }),
  judge: ({ request }, signed) => judgeSignedCall(request, signed),
  isAccount: ({ request }, address) => checkAddress(address, request.network).ok,
  learnAccount,
})

/**
 * With which account a wallet answered: by the signature, or by its own word. That it has another
 * one, and not which, makes the host's last answer worthless.
 */
async function learnAccount(
  { walletId, host, request }: StacksIntent,
  verdict: SigningVerdict,
): Promise<void> {
  if (walletId === null || !host) return
  if (verdict.kind === 'accepted') await keepAccounts(walletId, host, [request.account])
  if (verdict.kind === 'refused' && verdict.sender !== undefined)
    await keepAccounts(walletId, host, [verdict.sender])
  if (verdict.kind === 'failed' && verdict.failure === 'wrong-account')
    await keepAccounts(walletId, host, verdict.answeredBy ? [verdict.answeredBy] : [])
}

/** The signing engine over Stacks wallets. */
export const createStacksSigning = (store: ItemStore) =>
  createSigningEngine(store, {
    journal: createJournalRules(store),
    connection: createStacksConnectionRules(store),
    wallets: createStacksWalletAccess(store),
  })
export type StacksSigning = ReturnType<typeof createStacksSigning>
