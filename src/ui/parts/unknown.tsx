import { useState } from 'preact/hooks'
import type { UnknownReason } from '../../chain/known.ts'
import { useWords } from '../hooks/use-words.ts'

/** A dash that explains on demand why the value is not known. */
export function Unknown({ reason }: { reason: UnknownReason }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <span class="unknown">
      <button
        type="button"
        class="dash"
        aria-expanded={open}
        aria-label={t('unknown.label')}
        onClick={() => setOpen(!open)}
      >
        —
      </button>
      {open && (
        <span class="unknown-why" role="status">
          {t(`unknown.${reason}`)}
        </span>
      )}
    </span>
  )
}
