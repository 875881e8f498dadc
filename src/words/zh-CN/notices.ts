import type { notices as english } from '../en/notices.ts'
import type { Translation } from '../message.ts'

export const notices: Translation<typeof english> = {
  'notice.reward.title': '奖励已到账',
  'notice.reward': '第 {cycle} 周期奖励 {amount}，已付至 {address}',
  'notice.rewardUnknown': '奖励 {amount}，已付至 {address}',
  'notice.not-enrolled.title': '尚未加入下一周期',
  'notice.not-enrolled': '{address} 尚未加入第 {cycle} 周期，该周期约 {time}后开始。',
  'notice.boost-below.title': '加成已下降',
  'notice.boost-below': '{address} 现为 {boost}。',
  'notice.golden-ratio.title': '黄金比率已变化',
  'notice.golden-ratio': '第 {cycle} 周期：{ratio} STX/BTC（此前为 {before}）。',
  'notice.payment-late.title': '发放延迟',
  'notice.payment-late':
    '{address} 第 {cycle} 周期的奖励本应在约 {time}前到账。有人执行该周期的剩余步骤后即会发放。',
  'notice.view': '查看',
  'notice.dismiss': '知道了',
}
