import type { HolderNotice } from '../../app/dual-stacking/holder-notice.ts'
import { noticeValues } from '../../app/dual-stacking/notice-values.ts'
import type { Settings } from '../../app/settings.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { notices as en } from '../../words/en/notices.ts'
import { notices as es } from '../../words/es/notices.ts'
import { shortAddress } from '../../words/format/address.ts'
import { createFormat } from '../../words/format/format.ts'
import { chooseLocale } from '../../words/locales.ts'
import { notices as zh } from '../../words/zh-CN/notices.ts'
import { fill } from './fill.ts'

type Said = { title: string; message: string }
type Language = Pick<Settings, 'locale' | 'units'>

/**
 * Of the catalogue only the part that notifications need: the background speaks every language
 * without loading one.
 */
const catalogues = { en, es, 'zh-CN': zh }

/**
 * What a reward's notification says: the amount to the sat, the cycle where it is known, and the
 * address that was paid.
 */
export function rewardText(
  { cycle, sats, rewardAddress }: RewardPayment,
  { locale, units }: Language,
  preferred: readonly string[],
): Said {
  const language = chooseLocale(locale, preferred)
  const words = catalogues[language]
  const values = {
    amount: createFormat(language, units).sats(sats),
    address: shortAddress(rewardAddress),
  }
  const message = cycle.known
    ? fill(words['notice.reward'], { ...values, cycle: String(cycle.value) })
    : fill(words['notice.rewardUnknown'], values)
  return { title: words['notice.reward.title'], message }
}

/** What another notification says. */
export function noticeText(
  notice: HolderNotice,
  { locale, units }: Language,
  preferred: readonly string[],
): Said {
  const language = chooseLocale(locale, preferred)
  const words = catalogues[language]
  return {
    title: words[`notice.${notice.kind}.title`],
    message: fill(
      words[`notice.${notice.kind}`],
      noticeValues(notice, createFormat(language, units)),
    ),
  }
}
