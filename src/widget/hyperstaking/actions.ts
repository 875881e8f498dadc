import { addressGroups } from '../../words/format/address.ts'
import { buttonKind } from '../button-kind.ts'
import { h } from '../dom.ts'
import { isFramed, openInOwnTab } from '../frame/framing.ts'
import { createVisitorQuestions } from '../visitor-questions.ts'
import type { PoolHolding, PoolActionsSetup } from './actions-setup.ts'
import type { PoolWidgetAction } from './events.ts'
import { loadPoolWalletWords } from './wallet-words.ts'

/**
 * Buttons that need a wallet. The wallet's code is loaded at the first click, never before. Gives
 * what shows the calls that fit an account, once it was read (undefined: it could not be); until
 * then a page that offers all has one button, which connects.
 */
export async function mountPoolActions(
  setup: PoolActionsSetup,
): Promise<((holding: PoolHolding | undefined) => void) | undefined> {
  const { view, f, all, say, signal } = setup
  const words = await loadPoolWalletWords(f.locale)
  if (signal.aborted) return undefined
  const { t } = words
  const { guard, counts, choose, confirm, untilStopped } = createVisitorQuestions({
    plan: view.plan,
    signal,
    t,
    conflict: t('conflict'),
    fail: setup.fail,
  })
  const plainButton = (text: string, plain: boolean, onclick: (event: Event) => void) =>
    h('button', { ...buttonKind(plain), onclick }, text)
  const button = (action: PoolWidgetAction | 'connect', text: string, plain: boolean) =>
    plainButton(text, plain, (event) => void perform(event, action))
  const connect = button('connect', t('connect'), false)
  const deposit = button('deposit', t('deposit'), false)
  const withdrawals = [
    button('withdraw', t('withdraw'), true),
    button('withdraw-all', t('withdrawAll'), true),
  ]
  const claim = button('claim', t('claim'), true)
  const buttons = all ? [connect, deposit, ...withdrawals, claim] : [deposit]
  const signer = h('span', { class: 'choice' })
  view.actions.prepend(...buttons, signer)
  offerConnecting()
  const presses = guard(buttons)

  function offerConnecting(): void {
    if (all) for (const each of buttons) each.hidden = each !== connect
  }

  function offer({ position, claimable }: PoolHolding = { position: null, claimable: null }): void {
    connect.hidden = true
    deposit.hidden = false
    for (const each of withdrawals) each.hidden = position === 0n
    claim.hidden = (claimable ?? position) === 0n
  }

  /** Shows whose wallet it is, and a way to forget it. */
  function showSigner(account: string): void {
    const forget = plainButton(t('disconnect'), true, () => {
      signer.replaceChildren()
      setup.connected(null)
      offerConnecting()
    })
    const connected = t('connected', { account: addressGroups(account).join(' ') })
    signer.replaceChildren(h('small', {}, connected), forget)
  }

  async function perform(event: Event, action: PoolWidgetAction | 'connect'): Promise<void> {
    if (!counts(event, presses)) return
    // Wallets put their providers into top frames only.
    if (isFramed()) {
      openInOwnTab()
      return say(t('problem.framed'))
    }
    for (const each of buttons) each.disabled = true
    try {
      const { signPoolCall } = await import('./wallet.ts')
      await signPoolCall(action, {
        ...setup,
        words,
        choose,
        confirm,
        untilStopped,
        connected: (account) => {
          setup.connected(account)
          if (account !== null) showSigner(account)
        },
      })
    } catch (error) {
      if (!signal.aborted)
        setup.fail('wallet', `${t('problem.wallet')} ${t('sent.unknown')}`, error)
    } finally {
      view.plan.replaceChildren()
      for (const each of buttons) each.disabled = false
    }
  }

  return offer
}
