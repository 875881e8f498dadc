import { useRef } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'

export type Tab = 'staking' | 'dual' | 'hyper' | 'rewards'

interface TabsProps {
  tabs: readonly Tab[]
  selected: Tab
  onSelect: (tab: Tab) => void
}

export const tabId = (tab: Tab) => `tab-${tab}`
export const panelId = (tab: Tab) => `panel-${tab}`

/** Arrow keys move between the tabs, as screen readers announce. */
export function Tabs({ tabs, selected, onSelect }: TabsProps) {
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const move = (step: number) => {
    const tab = tabs[(tabs.indexOf(selected) + step + tabs.length) % tabs.length] ?? selected
    onSelect(tab)
    list.current?.querySelector<HTMLElement>(`#${tabId(tab)}`)?.focus()
  }
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={t('nav.sections')}
      ref={list}
      onKeyDown={({ key }) => {
        if (key === 'ArrowRight') move(1)
        if (key === 'ArrowLeft') move(-1)
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab}
          id={tabId(tab)}
          type="button"
          role="tab"
          aria-selected={tab === selected}
          aria-controls={panelId(tab)}
          tabIndex={tab === selected ? 0 : -1}
          onClick={() => onSelect(tab)}
        >
          {t(`tab.${tab}`)}
        </button>
      ))}
    </div>
  )
}
