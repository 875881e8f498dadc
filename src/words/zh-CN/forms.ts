import type { forms as english } from '../en/forms.ts'
import type { Translation } from '../message.ts'

export const forms: Translation<typeof english> = {
  'accounts.switch': '切换账户',
  'accounts.title': '账户',
  'accounts.wallet': '已连接的钱包',
  'account.multisig': '多重签名账户',
  'account.contract': '合约账户',
  'accounts.watchOnly': '仅观察',
  'accounts.rename': '重命名',
  'accounts.name': '此地址的名称',
  'accounts.saveName': '保存',
  'accounts.otherNetwork.title': '其他网络上的地址',
  'accounts.otherNetwork':
    '此地址在设置中选择的网络（{network}）上不存在。请连接该网络的钱包，或切换账户。',
  'accounts.forget': '移除',
  'accounts.forgetNote': '移除地址只影响此浏览器，不等于退出。',
  'accounts.watch': '观察此地址',
  'accounts.watchLabel': '观察任意地址',
  'accounts.watchHint': '无需钱包即可查看其加成与奖励。签名需要钱包。',

  'connect.wallet': '连接钱包',
  'connect.looking': '正在寻找钱包…',
  'connect.waiting-tab': '还差一次点击',
  'connect.waiting-tab.text':
    '钱包只能在网页中打开。请转到另一个标签页中的签名页面，并在那里点击 Twinstack 图标。',
  'connect.choose-wallet': '选择钱包',
  'connect.conflict': '两个钱包使用了同一身份，因此都不能使用。请停用其中一个，然后刷新页面。',
  'connect.asking': '等待您的钱包',
  'connect.choose-account': '选择账户',
  'connect.failed': '未连接',

  'address.reward': '收款地址',
  'address.copy': '复制地址',
  'address.copied': '已复制',
  'address.notCopied': '未复制：此浏览器不允许在这里复制，请自行选中并复制。',
  'address.known': '您曾使用过此地址。',
  'address.compare': '您以前没有用过此地址。请与来源逐组核对。',
  'address.multisig': '这是一个多重签名地址。',
  'address.contract': '这是一个合约。它收到的资产只有其代码能动用，请确认它能做到。',
  'address.lookalike':
    '警告：它的开头和结尾与您使用的地址相同，但并非同一地址。这是已知的骗局（地址投毒）。',
  'address.empty': '请输入地址。',
  'address.not-a-principal': '这不是 Stacks 地址。它以 SP 或 SM 开头，测试网络以 ST 或 SN 开头。',
  'address.bad-checksum': '地址无效：校验和不符。请检查是否有输入错误。',
  'address.bad-contract-name': '点号后的合约名称无效。',
  'address.wrong-network': '此地址属于另一个网络。',
  'address.bitcoin-address': '这是比特币地址。sBTC 位于 Stacks：请输入 Stacks 地址。',
  'address.name': '不支持名称（BNS）：解析结果若有误，奖励会发往他处。请输入完整地址。',

  'action.enroll': '加入',
  'action.enroll.again': '重新加入',
  'action.opt-out': '退出',
  'action.change-reward-address': '更改收款地址',
  'action.call': '合约调用',
  'action.checkAgain': '重试',

  'input.amount-empty': '请输入数量。',
  'input.amount-not-a-number': '请输入数字。',
  'input.amount-too-precise': '小数位数过多。',
  'input.amount-too-large': '超过总供应量。',
  'input.web-address': '请输入以 https:// 开头的网址。',
}
