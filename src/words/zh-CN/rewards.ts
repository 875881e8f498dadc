import type { rewards as english } from '../en/rewards.ts'
import type { Translation } from '../message.ts'

export const rewards: Translation<typeof english> = {
  'rewards.none': '尚无奖励。首笔奖励在您加入的首个周期结束时到账。',
  'rewards.first': '您的首次奖励：约 {day}（第 {cycle} 周期）',
  'rewards.all': { other: '全部 {count} 个周期' },
  'rewards.verified': '已核对',
  'rewards.cycleUnknown': '周期未知',
}
