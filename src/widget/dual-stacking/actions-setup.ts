import type { ProgrammeLife } from '../../chain/stacks/programme-life.ts'
import type { createTranslate as translate } from '../../words/translate.ts'
import type { h as build } from '../dom.ts'
import type { WidgetFormat } from '../plain-format.ts'
import type { StacksSigningSetup } from '../stacks/signing-setup.ts'
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

export type SigningSetup = Omit<BoostActionsSetup, 'place' | 'h' | 'createTranslate'> &
  StacksSigningSetup & {
    words: BoostWalletWords
    /** Leaves the calls that fit an account: enrolled from the next cycle on, or not. */
    offer(enrolled: boolean): void
  }
