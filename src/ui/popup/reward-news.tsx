import type { AppState } from '../../app/app-state.ts'
import type { Commands } from '../../app/commands.ts'
import { rewardNews } from '../../app/dual-stacking/reward-news.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'

interface RewardNewsProps {
  state: AppState
  now: number
  onDismiss: NonNullable<Commands['dismissNews']>
  onView: () => void
}

/** The newest reward, on the day on which it arrived. */
export function RewardNews({ state, now, onDismiss, onView }: RewardNewsProps) {
  const { t, f } = useWords()
  const { busy, run } = useCommand()
  const [latest] = rewardNews(state, now)
  if (!latest) return null
  const { key, cycle, sats, rewardAddress } = latest
  const values = { amount: f.sats(sats), address: shortAddress(rewardAddress) }
  return (
    <Callout
      tone="good"
      title={t('notice.reward.title')}
      actions={
        <>
          <Button onClick={onView}>{t('notice.view')}</Button>
          <Button kind="quiet" disabled={busy} onClick={() => run(() => onDismiss(key))}>
            {t('notice.dismiss')}
          </Button>
        </>
      }
    >
      {cycle.known
        ? t('notice.reward', { ...values, cycle: f.integer(cycle.value) })
        : t('notice.rewardUnknown', values)}
    </Callout>
  )
}
