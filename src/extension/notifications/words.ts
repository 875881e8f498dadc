import type { Locale } from '../../ui/messages/locales.ts'

/** Sentences of system notifications. They are few, and apart from the views' catalogue, which the background need not load. */
interface NotificationWords {
  title: string
  /** {amount}, {cycle}, {address} */
  reward: string
  /** {amount}, {address} */
  rewardCycleUnknown: string
}

export const notificationWords: Record<Locale, NotificationWords> = {
  en: {
    title: 'A reward has landed',
    reward: '{amount} for cycle {cycle}, paid to {address}',
    rewardCycleUnknown: '{amount}, paid to {address}',
  },
  es: {
    title: 'Ha llegado una recompensa',
    reward: '{amount} por el ciclo {cycle}, pagados a {address}',
    rewardCycleUnknown: '{amount}, pagados a {address}',
  },
  'zh-CN': {
    title: '奖励已到账',
    reward: '第 {cycle} 周期奖励 {amount}，已付至 {address}',
    rewardCycleUnknown: '奖励 {amount}，已付至 {address}',
  },
}
