import type { store as english } from '../en/store.ts'
import type { Translation } from '../message.ts'

export const store: Translation<typeof english> = {
  staking: '查看您的 STX 预计收益，并领取',
  'staking-what-if-more': '签名前试算：更多 STX、更多周期或其他管理者',
  'staking-managers': '按您实际所得比较所有签名管理者',
  rewards: '每笔奖励都核对到聪，可随时导出',
  'hyper-position': '通过质押池质押 DUSK，查看真实收益',
  tile: '质押奖励，逐笔核验',
}
