import type { CommandResult } from '../../app/command-result.ts'
import type { ShownNotice } from '../../app/dual-stacking/holder-notice.ts'
import { noticeValues } from '../../app/dual-stacking/notice-values.ts'
import type { Key } from '../../words/create-words.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'

/** Notices that are shown at most; older ones are no longer news. */
const DAYS_MS = 4 * 86_400_000
const MOST = 3

interface NewsListProps {
  news: readonly ShownNotice[]
  now: number
  onDismiss: (key: string) => Promise<CommandResult>
}

/** Past notifications, for users who open the popup because of the badge; newest first. */
export function NewsList({ news, now, onDismiss }: NewsListProps) {
  const { t, f } = useWords()
  const { busy, run } = useCommand()
  const recent = news
    .filter(({ at }) => now - at < DAYS_MS)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST)
  return (
    <>
      {recent.map(({ key, notice, at }) => (
        <Callout
          key={key}
          tone="info"
          title={t(`notice.${notice.kind}.title`)}
          actions={
            <Button kind="quiet" disabled={busy} onClick={() => run(() => onDismiss(key))}>
              {t('notice.dismiss')}
            </Button>
          }
        >
          {sentence(`notice.${notice.kind}`, noticeValues(notice, f))}{' '}
          <span class="muted">{t('age.since', { time: f.duration(Math.max(1, now - at)) })}</span>
        </Callout>
      ))}
    </>
  )

  /** A notice's kind decides its placeholders, and `noticeValues` fills exactly those. */
  function sentence(key: Key, values: Record<string, string>): string {
    return (t as (key: Key, values: Record<string, string>) => string)(key, values)
  }
}
