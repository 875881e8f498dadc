import { addressGroups } from '../../words/format/address.ts'
import { buttonKind } from '../button-kind.ts'
import { h } from '../dom.ts'
import { isFramed, openInOwnTab } from '../frame/framing.ts'
import type { StacksConnection } from '../stacks/signing-setup.ts'
import { createVisitorQuestions } from '../visitor-questions.ts'
import type { YieldActionsSetup } from './actions-setup.ts'
import type { YieldAction } from './events.ts'
import { loadYieldWalletWords, type YieldWalletKey } from './wallet-words.ts'

/** Buttons that need a wallet. The wallet's code is loaded at the first click, never before. */
export async function mountYieldActions(setup: YieldActionsSetup): Promise<void> {
  const { view, f, all, say, signal, emit } = setup
  const words = await loadYieldWalletWords(f.locale)
  if (signal.aborted) return
  const { t } = words
  const { plan } = view
  const { guard, counts, choose, confirm, untilStopped } = createVisitorQuestions<YieldWalletKey>({
    plan,
    signal,
    t,
    fail: setup.fail,
  })
  let connection: StacksConnection | null = null
  const signer = h('span', { class: 'choice' })
  const buttonOf = (text: string, plain: boolean, onclick: (event: Event) => void) =>
    h('button', { ...buttonKind(plain), onclick }, text)
  const button = (action: YieldAction, plain: boolean) =>
    buttonOf(t(action), plain, (event) => void perform(event, action))
  const buttons = [button('stake', false), ...(all ? [button('claim', true)] : [])]
  view.actions.prepend(...buttons, signer)
  const presses = guard(buttons)

  /** Shows who signs, and a way to let the wallet show another account. */
  function connect(connected: StacksConnection | null): void {
    connection = connected
    const account = connected && addressGroups(connected.account).join(' ')
    const another = buttonOf(t('another'), true, () => connect(null))
    signer.replaceChildren(...(account ? [h('small', {}, t('signs', { account })), another] : []))
  }

  async function perform(event: Event, action: YieldAction): Promise<void> {
    if (!counts(event, presses)) return
    // Not every wallet puts its provider into frames, and wallet code must not be there: it would
    // register as one itself.
    if (isFramed()) {
      openInOwnTab()
      return say(t('problem.framed'))
    }
    for (const each of buttons) each.disabled = true
    say(t('connecting'))
    try {
      const { signStaking } = await import('./wallet.ts')
      await signStaking(action, {
        ...setup,
        words,
        choose,
        confirm,
        untilStopped,
        connection: () => connection,
        connect,
        connected: (address) => {
          setup.connected(address)
          emit('yield-wallet-connect', { address })
        },
      })
    } catch (error) {
      if (!signal.aborted)
        setup.fail('wallet', `${t('problem.wallet')} ${t('sent.unknown')}`, error)
    } finally {
      plan.replaceChildren()
      for (const each of buttons) each.disabled = false
    }
  }
}
