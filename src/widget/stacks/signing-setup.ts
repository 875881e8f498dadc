import type { dualStackingWallet } from '../../words/en/dual-stacking-wallet.ts'
import type { Translate } from '../../words/translate.ts'
import type { WidgetFormat } from '../plain-format.ts'

/** Sentences around a Stacks wallet. */
export type StacksWalletKey = keyof typeof dualStackingWallet

/** The account that a wallet has shown this page. */
export interface StacksConnection {
  walletId: string
  network: string
  account: string
}

/** What signing on Stacks needs of a widget. */
export interface StacksSigningSetup {
  words: { readonly t: Translate<StacksWalletKey> }
  f: WidgetFormat
  signal: AbortSignal
  say(text: string): void
  /** Shows what went wrong and reports it to the page; `error`: the underlying cause. */
  fail(code: string, sentence: string, error?: unknown): void
  /** The chosen wallet's id; null: none. */
  choose(wallets: { id: string; name: string }[]): Promise<string | null>
  /** Waits for a wallet until its user ends the wait: null then. */
  untilStopped<T>(answer: Promise<T>): Promise<T | null>
  /** Null: no wallet has shown an account, or its user wants another one. */
  connection(): StacksConnection | null
  /** Keeps and shows the account, so that the wallet is asked for it once. */
  connect(connection: StacksConnection | null): void
  /** The wallet's account, to be followed from now on. */
  connected(address: string): void
}
