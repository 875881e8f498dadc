import type { Translation } from '../message.ts'
import type { rewards as english } from '../en/rewards.ts'

export const rewards: Translation<typeof english> = {
  'rewards.none': '尚无。第一笔在您加入的首个周期结束时到账。',
  'rewards.all': { other: '全部 {count} 个周期' },
  'rewards.in': { other: '共 {count} 个周期' },
  'rewards.cycleUnknown': '周期未知',
  'rewards.catchingUp': { other: '正在查找更早的奖励：还剩 {count} 个请求。' },
  'rewards.chart': '第 {from} 至 {to} 周期的奖励。最高 {most}，最近 {last}。下方列表包含每笔发放。',
  'rewards.paidTo': '发放至',
  'rewards.earnedBy': '获得者',
  'rewards.height': '比特币高度',
  'rewards.transaction': '交易',
  'rewards.evidence': '备注',
  'rewards.evidence.transfer': '按合约转账识别：此版本没有可核对的奖励事件。',
  'rewards.csv': '保存为 CSV',
  'rewards.csvNote': '日期、比特币高度、周期、sats、地址和交易。不含价格：不查询任何价格。',
}
