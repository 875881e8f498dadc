import type { guide as english } from '../en/guide.ts'
import type { Translation } from '../message.ts'

export const guide: Translation<typeof english> = {
  'guide.title': '用 sBTC 赚取 sBTC',
  'guide.lead':
    '持有 sBTC，Dual Stacking 就向您发放 sBTC；若同时质押 STX，奖励更多。本页用一分钟说明原理，无需钱包即可试用。',
  'guide.how': '运作方式',
  'guide.cycle': '一个周期，约两周',
  'guide.cycle.label': '周期内共十四次快照，随后确定黄金比率、计算权重并发放。',
  'guide.cycle.snapshots':
    '周期内 14 次快照记录您的 sBTC 和质押的 STX。在每次快照时都持有，收益最多。',
  'guide.cycle.ratio':
    '确定黄金比率：95% 已加入的 sBTC 不高于这一 STX/BTC 比率。达到它即为最高加成。',
  'guide.cycle.payment': '奖励池按权重分配：您的 sBTC × 您的加成。奖励以 sBTC 直接到账，无需领取。',
  'guide.questions': '开始之前',
  'guide.enough': '值得吗？',
  'guide.enough.text':
    '在“试一试”中输入您的持有量。没有 STX 时加成为 1×；加成随平方根上升，因此最先质押的 STX 作用最大。Twinstack 始终显示最省的下一步、您的年化收益率，以及受奖励池还是上限限制。',
  'guide.try': '可以先试试吗？',
  'guide.try.text':
    '可以。加入只需支付网络手续费，不转移任何资产：sBTC 和 STX 都留在您的钱包里，随时可以退出。只有在周期开始时已加入的地址，该周期才会发放奖励。',
  'guide.account': '可以换一个账户，或使用多个账户吗？',
  'guide.account.text':
    '每个地址各自加入。您可以关注任意多个地址，无论是已连接的钱包还是仅观察，一键切换。奖励也可以发放到与赚取地址不同的地址。',
  'guide.wrong': '可能出现什么问题？',
  'guide.wrong.text':
    '年化收益率取决于奖励池和所有人的持有量，因此会变化。周期内卖出 sBTC 会减少该周期的奖励。若无人执行周期步骤，发放可能延迟；任何人都可以执行，您也可以在控制台中执行。Dual Stacking 本身不锁定任何资产；质押的 STX 照常由质押机制锁定。',
  'guide.permissions': '权限及其用途',
  'guide.permissions.lead': 'Twinstack 只要求最少的权限。对网站的访问权限只在需要时才会请求。',
  'guide.permission.storage': '在此浏览器中保存数据',
  'guide.permission.storage.why':
    '您的设置、关注的地址和最近加载的数据，仅保存在此浏览器中。为查询余额，您的公开地址会发送到您选择的 API。',
  'guide.permission.notifications': '显示通知',
  'guide.permission.notifications.why': '在奖励到账时通知您，以及您在此开启的其他事项。',
  'guide.permission.alarms': '每隔几分钟在后台检查一次',
  'guide.permission.alarms.why': '在链上查找新的奖励。',
  'guide.permission.tab': '点击图标时使用当前标签页',
  'guide.permission.tab.why':
    '钱包在网页中运行，Twinstack 由此访问您的钱包。其他标签页绝不会被触碰。',
  'guide.permission.menu': '添加右键菜单项',
  'guide.permission.menu.why': '“在此页面显示 Twinstack”（或 Alt+Shift+Y）。',
  'guide.permission.sites': '网站访问权限：现在不请求',
  'guide.permission.sites.why':
    '只有在控制台中、于您选定的标签页签名时才会请求。浏览器会显示是哪个网站。',
  'guide.tell': '通知我以下事项',
  'guide.lead.staking':
    'Bitcoin Staking 为您锁定的 STX 支付 sBTC，每个两周周期两次。Twinstack 显示预计收益，用您自己的钱包签名，并在可领取时通知您。',
  'guide.start': '三步开始',
  'guide.step.pin': '固定 Twinstack。',
  'guide.step.pin.more': '点击工具栏中的拼图图标，再点击 Twinstack 旁的图钉。',
  'guide.step.page': '打开任意网站。',
  'guide.step.page.more': '钱包只能在网页上使用。',
  'guide.step.page.open': '打开签名页面',
  'guide.step.connect': '连接您的钱包。',
  'guide.step.connect.more': '在该页面点击 Twinstack 图标，然后点击“{connect}”。',
  'guide.step.done': '已完成',
  'guide.start.watch': '或者只观察一个地址：',
  'guide.watching': '正在观察 {address}。点击 Twinstack 图标即可查看。',
  'guide.console': '面向运营方：控制台',
}
