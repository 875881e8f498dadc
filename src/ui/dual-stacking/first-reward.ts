import type { NextPayment } from '../../app/dual-stacking/next-payment.ts'
import type { Words } from '../../words/create-words.ts'
import { MS_PER_BLOCK } from '../../words/format/time.ts'

/** When the first reward is expected, for an address that has none yet; `now`: since 1970. */
export const firstReward = ({ t, f }: Words, next: NextPayment | null, now: number): string =>
  next && next.blocks > 0
    ? t('rewards.first', {
        day: f.day(now + next.blocks * MS_PER_BLOCK, now),
        cycle: f.integer(next.cycle),
      })
    : t('rewards.none')
