import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskNotice } from '../../app/hyperstaking/dusk-notice.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'

/** Rewards and problems of the holder's pools, newest first. */
export function DuskNewsCard({ notices }: { notices: readonly DuskNotice[] }) {
  const { t, f } = useWords()
  const sentence = ({ kind, pool }: DuskNotice): string =>
    kind === 'calls-open' || kind === 'calls-closed'
      ? t(`hyper.news.${kind}`)
      : t(`hyper.news.${kind}`, { pool: pool?.name ?? '' })
  return (
    <Card title={t('hyper.news')}>
      {notices.length === 0 ? (
        <p class="muted">{t('hyper.news.none')}</p>
      ) : (
        <ul class="rows">
          {notices.map((notice) => (
            <li key={notice.key} class="row">
              <span>{sentence(notice)}</span>
              {notice.lux !== null && (
                <b class={notice.kind === 'reward' ? 'amber' : 'bad'}>
                  {t(notice.kind === 'reward' ? 'hyper.news.reward.own' : 'hyper.news.slash.lux', {
                    amount: duskAmount(f, notice.lux, 'about'),
                  })}
                </b>
              )}
              <span class="aside">
                {t('hyper.news.block', { height: f.integer(notice.height) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
