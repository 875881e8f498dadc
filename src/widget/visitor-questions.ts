import { watchPresses, type PressWatch } from '../ui/watch-presses.ts'
import type { Translate } from '../words/translate.ts'
import { buttonKind } from './button-kind.ts'
import { h } from './dom.ts'

type CommonKey = 'problem.covered' | 'cancel' | 'stop'

interface QuestionSetup<Key extends string> {
  /** Where questions are put. */
  plan: HTMLElement
  signal: AbortSignal
  t: Translate<Key | CommonKey>
  /** Said where two wallets use one id. */
  conflict?: string
  /** Shows what went wrong and reports it to the page. */
  fail(code: string, sentence: string): void
}

/** What a wallet's code asks a visitor below a widget's figures. */
export interface VisitorQuestions<Key extends string> {
  /** Disables buttons until a person has had the time to see them. */
  guard(guarded: HTMLButtonElement[]): PressWatch
  /** Only a person's press of a button in sight may reach a wallet; a page can fake all others. */
  counts(event: Event, by: PressWatch): boolean
  /** The chosen wallet's id; null: none. */
  choose(
    wallets: readonly { id: string; name: string; conflict?: boolean }[],
  ): Promise<string | null>
  /** Whether a person has pressed `yes` below these paragraphs; `no` null: there is no other. */
  confirm(paragraphs: string[], yes: Key, no: Key | null): Promise<boolean>
  /** Waits for a wallet beside a button that ends the wait; null: it was pressed. */
  untilStopped<T>(answer: Promise<T>, paragraphs?: string[]): Promise<T | null>
}

/** Questions that a person answers by pressing a button, and no page in a person's place. */
export function createVisitorQuestions<Key extends string>({
  plan,
  signal,
  t,
  conflict: said,
  fail,
}: QuestionSetup<Key>): VisitorQuestions<Key> {
  function guard(
    guarded: HTMLButtonElement[],
    until: AbortSignal = signal,
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

  function counts(event: Event, by: PressWatch): boolean {
    const isPress = by.counts(event, event.currentTarget as Element)
    if (event.isTrusted && !isPress) fail('covered', t('problem.covered'))
    return isPress
  }

  function showPlan(paragraphs: string[], below: HTMLButtonElement[]): void {
    plan.replaceChildren(...paragraphs.map((text) => h('p', {}, text)), h('div', {}, ...below))
  }

  const buttonOf = (text: string, plain: boolean, onclick: (event: Event) => void) =>
    h('button', { ...buttonKind(plain), onclick }, text)

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
        plan.replaceChildren()
        answer(value)
      }
      const choices = answers.map(([text, value, plain]) => buttonOf(text, plain, pressed(value)))
      showPlan(paragraphs, choices)
      const choicesSeen = guard(choices, asked.signal, choices[0])
    })
  }

  return {
    guard: (guarded) => guard(guarded),
    counts,
    choose(wallets) {
      const usable = wallets.filter(({ conflict }) => !conflict)
      return ask<string | null>(said && usable.length < wallets.length ? [said] : [], [
        ...usable.map(({ id, name }) => [name, id, true] as [string, string | null, boolean]),
        [t('cancel'), null, true],
      ])
    },
    async confirm(paragraphs, yes, no) {
      const accepted = await ask(paragraphs, [
        [t(yes), true, false],
        ...(no === null ? [] : [[t(no), false, true] as [string, boolean, boolean]]),
      ])
      return accepted === true
    },
    untilStopped<T>(answer: Promise<T>, paragraphs: string[] = []) {
      const stopped = new Promise<null>((resolve) => {
        showPlan(paragraphs, [buttonOf(t('stop'), true, () => resolve(null))])
      })
      return Promise.race([answer, stopped]).finally(() => plan.replaceChildren())
    },
  }
}
