import type { ComponentChildren } from 'preact'
import { useWords } from '../../hooks/use-words.ts'

interface EffectsProps {
  does: ComponentChildren
  counts: ComponentChildren
  costs?: ComponentChildren
}

/**
 * What a transaction does, moves and costs, and from when it counts: shown before the wallet opens.
 */
export function Effects({ does, counts, costs }: EffectsProps) {
  const { t } = useWords()
  return (
    <dl class="effects">
      <dt>{t('effects.does')}</dt>
      <dd>{does}</dd>
      <dt>{t('effects.moves')}</dt>
      <dd>
        <strong>{t('effects.nothing')}</strong> {t('effects.nothingMore')}
      </dd>
      <dt>{t('effects.counts')}</dt>
      <dd>{counts}</dd>
      <dt>{t('effects.costs')}</dt>
      <dd>{costs ?? t('effects.fee')}</dd>
    </dl>
  )
}
