import type { ComponentChildren } from 'preact'
import { useWords } from '../../hooks/use-words.ts'

interface EffectsProps {
  does: ComponentChildren
  counts: ComponentChildren
  costs?: ComponentChildren
  /** MicroSTX that the last call like this cost; null: not known. */
  fee?: bigint | null
}

/**
 * What a transaction does, moves and costs, and from when it counts: shown before the wallet opens.
 */
export function Effects({ does, counts, costs, fee = null }: EffectsProps) {
  const { t, f } = useWords()
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
      <dd>
        {costs ??
          (fee === null ? t('effects.fee') : t('effects.feeLast', { fee: f.stx(fee, 'exact') }))}
      </dd>
    </dl>
  )
}
