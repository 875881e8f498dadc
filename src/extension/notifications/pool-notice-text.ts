import type { DuskNotice } from '../../app/hyperstaking/dusk-notice.ts'
import type { Settings } from '../../app/settings.ts'
import { decimalText } from '../../words/format/numbers.ts'
import { chooseLocale } from '../../words/locales.ts'
import { hyperstakingNoticesIn } from '../../words/notice-catalogues.ts'
import { fillPlaceholders } from '../../words/placeholders.ts'

/** What a notification about a pool says; an amount that is unknown is not named. */
export function poolNoticeText(
  { kind, pool, lux }: DuskNotice,
  locale: Settings['locale'],
  preferred: readonly string[],
): { title: string; message: string } {
  const language = chooseLocale(locale, preferred)
  const words = hyperstakingNoticesIn(language)
  const amount =
    lux === null
      ? ''
      : `${new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(decimalText(lux, 9))} DUSK`
  const sentence =
    kind === 'reward' && lux === null
      ? words['pool-notice.rewardUnknown']
      : words[`pool-notice.${kind}`]
  return {
    title: words[`pool-notice.${kind}.title`],
    message: fillPlaceholders(sentence, { pool: pool?.name ?? '', amount }),
  }
}
