import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskState } from '../../app/hyperstaking/dusk-state.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { referralLink } from '../../app/hyperstaking/referral-link.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useCopy } from '../hooks/use-copy.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { KnownValue } from '../parts/known-value.tsx'

const shortLink = (link: string | null, account: string): string =>
  link === null ? shortAddress(account) : `${new URL(link).host} … ${shortAddress(account)}`

/** The holder's referral link for a pool that splits rewards, and what it has earned. */
export function ReferralCard({
  pool,
  account,
  page,
  settings,
}: { pool: PoolSummary; account: string } & Pick<DuskState, 'page' | 'settings'>) {
  const { t, f } = useWords()
  const { copied, isRefused, copy } = useCopy()
  const link = referralLink(page, settings, pool.id, account)
  const text = link ?? account
  const { position, prospect } = pool
  return (
    <Card
      title={t('hyper.referral')}
      aside={
        prospect.known &&
        t('hyper.referral.rate', { rate: f.percent(prospect.value.referralRate, 0) })
      }
    >
      <p class="note">{t(link === null ? 'hyper.referral.code' : 'hyper.referral.link')}</p>
      <p class={isRefused ? 'mono referral-link' : 'mono referral-short'} title={text}>
        {isRefused ? text : shortLink(link, account)}
      </p>
      <div class="form-actions">
        <Button onClick={() => void copy(text)}>{t('hyper.referral.copy')}</Button>
        <span class="note" role="status">
          {copied === text && t('hyper.referral.copied')}
          {isRefused && t('hyper.referral.notCopied')}
        </span>
      </div>
      {position && (
        <dl class="facts">
          <div>
            <dt>{t('hyper.referral.income')}</dt>
            <dd class="amber">
              <KnownValue of={position.income}>{(lux) => duskAmount(f, lux)}</KnownValue>
            </dd>
          </div>
          <div>
            <dt>{t('hyper.referral.referred')}</dt>
            <dd>
              <KnownValue of={position.referred}>
                {({ accounts, deposits }) =>
                  t('hyper.referral.referred.value', {
                    accounts: f.integer(accounts),
                    amount: duskAmount(f, deposits, 'about'),
                  })
                }
              </KnownValue>
            </dd>
          </div>
          <div>
            <dt>{t('hyper.referral.by')}</dt>
            <dd>
              <KnownValue of={position.referrer}>
                {(by) =>
                  by === null ? (
                    t('hyper.referral.nobody')
                  ) : (
                    <span class="mono" title={by}>
                      {shortAddress(by)}
                    </span>
                  )
                }
              </KnownValue>
            </dd>
          </div>
        </dl>
      )}
    </Card>
  )
}
