import * as v from 'valibot'
import { foundWallet } from './found-wallet.ts'
import { signingFailures } from './signing-failure.ts'

/**
 * Connecting to a wallet: `looking` (in the tab, for wallets) → `choose-wallet` (when there are
 * several) → `asking` → `choose-account` (when it gave several addresses of this network) → gone,
 * with an account added; or `failed`. `waiting-tab`: the signing page is open and waits for the
 * toolbar button.
 */
export const walletConnection = v.object({
  id: v.string(),
  tabId: v.number(),
  updatedAt: v.number(),
  stage: v.picklist([
    'looking',
    'waiting-tab',
    'choose-wallet',
    'asking',
    'choose-account',
    'failed',
  ]),
  wallets: v.array(foundWallet),
  walletId: v.nullable(v.string()),
  addresses: v.array(v.string()),
  /** Those of the addresses that the wallet says are on a Ledger. */
  ledger: v.optional(v.array(v.string())),
  failure: v.nullable(v.picklist(signingFailures)),
})
export type WalletConnection = v.InferOutput<typeof walletConnection>
