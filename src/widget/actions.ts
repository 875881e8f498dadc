import type { BoostEvents } from './boost/events.ts'
import { h } from './dom.ts'
import type { WidgetWords } from './words.ts'

export interface ActionsSetup {
  /** Element that the buttons are put into, before what it holds. */
  place: HTMLElement
  words: WidgetWords
  /** All three calls, or enrolling only. */
  all: boolean
  network: string
  apiUrl: string | null
  signal: AbortSignal
  say(text: string, bad: boolean): void
  emit<K extends keyof BoostEvents>(type: K, detail: BoostEvents[K]): void
  connected(address: string): void
}

/** Buttons that need a wallet. The wallet's code is loaded at the first click, never before. */
export function mountActions({ place, words, ...setup }: ActionsSetup): void {
  const { t } = words
  const button = h('button', { type: 'button', part: 'button', onclick: (event: Event) => void start(event) }, t('enroll'))
  place.prepend(button)

  async function start(event: Event): Promise<void> {
    // A page may build clicks of its own; only a person's click may reach a wallet.
    if (!event.isTrusted || button.disabled) return
    button.disabled = true
    try {
      const { enroll } = await import('./wallet.ts')
      await enroll({ words, ...setup })
    } finally {
      button.disabled = false
    }
  }
}
