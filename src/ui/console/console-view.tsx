import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'

export const consoleSections = [
  'cycle',
  'participants',
  'rewards',
  'pool',
  'admin',
  'reads',
  'audit',
  'deploy',
  'share',
  'staking',
  'staking-managers',
  'staking-manager',
  'staking-claims',
  'staking-audit',
  'hyperstaking',
] as const
export type ConsoleSection = (typeof consoleSections)[number]

interface ConsoleViewProps {
  /** Sections that can be opened, in order; `admin` only for the contract's admin. */
  sections: readonly ConsoleSection[]
  selected: ConsoleSection
  onSelect: (section: ConsoleSection) => void
  /** The heading; null: the section's own name. */
  title: string | null
  /** A line of facts next to the heading. */
  facts: string
  /** Notices above the content. */
  banners?: ComponentChildren
  /** Below the sections: the signing account. */
  account?: ComponentChildren
  children: ComponentChildren
}

/**
 * The console's frame: a list of sections, one of them open. Sections are links, so that they open
 * in tabs and the back button works.
 */
export function ConsoleView({
  sections,
  selected,
  onSelect,
  title,
  facts,
  banners,
  account,
  children,
}: ConsoleViewProps) {
  const { t } = useWords()
  // Each section can be in a tab of its own.
  const documentTitle = `${t(`console.section.${selected}`)} · ${t('console.name')}`
  useEffect(() => void (document.title = documentTitle), [documentTitle])
  return (
    <div class="app console">
      <aside>
        <p class="console-name">{t('console.name')}</p>
        <nav aria-label={t('nav.sections')}>
          {sections.map((section) => (
            <a
              key={section}
              href={`#${section}`}
              aria-current={section === selected ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                onSelect(section)
              }}
            >
              {t(`console.section.${section}`)}
            </a>
          ))}
        </nav>
        {account && <div class="console-account">{account}</div>}
      </aside>
      <main class="console-main">
        <h1>
          {title ?? t(`console.section.${selected}`)} <span>{facts}</span>
        </h1>
        {banners && <div class="banners">{banners}</div>}
        {children}
      </main>
    </div>
  )
}
