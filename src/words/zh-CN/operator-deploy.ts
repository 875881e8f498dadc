import type { operatorDeploy as english } from '../en/operator-deploy.ts'
import type { Translation } from '../message.ts'

export const operatorDeploy: Translation<typeof english> = {
  'deploy.cost': '费用',
  'deploy.cost.what':
    '首个周期运行之前每笔交易的网络手续费，按网络当前的估算。实际支付的手续费由您的钱包设定。',
  'deploy.cost.contract': '部署 {name}',
  'deploy.cost.all': '合计',
  'deploy.step.update-cycle-data-before-initialized': '设置周期长度',
  'deploy.step.update-APR': '设置利率',
  'deploy.step.set-liquid-stacking': '不计入流动 STX',
  'deploy.step.update-initialize-block': '设置首个周期的开始',
  'deploy.step.transfer': '注入奖励池',
  'deploy.step.initialize-contract': '启动第一个周期',
  'deploy.rehearse': '请先在测试网演练：在设置中选择一个测试网合约，在此执行相同的步骤。',
  'deploy.inUse': '使用中',
  'deploy.setup': '完成设置',
  'deploy.setup.what': '按上方的规划填好，并在链上核对。您可以关闭此页面，稍后继续。',
  'deploy.setup.enroll': '首个周期启动之前即可注册。把链接发给参与者：',
  'deploy.setup.complete': '您的计划正在运行。接下来：链接、小组件代码和 keeper 配置：',
  'deploy.notAdmin': '只有合约的管理员可以签名。',
  'deploy.state.done': '已完成',
  'deploy.state.todo': '待完成',
  'deploy.state.optional': '待完成，可选',
  'deploy.state.wait': '等待中',
  'deploy.onChain': '链上：{value}。',
  'deploy.planned': '规划：{value}。',
  'deploy.fact.lengths': '{snapshots} 次快照，间隔 {blocks} 个比特币区块',
  'deploy.fact.liquid': '流动 STX 计入',
  'deploy.fact.noLiquid': '流动 STX 不计入',
  'deploy.fact.start': '比特币区块 {height}',
  'deploy.fact.noStart': '没有合约接受的开始区块',
  'deploy.fact.pool': '奖励池中有 {sats}',
  'deploy.fact.runs': '首个周期已启动',
  'deploy.fact.notRunning': '尚无周期启动',
  'deploy.why.update-cycle-data-before-initialized':
    '首个周期启动之前可自由设置。之后的更改从下一周期起生效。',
  'deploy.why.update-APR': '满加成时的年化收益率，乘以 100,000,000。',
  'deploy.why.set-liquid-stacking':
    '您的流动质押合约决定为谁计入多少流动 STX。除非您维护它，否则请关闭。',
  'deploy.why.update-initialize-block':
    '首个周期开始的比特币区块。建议值留出约一天用于注册和注资。',
  'deploy.why.transfer': '周期从启用发放时奖励池中的余额支付。任何人都可以注资，之后也可以。',
  'deploy.why.wait': '请先设置长度、利率和开始区块：首个周期以它们启动。',
}
