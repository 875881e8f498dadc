import type { operatorStakingManager as english } from '../en/operator-staking-manager.ts'
import type { Translation } from '../message.ts'

export const operatorStakingManager: Translation<typeof english> = {
  'console.section.staking-manager': '运营管理者',
  'console.staking.manager': '管理者',
  'console.staking.manager.choose': '请选择您运营的管理者。由您的账户部署的排在前面。',
  'console.staking.manager.admin': '您的账户是管理员',
  'console.staking.manager.notAdmin': '您的账户不是管理员',
  'console.staking.manager.thisCycle': '本周期的质押',
  'console.staking.manager.nextCycle': '下一周期的质押',
  'console.staking.manager.above': '比获得收益所需的 50,000 STX 多 {stx}',
  'console.staking.manager.below': '比获得收益所需的 50,000 STX 少 {stx}：没有人获得收益',
  'console.staking.manager.balance': '合约中的 sBTC',
  'console.staking.manager.fees': '已赚取、未取出的费用',
  'console.staking.manager.unclaimed': '待持有人领取',
  'console.staking.manager.owed': '未结清的比特币付款',
  'console.staking.manager.banked': '为持有人留存',
  'console.staking.manager.refunds': '持有人的手续费退款',
  'console.staking.manager.rest': '余额',
  'console.staking.manager.restIs':
    '余额不属于任何持有人：是未花完的比特币手续费预算，管理员可以取出。',
  'console.staking.payouts': '比特币付款',
  'console.staking.payouts.none': '没有未结清的比特币付款。',
  'console.staking.payouts.request': '请求',
  'console.staking.payouts.pending': '尚未决定',
  'console.staking.payouts.accepted': '已付款，未结清',
  'console.staking.payouts.rejected': '被拒绝',
  'console.staking.payouts.return': '退回 {sats}',
  'console.staking.payouts.how':
    '被拒绝的付款留在管理者处，直到有人将其以 sBTC 退回给持有人。除网络手续费外，不动用您的资产。',
  'console.staking.payouts.fee': '上一次这样的调用花费 {stx}。',
  'console.staking.payouts.settle': '结算 {request}',
  'console.staking.payouts.settle.how':
    '已支付的款项在有人结算之前仍计为欠款。除网络手续费外，您的资产不会转移。其预算中未用完的部分将被释放：Max500 归持有人，其他归管理者。',
  'call.settle-accepted-withdrawal': '结算支付',
  'console.staking.payouts.missing': '更早的付款还欠 {sats}，未查看。',
}
