import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface SetupFoldProps {
  title: ComponentChildren
  /** It is the step to do now: it opens by itself. */
  isNow: boolean
  children: ComponentChildren
}

/** A step that can be opened; what is folded is not there to be found or pressed. */
export function SetupFold({ title, isNow, children }: SetupFoldProps) {
  const [isOpen, setOpen] = useState(isNow)
  useEffect(() => setOpen(isNow), [isNow])
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <div class="stack">{children}</div>}
    </details>
  )
}
