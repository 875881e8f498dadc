import { watchPresses, type PressWatch } from '../../ui/watch-presses.ts'
import { addressGroups } from '../../words/format/address.ts'
import { buttonKind } from '../button-kind.ts'
import { isFramed, openInOwnTab } from '../frame/framing.ts'
import type { StacksConnection } from '../stacks/signing-setup.ts'
import type { BoostActionsSetup } from './actions-setup.ts'
import type { UserAction } from './events.ts'
import { loadBoostWalletWords } from './wallet-words.ts'

/** Buttons that need a wallet. The wallet's code is loaded at the first click, never before. */
export async function mountBoostActions(setup: BoostActionsSetup): Promise<void> {
  const { h, place, f, all, life, say, signal } = setup
  const words = await loadBoostWalletWords(f.locale, setup.createTranslate)
  if (signal.aborted) return
  const { t } = words
  const choice = h('span', { class: 'choice' })
  const signer = h('span', { class: 'choice' })
  let connection: StacksConnection | null = null
  const address = h('input', {
    part: 'input',
    'aria-label': t('rewardAddress'),
    placeholder: t('rewardAddress'),
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const plain = (label: string, onclick: (event: Event) => void, isPlain = true) =>
    h('button', { ...buttonKind(isPlain), onclick }, label)
  const button = (action: UserAction, label: string, isPlain = true) =>
    plain(label, (event) => void perform(event, action), isPlain)
  const isOpen = life !== 'closed' && life !== 'ended'
  const buttons = isOpen ? [button('enroll', t('enroll'), false)] : []
  if (all && life !== 'ended') {
    buttons.push(button('change-reward-address', t('change')))
    place.prepend(h('span', { class: 'f wide' }, address))
  }
  if (all) buttons.push(button('opt-out', t('optOut')))
  place.prepend(...buttons, choice, signer)
  let busy = false
  const fresh = new Set<Element>(buttons)
  const enable = () => {
    for (const each of buttons) {
      each.disabled = busy || fresh.has(each)
      each.classList.toggle('fresh', !busy && fresh.has(each))
    }
  }
  enable()
  const presses = watchPresses({
    shown: buttons,
    signal,
    onSeen: (each) => {
      fresh.delete(each)
      enable()
    },
  })

  /** Only a person's press of a button in sight may reach a wallet; a page can fake all others. */
  function counts(event: Event, by: PressWatch): boolean {
    const isPress = by.counts(event, event.currentTarget as Element)
    if (event.isTrusted && !isPress) setup.fail('covered', t('problem.covered'))
    return isPress
  }

  async function perform(event: Event, action: UserAction): Promise<void> {
    if (busy || !counts(event, presses)) return
    // Not every wallet puts its provider into frames, and wallet code must not be there: it would
    // register as one itself.
    if (isFramed()) {
      openInOwnTab()
      return say(t('problem.framed'))
    }
    busy = true
    enable()
    say(t('connecting'))
    try {
      const { signAction } = await import('./wallet.ts')
      await signAction(action, address.value.trim() || null, {
        ...setup,
        words,
        choose,
        untilStopped,
        connection: () => connection,
        connect,
        offer,
        connected: (account) => {
          setup.connected(account)
          setup.emit('wallet-connect', { address: account })
        },
      })
    } catch (error) {
      if (signal.aborted) return
      setup.fail('wallet', `${t('problem.wallet')} ${t('sent.unknown')}`, error)
    } finally {
      choice.replaceChildren()
      busy = false
      enable()
    }
  }

  function offer(enrolled: boolean): void {
    // The first one enrolls.
    if (all && isOpen) for (const each of buttons) each.hidden = enrolled === (each === buttons[0])
  }

  /** Shows who signs, and a way to let the wallet show another account. */
  function connect(connected: StacksConnection | null): void {
    connection = connected
    for (const each of connected ? [] : buttons) each.hidden = false
    const another = plain(t('another'), () => connect(null))
    const account = connected && addressGroups(connected.account).join(' ')
    signer.replaceChildren(...(account ? [h('small', {}, t('signs', { account })), another] : []))
  }

  /** Waits for a wallet's answer beside a button that ends the wait; null: it was pressed. */
  function untilStopped<T>(answer: Promise<T>): Promise<T | null> {
    const stopped = new Promise<null>((resolve) => {
      choice.replaceChildren(plain(t('stop'), () => resolve(null)))
    })
    return Promise.race([answer, stopped]).finally(() => choice.replaceChildren())
  }

  /** Lets the visitor choose among several wallets. */
  function choose(wallets: { id: string; name: string }[]): Promise<string> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('removed')), { once: true })
      const choices = wallets.map(({ id, name }) =>
        plain(name, (event) => void (counts(event, seen) && resolve(id))),
      )
      choice.replaceChildren(...choices)
      const seen = watchPresses({ shown: choices, signal })
      choices[0]!.focus()
    })
  }
}
