import type { site as english } from '../en/site.ts'
import type { Translation } from '../message.ts'

export const site: Translation<typeof english> = {
  boost: 'Dual Stacking 加成计算器',
  yield: 'Bitcoin Staking 计算器',
  pool: '质押池中的 DUSK',
  onTop:
    '钱包无法在 iframe 中打开，因此这是独立页面上的同一个计算器，您输入的内容已一并带来。请再次点击按钮：签名之前，钱包会先征求您的同意。',
  poolLead:
    '质押池的合约将许多人的 DUSK 一起质押。看看您的 DUSK 能赚多少、会有多大波动，以及有哪些风险。',
  referred:
    '您是经人推荐而来的。若此质押池分享奖励，发送此链接的人会得到您奖励的一部分，绝不涉及您存入的本金。',
  poolNote: '质押池是第三方合约。在您点击之前，不会发出任何网络请求。',
}
