import { useEffect, useRef, useState } from 'preact/hooks'
import type { UnknownReason } from '../../chain/known.ts'
import { useWords } from '../hooks/use-words.ts'

/** A dash that explains on demand why the value is not known; it is called after its figure. */
export function Unknown({ reason }: { reason: UnknownReason }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [figure, setFigure] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => setFigure(termBeside(button.current)), [])
  return (
    <span class="unknown">
      <button
        ref={button}
        type="button"
        class="dash"
        aria-expanded={open}
        aria-label={figure ? t('unknown.labelOf', { figure }) : t('unknown.label')}
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

/** The term that a value in a list of them belongs to. */
function termBeside(value: Element | null): string | null {
  const before = value?.closest('dd')?.previousElementSibling
  return before?.tagName === 'DT' ? (before.textContent?.trim() ?? null) : null
}
