import type { guide as english } from '../en/guide.ts'
import type { Translation } from '../message.ts'

export const guide: Translation<typeof english> = {
  'guide.title': '用 sBTC 赚取 sBTC',
  'guide.lead':
    '持有 sBTC，Dual Stacking 就以比特币向您发放奖励；若同时质押 STX，奖励更多。本页用一分钟说明原理，无需钱包即可试用。',
  'guide.how': '运作方式',
  'guide.cycle': '一个周期，约两周',
  'guide.cycle.label': '周期内共十四次快照，随后确定黄金比率、计算权重并发放。',
  'guide.cycle.snapshots': '周期内 14 次快照记录您的 sBTC 和质押的 STX：持续持有最重要。',
  'guide.cycle.ratio':
    '确定黄金比率：95% 已加入的 sBTC 不高于这一 STX/BTC 比率。达到它即为最高加成。',
  'guide.cycle.payment':
    '奖励池按权重分配：权重 = 您的 sBTC × 加成。奖励以 sBTC 直接到账，无需领取。',
  'guide.questions': '开始之前',
  'guide.enough': '值得吗？',
  'guide.enough.text':
    '在“试一试”中输入您的持有量。没有 STX 时加成为 1×；加成随平方根上升，因此最先质押的 STX 作用最大。Twinstack 始终显示最省的下一步、年收益率，以及受奖励池还是上限限制。',
  'guide.try': '可以先试试吗？',
  'guide.try.text':
    '可以。加入只需支付网络手续费，不转移任何资产：sBTC 和 STX 都留在您的钱包里，随时可以退出。只有在周期开始时已加入的地址，该周期才会发放奖励。',
  'guide.account': '可以换一个账户，或使用多个账户吗？',
  'guide.account.text':
    '每个地址各自加入。Twinstack 可同时关注任意多个地址，无论是已连接的钱包还是仅观察，一键切换。奖励也可以发放到其他地址。',
  'guide.wrong': '可能出现什么问题？',
  'guide.wrong.text':
    '收益率取决于奖励池和所有人的持有量，因此会变化。周期内卖出 sBTC 会减少该周期的奖励。若无人执行周期步骤，发放可能延迟；任何人都可以执行，您也可以在控制台中执行。Dual Stacking 本身不锁定任何资产；质押的 STX 照常由质押机制锁定。',
  'guide.permissions': 'Twinstack 需要哪些权限，为什么',
  'guide.permissions.lead': '只要求最少的权限。对网站的访问权限只在需要时才会请求。',
  'guide.permission.storage': '在此浏览器中保存数据',
  'guide.permission.storage.why': '您的设置、地址和已读取的数据，均不会离开浏览器。',
  'guide.permission.notifications': '显示通知',
  'guide.permission.notifications.why': '在奖励到账时通知您，以及您在本页选择的其他事项。',
  'guide.permission.alarms': '每隔几分钟唤醒一次',
  'guide.permission.alarms.why': '在链上查找您的奖励。',
  'guide.permission.tab': '按下按钮时使用当前页面',
  'guide.permission.tab.why':
    '钱包运行在网页中，这样才能请求您的钱包。您没有选择的页面绝不会被触碰。',
  'guide.permission.menu': '菜单中的一个条目',
  'guide.permission.menu.why': '“在此页面显示 Twinstack”，也可按 Alt+Shift+Y。',
  'guide.permission.sites': '网站访问权限：现在不请求',
  'guide.permission.sites.why':
    '只有在控制台中、于您选定的标签页签名时才会请求。浏览器会显示是哪个网站。',
  'guide.tell': '出现以下情况时通知我',
  'guide.start': '开始',
  'guide.start.wallet':
    '使用钱包：打开任意网页，按下工具栏中的 Twinstack 按钮，然后选择“{connect}”。',
  'guide.start.pin': '没有看到按钮？点击工具栏中的拼图图标并固定 Twinstack。',
  'guide.start.watch': '或者只观察一个地址：',
  'guide.watching': '您正在观察 {address}。按下 Twinstack 按钮即可查看。',
  'guide.console': '面向运营者：控制台',
}
