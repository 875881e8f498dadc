import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface CardProps {
  title: ComponentChildren
  aside?: ComponentChildren
  children: ComponentChildren
  class?: string
}

export function Card({ title, aside, children, class: own = '' }: CardProps) {
  const id = useId()
  return (
    <section class={`card ${own}`} aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{title}</h2>
        {aside && <span class="aside">{aside}</span>}
      </div>
      {children}
    </section>
  )
}
