import { journalItem } from '../../../app/dual-stacking/stored-items.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { SigningVerdict } from '../../../wallet/reduce-signing.ts'
import {
  advanceStacksIntent,
  createStacksIntent,
  isTracked,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import { findSentStacksCall } from '../../../wallet/stacks/find-sent-stacks-call.ts'
import { judgeSignedCall } from '../../../wallet/stacks/judge-signed-call.ts'
import { readStacksBaseline } from '../../../wallet/stacks/read-stacks-baseline.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { keepAccounts } from '../signing/host-accounts.ts'
import type { AccountWatch, JournalRules } from '../signing/signing-chain.ts'
import { createSigningEngine } from '../signing/signing-engine.ts'
import type { StacksChain } from './stacks-chain.ts'
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
  renew: ({ action, request, staking, step, walletId, tabId, baseline }, id, now) => ({
    ...createStacksIntent(id, action, request, now),
    ...(staking && { staking }),
    ...(step && { step }),
    walletId,
    tabId,
    baseline,
  }),
  judge: ({ request, baseline }, signed) => judgeSignedCall(request, signed, baseline ?? null),
  isAccount: ({ request }, address) => checkAddress(address, request.network).ok,
  learnAccount,
})

/** How accounts of Stacks are looked at, on the network in use. */
const createWatch = (chain: () => StacksChain): AccountWatch<StacksIntent> => ({
  async readBaseline({ request }) {
    const baseline = await readStacksBaseline(chain().client, request, Date.now())
    return (current) => ({ ...current, baseline: current.baseline ?? baseline })
  },
  async look({ request, baseline }, isTaken) {
    const { client, deployment } = chain()
    const isHere = request.network === deployment.network && request.chainId === deployment.chainId
    if (!baseline || !isHere) return { sent: 'unknown' }
    return findSentStacksCall(client, { request, baseline, isTaken })
  },
  isSameRequest: ({ request: one }, { request: other }) =>
    one.account === other.account &&
    one.network === other.network &&
    one.contract === other.contract &&
    one.functionName === other.functionName,
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
export const createStacksSigning = (store: ItemStore, chain: () => StacksChain) =>
  createSigningEngine(store, {
    journal: createJournalRules(store),
    connection: createStacksConnectionRules(store),
    wallets: createStacksWalletAccess(store),
    watch: createWatch(chain),
  })
export type StacksSigning = ReturnType<typeof createStacksSigning>
