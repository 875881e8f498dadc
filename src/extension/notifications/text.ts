import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { shortAddress } from '../../ui/format/address.ts'
import { createFormat } from '../../ui/format/format.ts'
import { chooseLocale } from '../../ui/messages/locales.ts'
import type { Settings } from '../../ui/state.ts'
import type { Notice } from './notice.ts'
import { notificationWords } from './words.ts'

type Said = { title: string; message: string }
type Language = Pick<Settings, 'locale' | 'units'>

const fill = ({ title, message }: Said, values: Record<string, string>): Said =>
  ({ title, message: message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) })

/** What a reward's notification says: the amount to the sat, the cycle where it is known, and the address that was paid. */
export function rewardText({ cycle, sats, rewardAddress }: RewardPayment, { locale, units }: Language, preferred: readonly string[]): Said {
  const language = chooseLocale(locale, preferred)
  const words = notificationWords[language]
  const values = { amount: createFormat(language, units).sats(sats), address: shortAddress(rewardAddress) }
  return cycle.known ? fill(words.reward, { ...values, cycle: String(cycle.value) }) : fill(words.rewardCycleUnknown, values)
}

/** What another notification says. */
export function noticeText(notice: Notice, { locale, units }: Language, preferred: readonly string[]): Said {
  const language = chooseLocale(locale, preferred)
  const format = createFormat(language, units)
  const values: Record<string, string> = {
    ...('address' in notice && { address: shortAddress(notice.address) }),
    ...('cycle' in notice && { cycle: String(notice.cycle) }),
    ...('blocks' in notice && { time: format.blockTime(notice.blocks) }),
    ...(notice.kind === 'boost-below' && { boost: format.boost(notice.boost) }),
    ...(notice.kind === 'golden-ratio' && { ratio: format.ratio(notice.ratio), before: format.ratio(notice.before) }),
  }
  return fill(notificationWords[language].notice[notice.kind], values)
}
