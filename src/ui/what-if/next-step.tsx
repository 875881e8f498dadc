import { useWords } from '../messages/words.ts'
import type { Projection } from '../../protocol/dual-stacking/projection/project.ts'

/** The step that is shown, scaled by 10^8. */
const HALF = 50_000_000n

/** The cheapest next step in the reader's units. */
export function NextStep({ projection }: { projection: Projection }) {
  const { t, f } = useWords()
  if (projection.cycle.ratio === null) return null
  const step = projection.next
  if (!step) return <div class="tip"><span>{t('next.atMaximum')}</span></div>
  return (
    <div class="tip">
      <span>{projection.nextHalf ? t('next.half', { step: `${f.decimal(HALF, 8)}×` }) : t('next.maximum', { boost: f.boost(step.boost) })}</span>
      <b>{f.stx(step.addMicroStx, 'need')}{step.addRewardSats !== null && ` → ${f.sats(step.addRewardSats, 'change')}`}</b>
    </div>
  )
}
