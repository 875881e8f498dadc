import type { bitcoinStakingNotices as english } from '../en/bitcoin-staking-notices.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingNotices = {
  'staking-notice.claimable.title': '有奖励可领取',
  'staking-notice.claimable': '{address} 现在可领取 {amount}。',
  'staking-notice.landed.title': '奖励已到账',
  'staking-notice.landed': '周期 {cycle} 的奖励 {amount}，已付至 {address}',
  'staking-notice.payout-accepted.title': '已在比特币上支付',
  'staking-notice.payout-accepted':
    '{address} 周期 {cycle} 的 {amount}：向您比特币地址的支付已被接受。',
  'staking-notice.payout-rejected.title': '比特币支付被拒绝',
  'staking-notice.payout-rejected':
    '没有损失：{address} 的 {amount} 仍在 {manager}。任何人都可以用请求 {request} 调用 reclaim-failed-withdrawal，将其以 sBTC 退回。',
  'staking-notice.half-late.title': '结算延迟',
  'staking-notice.half-late':
    '周期 {cycle} 的一个半期已于约 {time}前结束，尚未结算。任何人都可以结算；之后 {address} 可以领取奖励。',
  'staking-notice.fee-rises.title': '您的管理者将提高费用',
  'staking-notice.fee-rises':
    '{manager} 现收 {fee}，从周期 {cycle} 起收 {later}。在此之前您可以更换管理者。',
  'staking-notice.fee-rose.title': '您的管理者已提高费用',
  'staking-notice.fee-rose': '{manager} 现收 {fee}（此前为 {before}），也适用于尚无人领取的周期。',
  'staking-notice.manager-below.title': '您的管理者低于门槛',
  'staking-notice.manager-below':
    '{manager} 在周期 {cycle} 有 {stx}。低于 50,000 STX 时，通过它质押没有收益。',
  'staking-notice.last-chance.title': '延长质押的最后机会',
  'staking-notice.last-chance':
    '{address} 的 {stx} 将在周期 {cycle} 之后解锁，此后没有收益。约 {time}内仍可延长。',
  'staking-notice.stake-ended.title': '您的质押已结束',
  'staking-notice.stake-ended': '{address} 的 {stx} 已解锁，没有收益。',
  'staking-notice.unstaked.title': '已解除质押',
  'staking-notice.unstaked': '{address} 的 {stx} 已解锁。',
  'staking-notice.bond-ended.title': '您的债券已结束',
  'staking-notice.bond-ended':
    '{address} 的 {amount} 在债券 {bond} 中等待您提取。它们没有收益，也不会有人替您退回。',
} as const satisfies Translation<typeof english>
