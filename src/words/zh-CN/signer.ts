import type { signer as english } from '../en/signer.ts'
import type { Translation } from '../message.ts'

export const signer: Translation<typeof english> = {
  'signing.stopped':
    '您已停止等待。若钱包窗口仍开着，请将其关闭：您在那里批准的内容仍会发送，并在此显示。',

  'window.title': '您的钱包窗口会显示',
  'window.account': '签名账户',
  'window.network': '网络',
  'window.function': '函数',
  'window.deploys': '部署',
  'window.contract': '合约',
  'window.moves': '转账',
  'window.moves.nothing': '无，只有网络手续费。',
  'window.moves.sats': '{sats}。不认识该代币的钱包会显示“{raw}”个其他单位，例如“SBT”。',
  'window.moves.bounded': '仅限后置条件所允许的。',
  'window.from': '请求方',
  'window.from.host': '{host}：钱包所在的网页，而非 Twinstack。',
  'window.from.page': '钱包所在的网页，而非 Twinstack。',
  'window.other': '账户由钱包决定。如果显示的是另一个账户，请在钱包中取消并选择此账户。',
  'window.ledger': '密钥在 Ledger 上：请在其 Stacks 应用（0.26.19 或更高版本）中开启盲签。',
  'window.ledger.hint': '使用 Ledger 时，请在其 Stacks 应用（0.26.19 或更高版本）中开启盲签。',

  'activity.asking.address': '窗口会打开两次：先确认您在此页面的账户（须为下方账户），再进行签名。',
  'activity.asking.none': '如果没有打开的钱包窗口，请停止等待后重试。',
  'activity.stop': '停止等待',
  'activity.switch': '改用该账户',
  'activity.signed': '已签名',
  'activity.answered': '钱包中的账户',
  'activity.needed': '应签名',
  'activity.shows-other.title': '{action}：钱包中是另一个账户',
  'activity.shows-other.text':
    '钱包在此页面使用的不是应签名的账户，因此没有请求它签名。请在钱包中选择正确的账户后重试，或改用钱包中的账户。',
  'activity.other-account.title': '{action}：由另一个账户签名',
  'activity.other-account.pending':
    '钱包用另一个账户签了名。该调用正在等待确认，针对的是那个账户，而不是应签名的账户。',
  'activity.other-account.enroll':
    '钱包用另一个账户签了名，该账户现已加入。应签名的账户没有任何变化。',
  'activity.other-account.opt-out':
    '钱包用另一个账户签了名，该账户现已退出。应签名的账户没有任何变化。要撤销，请改用该账户并重新加入。',
  'activity.other-account.change-reward-address':
    '钱包用另一个账户签了名，该账户的收款地址现已更改。应签名的账户没有任何变化。',
  'activity.other-account.call': '钱包用另一个账户签了名，调用对该账户成功，而不是对应签名的账户。',
  'activity.other-account.aborted':
    '钱包用另一个账户签了名，但调用在链上失败：该账户只花费了网络手续费。应签名的账户没有任何变化。',
  'activity.other-account.dropped':
    '钱包用另一个账户签了名，但网络丢弃了该交易。应签名的账户没有任何变化。',
  'activity.other-account.replaced':
    '钱包用另一个账户签了名，但另一笔交易取代了它。应签名的账户没有任何变化。',
}
