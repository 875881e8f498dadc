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
}
