import type { signing as english } from '../en/signing.ts'
import type { Translation } from '../message.ts'

export const signing: Translation<typeof english> = {
  'signing.rejected': '钱包表示您已拒绝。',
  'signing.wallet-closed': '钱包窗口在回答之前已关闭。',
  'signing.timeout': '钱包未及时回答。若其窗口仍开着，请将其关闭。',
  'signing.wrong-network': '钱包处于另一个网络。请在钱包中切换后重试。',
  'signing.wrong-account': '钱包使用的是另一个账户。请在钱包中切换后重试。',
  'signing.wallet-locked': '钱包已锁定、尚未设置或未连接到此页面。请解锁后重试。',
  'signing.wallet-missing': '此页面中没有找到钱包。请安装或解锁钱包，刷新页面后重试。',
  'signing.tab-closed': '钱包回答之前，页面已关闭或离开。若钱包窗口仍开着，请将其关闭。',
  'signing.no-tab': '钱包只能在网页中打开。请打开任意 https 页面并在那里按下 Twinstack 按钮。',
  'signing.wallet-error': '钱包拒绝了请求或报告了错误。',
  'signing.result-mismatch':
    '返回的内容与请求不符，因此不计为您的操作。在做其他事情之前，请查看钱包记录。',
  'signing.result-unreadable': '无法读取钱包的回答。',
  'signing.superseded-contract': '此合约已被新合约取代，因此没有签名。请在设置中选择新合约。',
  'signing.needs-signers':
    '钱包中还需其他人签名。签完后会自动发送到网络，并在此显示为你的加入状态。',
  'signing.interrupted': '浏览器中途停止。',
  'signing.old-transaction': '返回的是一笔更早的交易，并非对此请求的回答。',
  'signing.not-comparable':
    '无法从网络读取所发送交易的全部内容，因此无法与请求进行比对。请查看钱包记录。',
  'signing.high-fee': '该交易的手续费远高于通常水平。',
  'signing.sent.never': '没有询问任何钱包，因此没有发送任何内容。您可以重试。',
  'signing.sent.looking': '正在查询您的账户是否已发送交易……',
  'signing.sent.nothing': '此后您的账户没有发送任何交易。您可以重试。',
  'signing.sent.other': '此后您的账户发送了其他交易，但不是这一笔。您可以重试。',
  'signing.sent.unknown': '目前无法查询您的账户是否已发送交易。再次请求之前，请查看钱包记录。',

  'activity.created.title': '{action}：正在打开钱包',
  'activity.created.text': '您的钱包即将打开。',
  'activity.asking.title': '{action}：等待您的钱包',
  'activity.asking.text': '请查看钱包窗口。您可以关闭此窗口，不会丢失任何内容。',
  'activity.submitted.title': '{action}：已发送',
  'activity.submitted.text':
    '等待后续区块。您可以关闭此窗口：Twinstack 会继续查看，完成后在此显示。',
  'activity.ahead': '它排在您账户尚不存在的其他交易之后，在那些交易之前不会执行。',
  'activity.high-fee.title': '{action}：请查看手续费',
  'activity.high-fee.text':
    '这正是您请求的交易，但其手续费超过 {bound}，远高于网络通常的水平。钱包很可能已将其发送：请查看钱包是否还能以更低的手续费替换它。',
  'activity.fee-accepted': '接受此手续费',
  'activity.confirmed.title': '{action}：已完成',
  'activity.confirmed.enroll': '您从下一周期起加入。奖励到账时会通知您。',
  'activity.confirmed.opt-out': '您已退出。若您在本周期中，本周期仍会发放。',
  'activity.confirmed.change-reward-address': '新收款地址从下一周期起生效。',
  'activity.confirmed.call': '调用已执行。',
  'activity.aborted.title': '{action}：被合约拒绝',
  'activity.aborted.post-condition':
    '它会转移不该转移的资产，因此网络撤销了它。只花费了网络手续费。重新签名前请打开交易查看原因。',
  'activity.aborted.unknown': '合约没有给出可读的原因。只花费了网络手续费。请打开交易了解详情。',
  'activity.undone.title': '{action}：未执行',
  'activity.aborted.run-time':
    '合约因运行时错误而停止。没有转移任何资产；只花费了网络手续费。重新签名前请打开交易了解详情。',
  'activity.aborted.skipped':
    '网络将其收入区块但没有执行。手续费已花费，此外什么也没有发生；您可以重新签名。',
  'activity.dropped.title': '{action}：被丢弃',
  'activity.dropped.other': '网络丢弃了此交易，通常因为手续费过低。没有任何花费；请重试。',
  'activity.dropped.too-expensive': '网络认为执行成本过高，已将其丢弃。没有任何花费；请稍后重试。',
  'activity.dropped.too-old':
    '它等待区块的时间过长，通常因为手续费过低。没有任何花费；请提高手续费后重试。',
  'activity.dropped.problematic':
    '网络无法安全地执行它，已将其丢弃。没有任何花费。它可能会再次出现，请稍候再重新签名。',
  'activity.dropped.vanished': '已没有主机知道它，但它可能会再次出现。重试前请查看钱包记录。',
  'activity.replaced.title': '{action}：被取代',
  'activity.replaced.text': '此账户的另一笔交易取代了它。如果那一笔不是您发送的，请查看钱包记录。',
  'activity.depth': '其区块深度：{blocks}。',
  'activity.doubt':
    '您的账户已将此交易的序号用于另一笔交易，因此它几乎不会再被执行。重新签名前请查看钱包记录。',
  'activity.unknown-state': '网络称其状态为“{state}”，此版本无法识别。打开交易以了解更多。',
  'activity.failed.title': '{action}：没有收到交易',
  'activity.refused.title': '{action}：为安全起见已停止',
  'activity.broadcast.pending': '钱包发出的交易正在等待区块。',
  'activity.broadcast.confirmed': '钱包发出的交易已执行。',
  'activity.broadcast.aborted': '钱包发出的交易被其合约拒绝。',
  'activity.broadcast.post-condition': '钱包发出的交易会转移不该转移的资产，已被撤销。',
  'activity.broadcast.run-time': '钱包发出的交易因运行时错误而停止，没有转移任何资产。',
  'activity.broadcast.skipped': '钱包发出的交易已收入区块但没有执行，只花费了手续费。',
  'activity.broadcast.dropped': '钱包发出的交易被网络丢弃。',
  'activity.broadcast.replaced': '钱包发出的交易被另一笔取代。',
  'activity.fee': '手续费 {fee}',
  'activity.nonce': '交易序号 {nonce}',
  'activity.retry': '重试',
  'activity.dismiss': '关闭提示',
  'activity.transaction': '交易',
  'activity.since': '已等待 {time}。',
}
