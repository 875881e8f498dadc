import type { dualStacking as english } from '../en/dual-stacking.ts'
import type { Translation } from '../message.ts'

export const dualStacking: Translation<typeof english> = {
  'network.mainnet': '主网',
  'network.testnet': '测试网',
  'network.devnet': '本地演示网络',
  about: '约 {amount}',
  upTo: '最多约 {amount}',
  'unit.ratio': 'STX/BTC',

  'hero.label': '您的加成与奖励',
  'hero.of': '× / {most}',
  'hero.why': '加成从何而来',
  'hero.whyMaybe': '加入后的加成',
  'hero.payment.next': '下次发放',
  'hero.payment.first': '首次发放',
  'hero.payment.last': '最后一次发放',
  'hero.payment.maybe': '每周期预计',
  'hero.around': '约 {day}',
  'hero.in': '{blocks}，约 {time}',
  'hero.estimate': '按 v2 规则估算',
  'hero.rate': '预计年化收益率',
  'hero.rates': '{low} 至 {high}',
  'hero.range': '1× 至 {most}',

  'why.noSbtc': '尚无 sBTC',

  'figures.missing': '为何未显示您的加成',
  'figures.sats': '您的 sBTC',
  'figures.lockedMicroStx': '您质押的 STX',
  'figures.goldenRatios': '黄金比率',
  'figures.multiplier': '合约的倍数',
  'figures.computing': '计算中…',
  'figures.failed': '无法计算。请关闭此窗口后重新打开。',

  'whatIf.title': '如果质押更多？',

  'footer.watching': '仅观察。连接此地址的钱包才能加入或更改。',
  'footer.minimum': '至少需要 {minimum} 的 sBTC 才能加入。',
  'footer.tooLittle': '此地址的 sBTC 不足以加入。',
  'link.stackStx': '质押 STX',
  'link.getSbtc': '获取 sBTC',

  'welcome.title': '用 sBTC 赚取 sBTC',
  'welcome.answer': '仅持有 sBTC 约年化 {low}，质押足够 STX 最高 {high}。',
  'welcome.minimum': 'sBTC 最低 {minimum}。在所列 DeFi 应用中，sBTC 始终享有最高加成。',
  'welcome.hold': '持有 sBTC。',
  'welcome.hold.more': '地址只需加入一次，资产不会离开您的钱包。',
  'welcome.stack': '质押 STX。',
  'welcome.stack.more': '每单位 sBTC 质押的 STX 越多，加成越高，最高十倍。',
  'welcome.paid': '获得奖励。',
  'welcome.paid.more': '每个两周周期内的快照决定您的份额，以 sBTC 发放给您。',
  'welcome.safe': 'Twinstack 绝不持有您的密钥。它读取公开数据，只在您点击时才打开钱包。',
  'welcome.more': '运作方式（1 分钟）',
  'welcome.watch': '观察一个地址',
}
