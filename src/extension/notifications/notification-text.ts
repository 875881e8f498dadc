import type { HolderNotice } from '../../app/dual-stacking/holder-notice.ts'
import { noticeValues } from '../../app/dual-stacking/notice-values.ts'
import type { Settings } from '../../app/settings.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { shortAddress } from '../../words/format/address.ts'
import { createFormat } from '../../words/format/format.ts'
import { chooseLocale } from '../../words/locales.ts'
import { noticesIn } from '../../words/notice-catalogues.ts'
import { fillPlaceholders } from '../../words/placeholders.ts'

type Said = { title: string; message: string }
type Language = Pick<Settings, 'locale' | 'units'>

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
  const words = noticesIn(language)
  const values = {
    amount: createFormat(language, units).sats(sats),
    address: shortAddress(rewardAddress),
  }
  const message = cycle.known
    ? fillPlaceholders(words['notice.reward'], { ...values, cycle: String(cycle.value) })
    : fillPlaceholders(words['notice.rewardUnknown'], values)
  return { title: words['notice.reward.title'], message }
}

/** What another notification says. */
export function noticeText(
  notice: HolderNotice,
  { locale, units }: Language,
  preferred: readonly string[],
): Said {
  const language = chooseLocale(locale, preferred)
  const words = noticesIn(language)
  return {
    title: words[`notice.${notice.kind}.title`],
    message: fillPlaceholders(
      words[`notice.${notice.kind}`],
      noticeValues(notice, createFormat(language, units)),
    ),
  }
}
