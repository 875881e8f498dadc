import type { formDetails as english } from '../en/form-details.ts'
import type { Translation } from '../message.ts'

export const formDetails: Translation<typeof english> = {
  'effects.does': '作用',
  'effects.moves': '移动的资产',
  'effects.counts': '何时生效',
  'effects.costs': '费用',
  'effects.nothing': '无。',
  'effects.nothingMore': '您的 sBTC 和 STX 留在钱包中，锁定状态不变。',
  'effects.fee': '以 STX 支付的网络费。签名前钱包会显示。',
  'effects.fromCycle': '从第 {cycle} 周期起，该周期在 {blocks}后开始，约 {time}。',
  'effects.fromCycleDue': '从即将开始的第 {cycle} 周期起。',
  'effects.firstPayment': '其奖励约在 {day}发放。',
  'effects.nextCycle': '从下一周期起。',

  'enroll.title': '加入 Dual Stacking',
  'enroll.does': '登记您的地址，使今后各周期的每次快照都计入您的 sBTC 和质押的 STX。',
  'enroll.stays': '此后每个周期都会计入，直到您退出；您可随时退出。',
  'enroll.elsewhere': '将奖励发放到其他地址',
  'enroll.submit': '用钱包加入',

  'change.title': '更改收款地址',
  'change.now': '奖励目前发放至',
  'change.does': '今后的奖励将发放至新地址。您的 sBTC 仍按原地址计入。',
  'change.final': '发放到错误地址的奖励无法追回。',
  'change.submit': '签名更改',

  'optOut.title': '退出',
  'optOut.does': '将您的地址从今后的周期中移除。',
  'optOut.counts': '第 {cycle} 周期照常计入并发放。从第 {next} 周期起不再有收益。',
  'optOut.countsNext': '从第 {next} 周期起不再有收益。',
  'optOut.stays': '您可随时重新加入，从之后的周期开始计算。',
  'optOut.submit': '用钱包退出',
  'optOut.stay': '保持加入',

  'blocker.below-minimum': '加入需要 {minimum}。此地址有 {have}：还需 {missing}。',
  'blocker.blacklisted': '合约管理员已将此地址列入黑名单，无法加入。',
  'blocker.already-enrolled': '此地址已加入，无需操作。',
  'blocker.minimum-not-met': '合约表示此地址持有的 sBTC 不足以加入。',
  'blocker.ended': '此计划已结束：加入只会花费手续费。',
  'blocker.superseded': '此合约已被新合约取代。请在设置中选择新合约。',
  'blocker.no-user-calls': '此合约不接受持有人的调用。',
  'blocker.unknown-contract': '此合约未知，因此不会为其签名。',
  'blocker.inactive-network': '此合约已无法在该网络上完成周期：调用只会花费网络费。',
  'blocker.no-fee': '此地址没有未锁定的 STX 支付网络费。',
}
