import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Known, UnknownReason } from '../../chain/known.ts'
import { useWords } from '../../words/words.ts'

/** A dash that says on demand why the value is not known. */
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

/** Shows a value when it is known, else the dash. */
export function Value<T>({
  of,
  children,
}: {
  of: Known<T>
  children: (value: T) => ComponentChildren
}) {
  return of.known ? <>{children(of.value)}</> : <Unknown reason={of.reason} />
}
