import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

interface NoticeProps {
  tone: 'info' | 'good' | 'bad' | 'wait' | 'warn'
  title?: ComponentChildren
  children?: ComponentChildren
  /** Buttons. */
  actions?: ComponentChildren
}

const signs = { good: 'check', bad: 'alert', warn: 'alert', info: 'info' } as const

/** A highlighted message; errors are announced at once, the rest when the reader pauses. */
export const Callout = ({ tone, title, children, actions }: NoticeProps) => (
  <section class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <span class="notice-sign">
      {tone === 'wait' ? <i class="spinner" aria-hidden="true" /> : <Icon name={signs[tone]} />}
    </span>
    <div class="notice-text">
      {title && <p class="notice-title">{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  </section>
)
