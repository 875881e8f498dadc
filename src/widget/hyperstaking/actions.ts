import { watchPresses, type PressWatch } from '../../ui/watch-presses.ts'
import type { FoundWallet } from '../../wallet/found-wallet.ts'
import { h } from '../dom.ts'
import { isFramed, openInOwnTab } from '../frame/framing.ts'
import type { PoolActionsSetup } from './actions-setup.ts'
import type { PoolWidgetAction } from './events.ts'
import { loadPoolWalletWords, type PoolWalletKey } from './wallet-words.ts'

/** Buttons that need a wallet. The wallet's code is loaded at the first click, never before. */
export async function mountPoolActions(setup: PoolActionsSetup): Promise<void> {
  const { view, f, all, say, signal } = setup
  const words = await loadPoolWalletWords(f.locale)
  if (signal.aborted) return
  const { t } = words
  const button = (action: PoolWidgetAction, text: string, plain: boolean) =>
    h(
      'button',
      {
        type: 'button',
        class: plain ? 's' : null,
        part: 'button',
        onclick: (event: Event) => void perform(event, action),
      },
      text,
    )
  const buttons = [
    button('deposit', t('deposit'), false),
    ...(all
      ? [
          button('withdraw', t('withdraw'), true),
          button('withdraw-all', t('withdrawAll'), true),
          button('claim', t('claim'), true),
        ]
      : []),
  ]
  view.actions.prepend(...buttons)
  const presses = guard(buttons, signal)

  /** Buttons that can be pressed once a person has had the time to see them. */
  function guard(
    guarded: HTMLButtonElement[],
    until: AbortSignal,
    focused?: HTMLButtonElement,
  ): PressWatch {
    for (const each of guarded) each.disabled = true
    return watchPresses({
      shown: guarded,
      signal: until,
      onSeen: (each) => {
        ;(each as HTMLButtonElement).disabled = false
        if (each === focused) focused.focus()
      },
    })
  }

  /** Only a person's press of a button in sight may reach a wallet; a page can fake all others. */
  function counts(event: Event, by: PressWatch): boolean {
    const isPress = by.counts(event, event.currentTarget as Element)
    if (event.isTrusted && !isPress) setup.fail('covered', t('problem.covered'))
    return isPress
  }

  async function perform(event: Event, action: PoolWidgetAction): Promise<void> {
    if (!counts(event, presses)) return
    // Wallets put their providers into top frames only.
    if (isFramed()) {
      openInOwnTab()
      return say(t('problem.framed'))
    }
    for (const each of buttons) each.disabled = true
    try {
      const { signPoolCall } = await import('./wallet.ts')
      await signPoolCall(action, { ...setup, words, choose, confirm, untilStopped })
    } catch (error) {
      if (!signal.aborted)
        setup.fail('wallet', `${t('problem.wallet')} ${t('sent.unknown')}`, error)
    } finally {
      view.plan.replaceChildren()
      for (const each of buttons) each.disabled = false
    }
  }

  function showPlan(paragraphs: string[], below: HTMLButtonElement[]): void {
    view.plan.replaceChildren(...paragraphs.map((text) => h('p', {}, text)), h('div', {}, ...below))
  }

  /**
   * Shows paragraphs and buttons, and waits for one of these to be pressed by a person; null when
   * the widget went away.
   */
  function ask<T>(
    paragraphs: string[],
    answers: [text: string, value: T, plain: boolean][],
  ): Promise<T | null> {
    return new Promise((resolve) => {
      const asked = new AbortController()
      const answer = (value: T | null) => {
        asked.abort()
        resolve(value)
      }
      signal.addEventListener('abort', () => answer(null), { once: true, signal: asked.signal })
      const pressed = (value: T) => (event: Event) => {
        if (!counts(event, choicesSeen)) return
        view.plan.replaceChildren()
        answer(value)
      }
      const choices = answers.map(([text, value, plain]) =>
        h(
          'button',
          { type: 'button', class: plain ? 's' : null, part: 'button', onclick: pressed(value) },
          text,
        ),
      )
      showPlan(paragraphs, choices)
      const choicesSeen = guard(choices, asked.signal, choices[0])
    })
  }

  /** Lets the visitor choose among several wallets. */
  function choose(wallets: readonly FoundWallet[]): Promise<string | null> {
    const usable = wallets.filter(({ conflict }) => !conflict)
    return ask<string | null>(usable.length < wallets.length ? [t('conflict')] : [], [
      ...usable.map(({ id, name }) => [name, id, true] as [string, string | null, boolean]),
      [t('cancel'), null, true],
    ])
  }

  /** States what a call does, risks or costs. */
  async function confirm(
    paragraphs: string[],
    yes: PoolWalletKey,
    no: PoolWalletKey | null,
  ): Promise<boolean> {
    const accepted = await ask(paragraphs, [
      [t(yes), true, false],
      ...(no === null ? [] : [[t(no), false, true] as [string, boolean, boolean]]),
    ])
    return accepted === true
  }

  /** Waits for a wallet's answer beside a button that ends the wait; null: it was pressed. */
  function untilStopped<T>(answer: Promise<T>, paragraphs: string[]): Promise<T | null> {
    const stopped = new Promise<null>((resolve) => {
      const stop = h(
        'button',
        { type: 'button', class: 's', part: 'button', onclick: () => resolve(null) },
        t('stop'),
      )
      showPlan(paragraphs, [stop])
    })
    return Promise.race([answer, stopped]).finally(() => view.plan.replaceChildren())
  }
}
