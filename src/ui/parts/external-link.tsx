import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** A link that leaves Twinstack, which its arrow says. */
export const ExternalLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="link out" href={href} target="_blank" rel="noopener noreferrer">
    {children}
    <Icon name="out" />
  </a>
)
