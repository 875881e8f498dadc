import { buttonKind } from '../button-kind.ts'
import { h } from '../dom.ts'
import { isFramed, openInOwnTab } from '../frame/framing.ts'
import { createVisitorQuestions } from '../visitor-questions.ts'
import type { PoolActionsSetup } from './actions-setup.ts'
import type { PoolWidgetAction } from './events.ts'
import { loadPoolWalletWords } from './wallet-words.ts'

/** Buttons that need a wallet. The wallet's code is loaded at the first click, never before. */
export async function mountPoolActions(setup: PoolActionsSetup): Promise<void> {
  const { view, f, all, say, signal } = setup
  const words = await loadPoolWalletWords(f.locale)
  if (signal.aborted) return
  const { t } = words
  const { guard, counts, choose, confirm, untilStopped } = createVisitorQuestions({
    plan: view.plan,
    signal,
    t,
    conflict: t('conflict'),
    fail: setup.fail,
  })
  const button = (action: PoolWidgetAction, text: string, plain: boolean) =>
    h(
      'button',
      { ...buttonKind(plain), onclick: (event: Event) => void perform(event, action) },
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
  const presses = guard(buttons)

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
}
