import type { h as build } from '../dom.ts'
import type { BoostEvents } from './events.ts'
import type { BoostWords } from './words.ts'

export interface BoostActionsSetup {
  /** Builds elements; handed over, so that this chunk and the core share no third one. */
  h: typeof build
  /** Element that the buttons are put into, before what it holds. */
  place: HTMLElement
  words: BoostWords
  /** All three calls, or enrolling only. */
  all: boolean
  /** Where a transaction goes, as the element says at that moment. */
  where(): { network: string; apiUrl: string | null }
  signal: AbortSignal
  say(text: string, bad: boolean): void
  emit<K extends keyof BoostEvents>(type: K, detail: BoostEvents[K]): void
  /** The wallet's account, to be followed from now on. */
  connected(address: string): void
}
export type SigningSetup = Omit<BoostActionsSetup, 'place' | 'h'> & {
  choose(wallets: { id: string; name: string }[]): Promise<string>
}
