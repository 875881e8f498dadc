import type { AppState } from '../../app/app-state.ts'
import { useWords } from '../hooks/use-words.ts'
import { IconButton } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { Icon } from '../parts/icon.tsx'
import { RetryCountdown } from './retry-countdown.tsx'

interface FreshnessProps {
  state: AppState
  now: number
  onRefresh: () => void
  /** Opens the settings at the API key; absent where there are none. */
  onKey?: () => void
}

/** Data older than this is pointed out: a refresh is due every few minutes. */
const STALE_MS = 30 * 60_000

/** Whether a refresh is under way. */
export const isRefreshing = ({ refresh: { startedAt, finishedAt } }: AppState): boolean =>
  startedAt !== null && (finishedAt === null || finishedAt < startedAt)

/** What was wrong with the data that the background had stored. */
export function StorageProblems({ of }: { of: AppState['storageProblems'] }) {
  const { t } = useWords()
  return (
    <>
      {of?.map(({ item, code }) => (
        <Callout key={item} tone="info">
          {t(`storage.${code}`)}
        </Callout>
      ))}
    </>
  )
}

/** The age of the figures, and what keeps them from being newer. */
export function Freshness({ state, now, onRefresh, onKey }: FreshnessProps) {
  const { t, f } = useWords()
  const { problem, retryAt } = state.refresh
  const readAt = state.network?.readAt ?? null
  // A view's clock ticks once a minute: a reading made in between is not from the future.
  const time = f.duration(Math.max(1, now - (readAt ?? 0)))
  return (
    <>
      {problem && (
        <Callout
          tone="info"
          actions={
            <>
              {retryAt === null ? (
                <button type="button" class="link" onClick={onRefresh}>
                  <Icon name="refresh" />
                  {t('age.refresh')}
                </button>
              ) : (
                <RetryCountdown key={retryAt} at={isRefreshing(state) ? 0 : retryAt} />
              )}
              {problem === 'rate-limited' && onKey && (
                <button type="button" class="link" onClick={onKey}>
                  {t('problems.enterKey')}
                </button>
              )}
            </>
          }
        >
          <p>
            {t(`problems.${problem}`)} {readAt !== null && t('age.shown', { time })}
          </p>
        </Callout>
      )}
      {!problem && state.selected !== null && (readAt === null || now - readAt > STALE_MS) && (
        <p class="age" role="status">
          {readAt === null ? t('age.never') : t('age.ago', { time })}
          {!isRefreshing(state) && (
            <IconButton label={t('age.refresh')} onClick={onRefresh}>
              <Icon name="refresh" />
            </IconButton>
          )}
        </p>
      )}
    </>
  )
}
