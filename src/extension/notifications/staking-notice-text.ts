import { stakingNoticeValues } from '../../app/bitcoin-staking/notices/staking-notice-values.ts'
import type { StakingNotice } from '../../app/bitcoin-staking/notices/staking-notice.ts'
import type { Settings } from '../../app/settings.ts'
import { createFormat } from '../../words/format/format.ts'
import { chooseLocale } from '../../words/locales.ts'
import { stakingNoticesIn } from '../../words/notice-catalogues.ts'
import { fillPlaceholders } from '../../words/placeholders.ts'

/** What a notification of Bitcoin Staking says. */
export function stakingNoticeText(
  notice: StakingNotice,
  { locale, units }: Pick<Settings, 'locale' | 'units'>,
  preferred: readonly string[],
): { title: string; message: string } {
  const language = chooseLocale(locale, preferred)
  const words = stakingNoticesIn(language)
  return {
    title: words[`staking-notice.${notice.kind}.title`],
    message: fillPlaceholders(
      words[`staking-notice.${notice.kind}`],
      stakingNoticeValues(notice, createFormat(language, units)),
    ),
  }
}
