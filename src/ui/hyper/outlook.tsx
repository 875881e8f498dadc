import { useWords } from '../messages/words.ts'
import { duskAmount } from './amount.ts'
import type { Outlook } from './state.ts'

/** What an amount is expected to earn, how far that may vary, and what that takes for granted. */
export function OutlookText({ outlook: { principal, mean, low, high, apr, apy } }: { outlook: Outlook }) {
  const { t, f } = useWords()
  return (
    <dl class="facts">
      <div><dt>{t('hyper.expectedOf', { amount: duskAmount(f, principal, 'about') })}</dt><dd class="amber">{t('about', { amount: duskAmount(f, mean, 'about') })}</dd></div>
      {low !== null && high !== null && <div><dt class="note">{t('hyper.range', { low: duskAmount(f, low, 'about'), high: duskAmount(f, high, 'about') })}</dt></div>}
      <div><dt>{t('hyper.rate')}</dt><dd>{f.percent(apr)}</dd></div>
      <div><dt class="note">{t('hyper.rate.apy', { apy: f.percent(apy) })} · {t('hyper.assumed')}</dt></div>
    </dl>
  )
}
