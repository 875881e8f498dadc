import { journalItem } from '../../../app/dual-stacking/stored-items.ts'
import {
  advanceStacksIntent,
  createStacksIntent,
  isTracked,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import { judgeSignedCall } from '../../../wallet/stacks/judge-signed-call.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
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
})

/** The signing engine over Stacks wallets. */
export const createStacksSigning = (store: ItemStore) =>
  createSigningEngine(store, {
    journal: createJournalRules(store),
    connection: createStacksConnectionRules(store),
    wallets: createStacksWalletAccess(store),
  })
export type StacksSigning = ReturnType<typeof createStacksSigning>
