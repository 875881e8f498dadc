import type { site as english } from '../en/site.ts'
import type { Translation } from '../message.ts'

export const site: Translation<typeof english> = {
  boost: 'Dual Stacking 加成计算器',
  pool: '质押池中的 DUSK',
  onTop:
    '钱包不能在框架中打开，因此这里是独立页面上的同一个计算器，您的选择已一并带来。请再按一次按钮：签名之前，钱包会先征求您的同意。',
  poolLead:
    '池的合约将众人存入的资金一起质押。看看您的 DUSK 能赚多少、会有多大波动，以及可能出现的问题。',
  referred:
    '您是经人推荐而来的。发送此链接的人会得到您奖励的一部分，绝不动用您的本金，且仅限于分享奖励的池。',
  poolNote: '池是由他人运营的合约。在您按下按钮之前，不会向网络查询任何内容。',
}
