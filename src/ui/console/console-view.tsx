import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
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
  /** Below the sections: the signing account, folded where it would push the section away. */
  account?: ComponentChildren
  /** What the folded account is called; null: there is none yet. */
  accountName?: string | null
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
  accountName = null,
  children,
}: ConsoleViewProps) {
  const { t } = useWords()
  const [isWide] = useState(() => matchMedia('(width > 760px)').matches)
  // Each section can be in a tab of its own.
  const documentTitle = `${t(`console.section.${selected}`)} · ${t('console.name')}`
  useEffect(() => void (document.title = documentTitle), [documentTitle])
  const nav = useRef<HTMLElement>(null)
  // On a narrow screen the list is one line, which scrolls.
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]')
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  return (
    <div class="app console">
      <aside>
        <p class="console-name">{t('console.name')}</p>
        <nav ref={nav} aria-label={t('nav.sections')}>
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
        {account && (
          <details class="console-account" open={isWide || accountName === null}>
            <summary>{accountName ?? t('console.account')}</summary>
            <div>{account}</div>
          </details>
        )}
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
