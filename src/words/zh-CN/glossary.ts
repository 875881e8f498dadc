import type { glossary as english } from '../en/glossary.ts'
import type { Translation } from '../message.ts'

export const glossary = {
  'term.cycle': '奖励周期：2,100 个比特币区块，约两周。奖励按周期记账。',
  'term.half': '一个周期分为两个半期。每个半期之后，任何人都可以结算其收入，并按份额记入各人名下。',
  'term.prepare':
    '周期的最后 100 个比特币区块，约 17 小时，其间不能新建、更改或结束质押。领取照常进行。',
  'term.manager':
    '您通过它质押的合约。它从计划中提取您的份额，收取费用后付给您。它从不持有您的 STX。',
  'term.fee': '管理者从您的奖励中保留的部分。计划本身不收费。',
  'term.bond':
    '为期 12 个周期、由 sBTC 和一些 STX 组成的仓位，仅对名单上的地址开放。其 sBTC 赚取目标收益，STX 没有收益。',
  'term.claim':
    '让已赚取的奖励得到支付：先由管理者从计划中提取，再由您从管理者处领取，任何人也可代您领取。',
  'term.income':
    '以 sBTC 形式到账的矿工比特币。债券最多获得其目标，其余的 15% 留作储备，剩下的由质押者分享。',
  'term.payout': '允许的管理者可在比特币上支付，而不是 sBTC：您允许的费用从奖励中扣除。',
  'term.unlock': '您的 STX 重新可用的比特币区块。在此之前它们留在您的地址上，处于锁定状态。',
  'term.paired': '债券除 sBTC 外所需的 STX。它们锁定到债券结束，没有收益。',
  'term.ratio': '某地址计入的 STX 与其 sBTC 之比（每 BTC）。',
  'term.goldenRatio': '95% 的已加入 sBTC 不超过的比率。达到它即获得全部加成。',
  'term.boost': '您的 sBTC 获得基础奖励的倍数，1 至 10。它随您的比率的平方根增长。',
  'term.weight': '您的 sBTC 乘以加成。一个周期的奖励按权重分配。',
  'term.snapshot': '周期中计入余额的区块。奖励按这些快照的平均值计算。',
  'term.exchangeRate': '质押池一份份额对应的 DUSK。随奖励上升，随罚没下降。',
  'term.faults': '供应者的过错。轻微过错会锁定部分质押一段时间，严重过错可能销毁一部分。',
  'term.maturing': '已存入、在其纪元边界之后开始赚取的质押。',
} as const satisfies Translation<typeof english>
