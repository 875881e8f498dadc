import { sumSats } from '../../app/dual-stacking/rewards.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { ExternalLink } from '../parts/external-link.tsx'

interface EndedCardProps {
  payments: readonly RewardPayment[]
  /** Whether all past payments have been read. */
  complete: boolean
  onRewards: () => void
  /** Where the end was announced; null: not known. */
  source: string | null
}

/** All that there is to say of a programme that has ended: nothing is asked of its holders. */
export function EndedCard({ payments, complete, onRewards, source }: EndedCardProps) {
  const { t, f } = useWords()
  return (
    <Card title={t('life.ended.title')}>
      <p>{t('life.ended.text')}</p>
      {(payments.length > 0 || complete) && (
        <p>
          {payments.length > 0
            ? t('life.ended.rewards', {
                sats: f.sats(sumSats(payments)),
                payments: t('life.payments', { count: payments.length }),
              })
            : t('life.ended.none')}
        </p>
      )}
      {payments.length > 0 && <Button onClick={onRewards}>{t('life.ended.records')}</Button>}
      <p class="muted">
        {t('life.ended.next')}
        {source !== null && (
          <>
            {' '}
            <ExternalLink href={source}>{t('life.source')}</ExternalLink>
          </>
        )}
      </p>
    </Card>
  )
}
