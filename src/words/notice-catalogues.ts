import type { bitcoinStakingNotices } from './en/bitcoin-staking-notices.ts'
import type { hyperstakingNotices } from './en/hyperstaking-notices.ts'
import type { notices } from './en/notices.ts'
import { pickByLocale, type Locale } from './locales.ts'
import type { Translation } from './message.ts'

// The background loads nothing later: what notifications say is in it, in every language.
const dualStacking = import.meta.glob<Translation<typeof notices>>('./*/notices.ts', {
  eager: true,
  import: 'notices',
})
const hyperstaking = import.meta.glob<Translation<typeof hyperstakingNotices>>(
  './*/hyperstaking-notices.ts',
  { eager: true, import: 'hyperstakingNotices' },
)
const bitcoinStaking = import.meta.glob<Translation<typeof bitcoinStakingNotices>>(
  './*/bitcoin-staking-notices.ts',
  { eager: true, import: 'bitcoinStakingNotices' },
)

/** What notifications of Dual Stacking say. */
export const noticesIn = (locale: Locale) => pickByLocale(dualStacking, locale)

/** What notifications of pools say. */
export const hyperstakingNoticesIn = (locale: Locale) => pickByLocale(hyperstaking, locale)

/** What notifications of Bitcoin Staking say. */
export const stakingNoticesIn = (locale: Locale) => pickByLocale(bitcoinStaking, locale)
