import {
  placeOfNotice,
  type StakingPlace,
} from '../../app/bitcoin-staking/notices/place-of-notice.ts'
import { stakingNoticeValues } from '../../app/bitcoin-staking/notices/staking-notice-values.ts'
import type { ShownStakingNotice } from '../../app/bitcoin-staking/notices/staking-notice.ts'
import type { CommandResult } from '../../app/command-result.ts'
import type { Key } from '../../words/create-words.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'

/** Older ones are no news any more, and more than these are too many. */
const DAYS_MS = 4 * 86_400_000
const MOST = 3

interface StakingNewsProps {
  news: readonly ShownStakingNotice[]
  now: number
  /** The selected address, whose actions can be opened here. */
  address: string | null
  /** Whether a place can be opened: a watched address signs nothing. */
  canOpen: (place: StakingPlace) => boolean
  onOpen: (place: StakingPlace) => void
  onDismiss: (key: string) => Promise<CommandResult>
}

/** What notifications told, for those who come because of the badge; newest first. */
export function StakingNews({ news, now, address, canOpen, onOpen, onDismiss }: StakingNewsProps) {
  const { t, f } = useWords()
  const { busy, run } = useCommand()
  const recent = news
    .filter(({ at }) => now - at < DAYS_MS)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST)
  return (
    <>
      {recent.map(({ key, notice, at }) => {
        const place = placeOfNotice(notice.kind)
        const opens = place !== null && notice.address === address && canOpen(place)
        return (
          <Callout
            key={key}
            tone={notice.kind === 'landed' ? 'good' : 'info'}
            title={t(`staking-notice.${notice.kind}.title`)}
            actions={
              <>
                {opens && (
                  <Button onClick={() => onOpen(place)}>
                    {t(place === 'rewards' ? 'staking.rewards' : `staking.action.${place}`)}
                  </Button>
                )}
                <Button kind="quiet" disabled={busy} onClick={() => run(() => onDismiss(key))}>
                  {t('notice.dismiss')}
                </Button>
              </>
            }
          >
            {sentence(`staking-notice.${notice.kind}`, stakingNoticeValues(notice, f))}{' '}
            <span class="muted">{t('age.since', { time: f.duration(Math.max(1, now - at)) })}</span>
          </Callout>
        )
      })}
    </>
  )

  /** A notice's kind decides its placeholders, and its values fill exactly those. */
  function sentence(key: Key, values: Record<string, string>): string {
    return (t as (key: Key, values: Record<string, string>) => string)(key, values)
  }
}
