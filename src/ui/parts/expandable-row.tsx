import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'

/** A row of a list whose details are one click away. */
export function ExpandableRow({
  label,
  value,
  children,
}: {
  label: ComponentChildren
  value: ComponentChildren
  children: ComponentChildren
}) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <li>
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
