import * as v from 'valibot'
import { networkAccount } from '../network/dusk/network-account.ts'

/**
 * What the wallet does with a request that its user approves: tests choose here how it misbehaves.
 */
export const behaviours = [
  'honest',
  'txid-only',
  'transaction-only',
  'other-network',
  'other-account',
  'other-function',
  'other-argument',
  'other-contract',
  'unsent',
  'wrong-txid',
  'nonsense',
  'error',
  'error-resolved',
  // Signs with the account that it remembers for the page's host, whatever the request names.
  'ignores-address',
  // Sends what was asked, and says that its user declined.
  'declines-after-sending',
  // Never answers a request that its user approved: not sent, or sent.
  'dies',
  'dies-after-sending',
  // Sends nothing, and answers with what it sent last.
  'repeats',
  // Offers the network far more than it is worth.
  'costly',
  // Never answers, and opens no window either.
  'no-window',
] as const

export const demoWalletSettings = v.object({
  /** Providers to put into pages. */
  shapes: v.array(v.picklist(['leather', 'xverse', 'dusk'])),
  behaviour: v.picklist(behaviours),
  /** Answers with the transaction's id alone, whatever was sent. */
  bareId: v.boolean(),
  /** Private keys of its accounts, hex. */
  keys: v.array(v.string()),
  /** Which of them is in use: it signs where a request names none, and is shown to pages. */
  current: v.number(),
  /** How many pages are shown when they connect; from two on, the first ones. */
  accounts: v.number(),
  /** What the wallet says its keys are kept in. */
  walletType: v.optional(v.picklist(['software', 'ledger'])),
  network: v.picklist(['mainnet', 'testnet']),
  api: v.string(),
  /** The Dusk account, its node, and the network's number. */
  dusk: v.object({ account: v.string(), api: v.string(), chainId: v.number() }),
  /** Approves at once, without its window. */
  silent: v.boolean(),
})
export type WalletSettings = v.InferOutput<typeof demoWalletSettings>

/** The first user of the embedded network. */
export const initialWalletSettings: WalletSettings = {
  shapes: ['leather', 'dusk'],
  behaviour: 'honest',
  bareId: false,
  keys: [
    'd655b2523bcd65e34889725c73064feb17ceb796831c0e111ba1a552b0f31b3901',
    'f9d7206a47f14d2870c163ebab4bf3e70d18f5d14ce1031f3902fbbc894fe4c701',
  ],
  current: 0,
  accounts: 1,
  network: 'testnet',
  api: 'http://127.0.0.1:3999',
  dusk: { account: networkAccount('alice'), api: 'http://127.0.0.1:3998', chainId: 0 },
  silent: false,
}

export async function readSettings(): Promise<WalletSettings> {
  const stored = v.safeParse(
    v.partial(demoWalletSettings),
    (await chrome.storage.local.get('settings')).settings ?? {},
  )
  return { ...initialWalletSettings, ...(stored.success ? stored.output : {}) }
}
