import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { glossary } from '../../words/en/glossary.ts'
import { useWords } from '../hooks/use-words.ts'

type KeyOf<G> = G extends `term.${infer Name}` ? Name : never
export type TermName = KeyOf<keyof typeof glossary>

/**
 * A word of the field, explained on hover, on focus and by a tap; Escape puts the explanation away.
 * Until its sentence is loaded it is a plain word.
 */
export function Term({ of, children }: { of: TermName; children: ComponentChildren }) {
  const { t, has } = useWords()
  const id = useId()
  const [isFocused, setFocused] = useState(false)
  const [isOver, setOver] = useState(false)
  if (!has(`term.${of}`)) return <>{children}</>
  const close = () => {
    setFocused(false)
    setOver(false)
  }
  const hover = (over: boolean) => (event: PointerEvent) => {
    // A finger has no hover: it focuses.
    if (event.pointerType === 'mouse') setOver(over)
  }
  return (
    <span
      class="term"
      onPointerEnter={hover(true)}
      onPointerLeave={hover(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !(isFocused || isOver)) return
        // What is around it stays open.
        event.stopPropagation()
        close()
      }}
    >
      <button
        type="button"
        class="term-word"
        aria-describedby={id}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onClick={() => setFocused(true)}
      >
        {children}
      </button>
      <span id={id} role="tooltip" class="term-text" hidden={!isFocused && !isOver}>
        {t(`term.${of}`)}
      </span>
    </span>
  )
}
