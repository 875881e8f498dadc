import { missingValues } from '../../app/dual-stacking/projection-request.ts'
import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'

interface UnprojectedProps {
  network: NetworkReading | null
  reading: AccountReading | null
  failed: boolean
  /** The address is being read for the first time. */
  first: boolean
}

/** Shown in place of the figures: which of their values are not known, and why. */
export function MissingFigures({ network, reading, failed, first }: UnprojectedProps) {
  const { t } = useWords()
  const missing = missingValues(network, reading)
  if (first || (missing.every(({ reason }) => reason === 'not-read') && missing.length > 0))
    return (
      <Card title={t('whatIf.title')}>
        <p class="muted" role="status">
          <span class="sr">{t('age.never')}</span>
          <span class="skeleton" />
        </p>
      </Card>
    )
  if (missing.length === 0)
    return (
      <Card title={t('whatIf.title')}>
        <p class="muted" role="status">
          {failed ? t('figures.failed') : t('figures.computing')}
        </p>
      </Card>
    )
  return (
    <Card title={t('figures.missing')}>
      <dl class="details">
        {missing.map(({ value, reason }) => (
          <div key={value}>
            <dt>{t(`figures.${value}`)}</dt>
            <dd>{t(`unknown.${reason}`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
