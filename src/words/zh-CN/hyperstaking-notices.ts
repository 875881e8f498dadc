import type { hyperstakingNotices as english } from '../en/hyperstaking-notices.ts'
import type { Translation } from '../message.ts'

export const hyperstakingNotices: Translation<typeof english> = {
  'pool-notice.reward.title': '池获得了奖励',
  'pool-notice.reward': '{pool}：其中约 {amount} 归您',
  'pool-notice.rewardUnknown': '{pool} 获得了奖励',
  'pool-notice.warned.title': '池受到了警告',
  'pool-notice.warned': '{pool}：其验证节点犯了错误，已被警告，没有损失。',
  'pool-notice.slash.title': '池受到了惩罚',
  'pool-notice.slash': '{pool}：其验证节点受到惩罚，池中 {amount} 被锁定且没有收益。',
  'pool-notice.burn.title': '池的部分质押被销毁',
  'pool-notice.burn': '{pool}：其验证节点受到惩罚，池中 {amount} 被销毁。',
  'pool-notice.paused.title': '池已暂停',
  'pool-notice.paused': '{pool} 不接受存入，仍可取出。',
  'pool-notice.resumed.title': '池已重新开放',
  'pool-notice.resumed': '{pool} 重新接受存入。',
  'pool-notice.inactive.title': '池目前没有收益',
  'pool-notice.inactive': '{pool}：没有活跃的验证节点。',
  'pool-notice.calls-closed.title': '网络已关闭池',
  'pool-notice.calls-closed': '网络已停用合约调用：目前无法存入或取出。',
  'pool-notice.calls-open.title': '池已重新开放',
  'pool-notice.calls-open': '网络重新接受合约调用。',
}
