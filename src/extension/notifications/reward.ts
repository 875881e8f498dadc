import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { shortAddress } from '../../ui/format/address.ts'
import { sbtcAmount } from '../../ui/format/amounts.ts'
import { chooseLocale } from '../../ui/messages/locales.ts'
import type { Settings } from '../../ui/state.ts'
import { notificationWords } from './words.ts'

/** What a reward's notification says: the amount to the sat, the cycle where it is known, and the address that was paid. */
export function rewardText(payment: RewardPayment, { locale, units }: Pick<Settings, 'locale' | 'units'>, preferred: readonly string[]): { title: string; message: string } {
  const language = chooseLocale(locale, preferred)
  const words = notificationWords[language]
  const values: Record<string, string> = {
    amount: sbtcAmount(language, units, payment.sats, 'exact'),
    address: shortAddress(payment.rewardAddress),
    ...(payment.cycle.known && { cycle: String(payment.cycle.value) }),
  }
  const sentence = payment.cycle.known ? words.reward : words.rewardCycleUnknown
  return { title: words.title, message: sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) }
}
