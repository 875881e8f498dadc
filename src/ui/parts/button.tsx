import type { ComponentChildren } from 'preact'

interface ButtonProps {
  children: ComponentChildren
  onClick?: (event: MouseEvent) => void
  /** `primary`: the main action; `quiet`: text only; `danger-text`: it leads to a loss. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger' | 'danger-text'
  type?: 'button' | 'submit'
  disabled?: boolean
  id?: string
}

export const Button = ({
  children,
  onClick,
  kind = 'plain',
  type = 'button',
  disabled,
  id,
}: ButtonProps) => (
  <button id={id} type={type} class={`btn ${kind}`} onClick={onClick} disabled={disabled}>
    {children}
  </button>
)

interface IconButtonProps {
  label: string
  children: ComponentChildren
  onClick: () => void
  id?: string
}

export const IconButton = ({ label, children, onClick, id }: IconButtonProps) => (
  <button id={id} type="button" class="icon-btn" aria-label={label} title={label} onClick={onClick}>
    {children}
  </button>
)
