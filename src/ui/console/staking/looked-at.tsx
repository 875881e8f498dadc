import { useWords } from '../../hooks/use-words.ts'
import { ProgressBar } from '../../parts/progress-bar.tsx'

interface LookedAtProps {
  /** Null: not read yet. */
  managers: { registered: readonly string[]; unread: readonly { what: string }[] } | null
  progress: { done: number; total: number } | null
}

/** How many managers steps were looked for, and which could not be asked. */
export function LookedAt({ managers, progress }: LookedAtProps) {
  const { t, f } = useWords()
  if (progress) {
    const text = t('console.staking.looking', {
      done: f.integer(progress.done),
      total: f.integer(progress.total),
    })
    return (
      <div role="status">
        <ProgressBar done={progress.done} total={progress.total} label={text} />
        <p class="muted">{text}</p>
      </div>
    )
  }
  if (!managers) return <p class="muted">{t('console.reading')}</p>
  const names = managers.unread.map(({ what }) => what).join(', ')
  return (
    <div role="status">
      <p class="muted">{t('console.staking.looked', { count: managers.registered.length })}</p>
      {names !== '' && <p class="note">{t('console.staking.unread', { names })}</p>}
    </div>
  )
}
