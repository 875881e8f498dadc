import type { UserAction, BoostEvents } from './boost/events.ts'
import { inForeignFrame, openOnTop } from './frame/top.ts'
import type { h as build } from './dom.ts'
import type { WidgetWords } from './words.ts'

export interface ActionsSetup {
  /** Builds elements; handed over, so that this chunk and the core share no third one. */
  h: typeof build
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
  /** The wallet's account, to be followed from now on. */
  connected(address: string): void
}

/** Buttons that need a wallet. The wallet's code is loaded at the first click, never before. */
export function mountActions(setup: ActionsSetup): void {
  const { h, place, words, all, say } = setup
  const { t } = words
  const choice = h('span', { class: 'choice' })
  const address = h('input', { part: 'input', 'aria-label': t('rewardAddress'), placeholder: t('rewardAddress'), autocomplete: 'off', spellcheck: 'false' })
  const main = h('button', { type: 'button', part: 'button', onclick: act('enroll') }, t('enroll'))
  const buttons = [main]
  if (all) {
    buttons.push(
      h('button', { type: 'button', class: 's', part: 'button', onclick: act('change-reward-address') }, t('change')),
      h('button', { type: 'button', class: 's', part: 'button', onclick: act('opt-out') }, t('optOut')),
    )
    place.prepend(h('span', { class: 'f wide' }, address))
  }
  place.prepend(...buttons, choice)

  function act(action: UserAction) {
    return (event: Event) => void perform(event, action)
  }

  async function perform(event: Event, action: UserAction): Promise<void> {
    // A page can build clicks of its own; only a person's click may reach a wallet.
    if (!event.isTrusted) return
    // Not every wallet puts its provider into frames, and wallet code must not be there: it would register as one itself.
    if (inForeignFrame()) {
      openOnTop()
      return say(t('problem.framed'), false)
    }
    for (const button of buttons) button.disabled = true
    say(t('nothingMoves'), false)
    try {
      const { signAction } = await import('./wallet.ts')
      await signAction(action, address.value.trim() || null, { ...setup, choose })
    } catch (error) {
      say(t('problem.wallet'), true)
      setup.emit('widget-error', { code: 'wallet', message: error instanceof Error ? error.message : String(error) })
    } finally {
      choice.replaceChildren()
      for (const button of buttons) button.disabled = false
    }
  }

  /** Lets the visitor choose among several wallets. */
  function choose(wallets: { id: string; name: string }[]): Promise<string> {
    return new Promise((resolve, reject) => {
      setup.signal.addEventListener('abort', () => reject(new Error('removed')), { once: true })
      choice.replaceChildren(...wallets.map(({ id, name }) => h('button', { type: 'button', class: 's', part: 'button', onclick: (event: Event) => event.isTrusted && resolve(id) }, name)))
      ;(choice.firstElementChild as HTMLElement).focus()
    })
  }
}
