import type { bitcoinStakingRewards as english } from '../en/bitcoin-staking-rewards.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingRewards = {
  'staking.rewards': '累计奖励',
  'staking.rewards.none': '尚未支付任何奖励。',
  'staking.rewards.last': '最近一笔：周期 {cycle} 的 {amount}，{date}',
  'staking.rewards.all': '全部奖励',
  'staking.rewards.searching': '正在查找更早的奖励…',
  'staking.rewards.sum': '迄今已支付（扣除费用后）',
  'staking.rewards.cycle': '周期 {cycle}',
  'staking.rewards.bond': '周期 {cycle}，债券 {bond}',
  'staking.rewards.gross': '扣费前',
  'staking.rewards.fee': '管理者费用',
  'staking.rewards.net': '扣费后',
  'staking.rewards.paid': '支付方式',
  'staking.rewards.paid.sbtc': '以 sBTC 支付',
  'staking.rewards.paid.banked': '由管理者为您保管，直到其支付',
  'staking.rewards.later': {
    other: '管理者起初保管了它。之后的一笔交易支付了 {sats}：恰好是 {count} 次领取的总和。',
  },
  'staking.rewards.paid.pending': '在比特币上，尚未决定',
  'staking.rewards.paid.accepted': '在比特币上，已接受',
  'staking.rewards.paid.rejected': '被拒绝：仍在管理者处',
  'staking.rewards.paid.reclaimed': '被拒绝，随后以 sBTC 退回',
  'staking.rewards.rejected':
    '没有损失。任何人都可以用请求 {request} 调用管理者的 reclaim-failed-withdrawal，将其以 sBTC 退回。',
  'staking.rewards.reclaim': '以 sBTC 退回',
  'staking.rewards.reclaim.moves':
    '没有任何损失。任何人都可以让管理者退回：{sats} 和手续费预算会以 sBTC 回到此地址，网络手续费由您支付。',
  'call.reclaim-failed-withdrawal': '退回失败的付款',
  'staking.rewards.verify': '验证',
  'staking.rewards.verifying': '正在重新计算…',
  'staking.rewards.failed': '暂时无法验证，请重试。',
  'staking.rewards.exact.title': '精确到聪',
  'staking.rewards.exact':
    '根据该周期两个半期的收入、您在全部质押中的份额以及费用重新计算：扣费前 {amount}，与支付金额完全一致。',
  'staking.rewards.part':
    '根据该周期两个半期的收入、您在全部质押中的份额以及费用重新计算：每笔支付都准确。{earned} 中已支付 {amount}，其余仍可领取。',
  'staking.rewards.fee-unknown.title': '扣费前准确',
  'staking.rewards.fee-unknown': '扣费前的支付准确。此管理者不显示其收取的费用。',
  'staking.rewards.differs.title': '与规则不符',
  'staking.rewards.differs':
    '扣费前支付了 {amount}。按规则，已结算的半期应为 {earned}，或其中的一个准确部分。',
  'staking.rewards.calculation-differs.title': '结算与规则不符',
  'staking.rewards.calculation-differs': '合约为该周期记录的金额与其收入不符。',
  'staking.rewards.unknown.title': '无法验证',
  'staking.rewards.unknown': '未能加载该周期的足够数据。',
  'staking.rewards.csvNote':
    '日期、比特币区块、周期、债券、扣费前后的聪数、支付方式、管理者、地址和交易。不含价格：Twinstack 不获取任何价格。',

  'staking.compare': '从 Dual Stacking 到 Bitcoin Staking',
  'staking.compare.before': 'Dual Stacking 在最近 {count} 个周期中，每周期付给您约 {amount}。',
  'staking.compare.stx':
    '您的 {stx} 若质押：每周期约 {amount}（未扣管理者费用；{low} 至 {high}，依据最慢与最快的半期）。它们在您选择的周期内锁定。',
  'staking.compare.stx.unknown': '您的 {stx} 可以质押；目前不知道收益多少。',
  'staking.compare.noStx': '此地址没有 STX：没有可质押的。',
  'staking.compare.sbtc':
    '您的 {sats}：没有收益。在这里仅持有 sBTC 不会赚取；只有债券接受 sBTC，且仅限名单上的地址。',
  'staking.compare.boost': '没有加成：您持有的 sBTC 不影响您的 STX 赚取多少。',
  'staking.compare.claim': '每个周期由您自己领取，或由他人代领；不会自动发送。',
  'staking.compare.note': '根据过往收入的估计，不是承诺。',
  'staking.compare.hide': '不再显示',
} as const satisfies Translation<typeof english>
