import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'

/** A row of a list whose details are one click away; one that was `asked` for shows them. */
export function ExpandableRow({
  label,
  value,
  children,
  asked = false,
}: {
  label: ComponentChildren
  value: ComponentChildren
  children: ComponentChildren
  asked?: boolean
}) {
  const [open, setOpen] = useState(asked)
  const id = useId()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (asked) row.current?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  return (
    <li ref={row} class={asked ? 'asked' : undefined}>
      <button
        type="button"
        class="row toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>{label}</span>
        <span>
          {value} <Icon name="down" />
        </span>
      </button>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </li>
  )
}
