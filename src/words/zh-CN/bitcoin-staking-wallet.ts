import type { bitcoinStakingWallet as english } from '../en/bitcoin-staking-wallet.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingWallet: Translation<typeof english> = {
  stake: '用钱包质押',
  claim: '领取奖励',
  cancel: '取消',
  agree: '我已了解，打开钱包',
  reading: '正在加载您的头寸…',
  signer: '由此账户签名：{account}',
  through: '签名管理者（由本网站设定）：{manager}。当前费用：{fee}。',
  viaPool: '此管理者通过自己的质押池接受质押：您的钱包会显示合约 {pool}。头寸归您所有。',
  payer: '签名管理者：{manager}。',
  unknownFee: '未知',
  waiting: '请在钱包中确认…',
  shows:
    '钱包窗口会显示请求方为本页面 {host}、函数为 {function}；转账：{moves} 需由此账户签名：{account}。若显示其他账户，请在钱包中取消并选择此账户。',
  more: '还有可领取的奖励：再次点击领取下一个周期。',
  'problem.no-manager': '本网站没有设定签名管理者。',
  'problem.amount': '请输入要质押的 STX 数量。',
  'problem.nothing': '目前没有可领取的奖励。',
  'problem.changed': '情况已有变化。请再次点击查看最新内容。',
}
