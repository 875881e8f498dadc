import type { ProgrammeLife } from '../../chain/stacks/programme-life.ts'
import type { createTranslate as translate } from '../../words/translate.ts'
import type { h as build } from '../dom.ts'
import type { WidgetFormat } from '../plain-format.ts'
import type { BoostEvents } from './events.ts'
import type { BoostWalletWords } from './wallet-words.ts'

export interface BoostActionsSetup {
  /** Handed over, so that this chunk and the core share no third one. */
  h: typeof build
  createTranslate: typeof translate
  /** Element that the buttons are put into, before what it holds. */
  place: HTMLElement
  f: WidgetFormat
  /** All three calls, or enrolling only. */
  all: boolean
  /** How the programme stands: of one that nobody can join only the ways out are offered. */
  life: ProgrammeLife
  /** Where a transaction goes, as the element says at that moment. */
  where(): { network: string; apiUrl: string | null }
  signal: AbortSignal
  say(text: string): void
  /** Shows what went wrong and reports it to the page; `error`: the underlying cause. */
  fail(code: string, sentence: string, error?: unknown): void
  emit<K extends keyof BoostEvents>(type: K, detail: BoostEvents[K]): void
  /** The wallet's account, to be followed from now on. */
  connected(address: string): void
}
/** The account that a wallet has shown this page. */
export interface BoostConnection {
  walletId: string
  network: string
  account: string
}

export type SigningSetup = Omit<BoostActionsSetup, 'place' | 'h' | 'createTranslate'> & {
  words: BoostWalletWords
  choose(wallets: { id: string; name: string }[]): Promise<string>
  /** Waits for a wallet until its user ends the wait: null then. */
  untilStopped<T>(answer: Promise<T>): Promise<T | null>
  /** Null: no wallet has shown an account, or its user wants another one. */
  connection(): BoostConnection | null
  /** Keeps and shows the account, so that the wallet is asked for it once. */
  connect(connection: BoostConnection | null): void
}
