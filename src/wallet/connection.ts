import * as v from 'valibot'
import { signingFailures } from './intent.ts'

/** A wallet found in a page: an id of our table, and its name. */
export const foundWallet = v.object({ id: v.string(), name: v.string() })
export type FoundWallet = v.InferOutput<typeof foundWallet>

/**
 * Connecting to a wallet: `looking` (in the tab, for wallets) → `choose-wallet` (when there are
 * several) → `asking` → `choose-account` (when it gave several addresses of this network) → gone,
 * with an account added; or `failed`. `waiting-tab`: the signing page is open and waits for the
 * toolbar button.
 */
export const connection = v.object({
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
  failure: v.nullable(v.picklist(signingFailures)),
})
export type Connection = v.InferOutput<typeof connection>
