import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

interface ScreenProps {
  title: string
  onBack: () => void
  /** Id of what holds the field that takes the focus; the heading does where absent. */
  startAt?: string
  children: ComponentChildren
}

/** A screen one level deeper: its heading takes the focus, Escape and the arrow go back. */
export function Screen({ title, onBack, startAt, children }: ScreenProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const field = startAt && document.querySelector<HTMLElement>(`#${startAt} input`)
    const first = field || heading.current
    first?.focus()
  }, [])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onBack()
  }
  return (
    <div class="screen" onKeyDown={leave}>
      <div class="screen-head">
        <IconButton label={t('nav.back')} onClick={onBack}>
          <Icon name="back" />
        </IconButton>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {children}
    </div>
  )
}
