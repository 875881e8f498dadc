import type { operatorFunctions as english } from '../en/operator-functions.ts'
import type { Translation } from '../message.ts'

export const operatorFunctions: Translation<typeof english> = {
  'function.update-initialize-block': '设置首个周期开始的比特币区块。仅在其启动前可用。',
  'function.update-cycle-data-before-initialized':
    '设置每个周期的快照数和快照间隔的区块数。仅在首个周期启动前可用。',
  'function.enroll-defi':
    '加入一个 DeFi 合约：为其计入谁的 sBTC 和 STX，奖励发往何处。没有最低要求。',
  'function.enroll-defi-batch': '一次加入多个 DeFi 合约。某一行被拒绝不影响其他行。',
  'function.opt-out-defi': '自下一周期起，让某个参与者退出。',
  'function.opt-out-defi-batch':
    '自下一周期起，让多个参与者退出。在第一版中，未加入的地址也会减少参与者计数，可能使周期停滞。',
  'function.change-reward-address-defi': '自下一周期起，更改某个参与者的奖励地址。',
  'function.change-stacking-address-defi': '自下一周期起，更改为某个参与者计入谁质押的 STX。',
  'function.change-tracking-address-defi': '自下一周期起，更改为某个参与者计入谁的 sBTC。',
  'function.change-addresses-defi': '自下一周期起，更改某个参与者的三个地址。留空的保持不变。',
  'function.change-addresses-defi-batch': '自下一周期起，更改多个参与者的地址。留空的保持不变。',
  'function.add-blacklisted': '让某个地址退出，并阻止其再次加入。当前周期仍会向其支付。',
  'function.add-blacklisted-batch': '让多个地址退出，并阻止其再次加入。当前周期仍会向其支付。',
  'function.remove-blacklisted': '允许某个地址再次加入。此操作不会让其加入。',
  'function.remove-blacklisted-batch': '允许多个地址再次加入。此操作不会让其加入。',
  'function.whitelist-defi-tracking':
    '让某个跟踪地址的 sBTC 获得全部加成；其 STX 不再计入。立即生效。',
  'function.remove-whitelisted-defi-tracking':
    '取消某个跟踪地址的全部加成：其 STX 重新计入。立即生效。',
  'function.remove-whitelisted-defi-tracking-batch':
    '取消多个跟踪地址的全部加成：其 STX 重新计入。立即生效。',
  'function.set-max-percentage-above-ratio':
    '设置可高于黄金比率的 sBTC 占比，单位为万分之一。立即生效。',
  'function.set-max-percentage-above-golden-ratio':
    '设置可高于黄金比率的 sBTC 占比，单位为万分之一。立即生效。',
  'function.update-admin': '立即移交管理员权限。现任管理员无法收回。',
  'function.update-min-sbtc-hold-required-for-enrollment':
    '设置加入所需的最低 sBTC，单位为聪。立即生效，仅对新加入者适用。',
  'function.update-snapshot-length': '自下一周期起，设置快照之间的比特币区块数。',
  'function.update-snapshots-per-cycle': '自下一周期起，设置每个周期的快照数。',
  'function.update-cycle-data': '自下一周期起，设置每个周期的快照数和快照间隔的区块数。',
  'function.update-bitcoin-blocks-per-year':
    '设置一年的比特币区块数，年化收益率据此分摊到各周期。立即生效。',
  'function.update-APR': '设置全部加成者的年化收益率，1% 至 20%，单位为亿分之一。立即生效。',
  'function.update-apr': '设置全部加成者的年化收益率，1% 至 20%，单位为亿分之一。立即生效。',
  'function.update-yield-boost-multiplier': '设置最高加成，即此数加一：9 表示 10×。立即生效。',
  'function.set-liquid-stacking': '设置流动性 STX 是否计为质押。立即生效，适用于尚未记录的快照。',
  'function.emergency-withdraw-sbtc':
    '把 sBTC 从奖励池取出到任意地址。取出的部分不再用于支付奖励。',
  'function.update-buffer-blocks': '自下一周期起，设置周期最后一次快照与计算之间的区块数。',
  'function.add-optimized-operator-batch': '允许这些地址按每个参与者使用的 DeFi 应用列表记录快照。',
  'function.remove-optimized-operator-batch': '取消这些地址的上述权限。',
  'function.mark-defi-compromised': '将某个 DeFi 应用标记为已遭入侵，自当前周期的某次快照起。',
  'function.restore-defi-protocol': '取消对某个曾遭入侵的 DeFi 应用的标记。',
  'function.trigger-full-cycle-rollback': '重新开始当前周期的快照。周期完成后会被拒绝。',
}
