import type { dualStackingWallet as english } from '../en/dual-stacking-wallet.ts'
import type { Translation } from '../message.ts'

export const dualStackingWallet: Translation<typeof english> = {
  enroll: '用钱包加入',
  optOut: '退出',
  change: '更改收款地址',
  rewardAddress: '收款地址（留空则为您自己的地址）',
  waiting: '请查看钱包… 您的资产不会移动。从下一周期开始计算。',
  connecting: '正在查找钱包…',
  checking: '已签名，正在核对网络收到的内容…',
  submitted: '已发送，等待网络确认…',
  confirmed: '已确认。',
  undone: '包含它的区块已被撤销，正在等待另一个区块…',
  landed: '已收到奖励 {sats}。',
  'problem.own': '这是合约本身。请选择其他地址。',
  'problem.no-wallet': '此浏览器中没有找到 Stacks 钱包。请安装 Leather 或 Xverse 后重试。',
  'problem.rejected': '没有签名。您可以重试。',
  'problem.wallet': '钱包无法完成操作。我们没有发送任何内容；您可以重试。',
  'problem.mismatch': '钱包返回的交易与请求不符。请查看钱包记录。',
  'problem.failed': '网络拒绝了交易：{reason}',
  'problem.framed': '钱包无法在框架内使用：签名页面将在新标签页打开。',
  'problem.covered': '有内容遮挡或刚刚移动了此按钮，请再按一次。',
  'problem.unseen': '网络尚未看到该交易。重试前请查看钱包记录。',
  'problem.already-enrolled': '此地址已加入，无需签名。',
  'problem.not-enrolled': '此地址尚未加入，无需签名。',
  'problem.below-minimum': '加入需要 {minimum}；此地址只有 {have}。',
  'problem.too-little': '加入所需的 sBTC 多于此地址的余额。',
  'problem.blacklisted': '合约管理员已将此地址列入黑名单，无法加入。',
  'problem.closed': '此合约不再接受加入：请选择其他网络。',
  'problem.address': '这不是本网络的地址。',
  'problem.aborted': '合约拒绝了交易，且未给出可读的原因。只花费了网络手续费。',
  'problem.post-condition':
    '它会转移不该转移的资产，因此网络撤销了它。只花费了网络手续费。重新签名前请在区块浏览器中查看。',
  'problem.run-time':
    '合约因运行时错误而停止。只花费了网络手续费。重新签名前请在区块浏览器中查看。',
  'problem.skipped':
    '网络将交易收入区块但没有执行。手续费已花费，此外什么也没有发生；您可以重新签名。',
  'problem.unknown': '网络称交易状态为“{state}”。请在区块浏览器中查看。',
  'problem.doubt': '此账户已将该交易的序号用于另一笔交易。重新签名前请查看钱包记录。',
  'problem.waiting': '它已等待区块很久。重新签名前请查看钱包记录。',
  'problem.dropped': '网络丢弃了此交易，通常因为手续费过低。没有任何花费；请重试。',
  'problem.replaced': '此账户的另一笔交易取代了它。请查看钱包记录。',
}
