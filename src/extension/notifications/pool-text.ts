import { decimalText } from '../../ui/format/numbers.ts'
import type { DuskNotice } from '../../ui/hyper/state.ts'
import { poolNotices as en } from '../../ui/messages/en/pool-notices.ts'
import { poolNotices as es } from '../../ui/messages/es/pool-notices.ts'
import { chooseLocale } from '../../ui/messages/locales.ts'
import { poolNotices as zh } from '../../ui/messages/zh-CN/pool-notices.ts'
import type { Settings } from '../../ui/state.ts'
import { fill } from './fill.ts'

const catalogues = { en, es, 'zh-CN': zh }

/** What a notification about a pool says; an amount that is unknown is not named. */
export function poolNoticeText(
  { kind, pool, lux }: DuskNotice,
  locale: Settings['locale'],
  preferred: readonly string[],
): { title: string; message: string } {
  const language = chooseLocale(locale, preferred)
  const words = catalogues[language]
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
    message: fill(sentence, { pool: pool?.name ?? '', amount }),
  }
}
