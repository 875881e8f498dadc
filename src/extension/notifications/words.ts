import type { Locale } from '../../ui/messages/locales.ts'
import type { Notice } from './notice.ts'

/** Sentences of system notifications. They are few, and apart from the views' catalogue, which the background need not load. */
interface NotificationWords {
  /** {amount}, {cycle}, {address} */
  reward: { title: string; message: string }
  /** {amount}, {address} */
  rewardCycleUnknown: { title: string; message: string }
  /** not-enrolled: {address}, {cycle}, {time}; boost-below: {address}, {boost}; golden-ratio: {cycle}, {ratio}, {before}; payment-late: {address}, {cycle}, {time} */
  notice: Record<Notice['kind'], { title: string; message: string }>
}

export const notificationWords: Record<Locale, NotificationWords> = {
  en: {
    reward: { title: 'A reward has landed', message: '{amount} for cycle {cycle}, paid to {address}' },
    rewardCycleUnknown: { title: 'A reward has landed', message: '{amount}, paid to {address}' },
    notice: {
      'not-enrolled': { title: 'Not enrolled for the next cycle', message: '{address} does not count in cycle {cycle}, which starts in about {time}.' },
      'boost-below': { title: 'Your boost has fallen', message: '{address} is at {boost} now.' },
      'golden-ratio': { title: 'The golden ratio has moved', message: 'Cycle {cycle}: {ratio} STX/BTC, before it {before}.' },
      'payment-late': { title: 'A payment is late', message: 'The reward of cycle {cycle} for {address} was due about {time} ago. It is paid as soon as somebody runs the cycle’s steps.' },
    },
  },
  es: {
    reward: { title: 'Ha llegado una recompensa', message: '{amount} por el ciclo {cycle}, pagados a {address}' },
    rewardCycleUnknown: { title: 'Ha llegado una recompensa', message: '{amount}, pagados a {address}' },
    notice: {
      'not-enrolled': { title: 'Sin inscribir en el próximo ciclo', message: '{address} no cuenta en el ciclo {cycle}, que empieza en unos {time}.' },
      'boost-below': { title: 'Tu impulso ha bajado', message: '{address} está ahora en {boost}.' },
      'golden-ratio': { title: 'La proporción áurea se ha movido', message: 'Ciclo {cycle}: {ratio} STX/BTC, antes {before}.' },
      'payment-late': { title: 'Un pago se retrasa', message: 'La recompensa del ciclo {cycle} para {address} debía llegar hace unos {time}. Se paga en cuanto alguien ejecute los pasos del ciclo.' },
    },
  },
  'zh-CN': {
    reward: { title: '奖励已到账', message: '第 {cycle} 周期奖励 {amount}，已付至 {address}' },
    rewardCycleUnknown: { title: '奖励已到账', message: '奖励 {amount}，已付至 {address}' },
    notice: {
      'not-enrolled': { title: '尚未加入下一周期', message: '{address} 未计入第 {cycle} 周期，该周期约 {time} 后开始。' },
      'boost-below': { title: '加成已下降', message: '{address} 现为 {boost}。' },
      'golden-ratio': { title: '黄金比率已变动', message: '第 {cycle} 周期：{ratio} STX/BTC，此前 {before}。' },
      'payment-late': { title: '付款延迟', message: '{address} 第 {cycle} 周期的奖励约在 {time} 前就应到账。有人执行该周期的步骤后即会支付。' },
    },
  },
}
