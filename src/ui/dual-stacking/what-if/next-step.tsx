import { useId, useState } from 'preact/hooks'
import type { Projection } from '../../../protocol/dual-stacking/projection/project.ts'
import { useWords } from '../../hooks/use-words.ts'
import type { Explanation } from '../explain-projection.ts'
import { FigureExplanation } from '../figure-explanation.tsx'

/** The step that is shown, scaled by 10^8. */
const HALF = 50_000_000n

/** The cheapest next step in the reader's units; its figures open their formula. */
export function NextStep({
  projection,
  explained,
}: {
  projection: Projection
  explained: Explanation | null
}) {
  const { t, f } = useWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  if (projection.cycle.ratio === null) return null
  const step = projection.next
  if (!step)
    return (
      <div class="tip">
        <span>{t('next.atMaximum')}</span>
      </div>
    )
  const brings =
    step.addRewardSats === null
      ? ''
      : ` → ${t('next.brings', { sats: f.sats(step.addRewardSats, 'change') })}`
  return (
    <div class="tip">
      <span>
        {projection.nextHalf
          ? t('next.half', { step: `${f.decimal(HALF, 8)}×` })
          : t('next.maximum', { boost: f.boost(step.boost) })}
      </span>
      <button
        type="button"
        class="ask"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {f.stx(step.addMicroStx, 'need')}
        {brings}
      </button>
      <div id={id} class="tip-why" hidden={!open}>
        {open && explained && <FigureExplanation question="step" explained={explained} />}
      </div>
    </div>
  )
}
