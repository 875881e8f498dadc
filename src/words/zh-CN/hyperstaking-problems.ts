import type { hyperstakingProblems as english } from '../en/hyperstaking-problems.ts'
import type { Translation } from '../message.ts'

export const hyperstakingProblems: Translation<typeof english> = {
  'hyper.problem.amount-zero': '请输入数量。',
  'hyper.problem.amount-too-large': '数量过大。',
  'hyper.problem.below-minimum-deposit': '低于质押池的最低存入数量。',
  'hyper.problem.too-small-for-share': '此数量不足以购买质押池的一份。',
  'hyper.problem.balance-too-low': '您的余额不足以支付该数量和 Gas。',
  'hyper.problem.position-too-small': '您在质押池中没有这么多。',
  'hyper.problem.pool-paused': '质押池已暂停，不接受存入，仍可取出。',
  'hyper.problem.calls-closed': '网络已停用合约调用。在重新启用之前，无法存入或取出。',
  'hyper.problem.pool-missing': '此网络上没有这个质押池。',
  'hyper.problem.pool-moved':
    '此质押池的运营方或此节点现在指向另一个合约。不再向此合约存入；仍可取出。Twinstack 的后续版本会收录新合约。',
  'hyper.problem.driver-missing': '此节点无法判断该质押池是否会接受此调用。请尝试其他节点。',
  'hyper.problem.wrong-network': '您的钱包与此质押池不在同一网络。',
  'hyper.problem.not-registered': '运营方尚未将您的账户登记为客户。',
  'hyper.problem.referrer-self': '您不能推荐自己。',
  'hyper.problem.referrer-circle': '此推荐会形成循环。',
  'hyper.problem.referrer-fixed': '您的推荐人已在首次存入时确定，不能更改。',
  'hyper.problem.referrer-line': '推荐链过长。',
  'hyper.problem.nothing-to-claim': '尚无可领取的内容。',
  'hyper.problem.too-early': '质押池只在纪元结束前不久轮换。',
  'hyper.problem.deposit-mismatch': '存入与调用中的数量不一致。',
  'hyper.problem.gas-too-low': 'Gas 上限对此调用而言过低。',
  'hyper.problem.not-offered': '此质押池不提供该功能。',
  'hyper.problem.replayed': '此交易已被使用：不会重复发送。',
  'hyper.problem.nonce-ahead': '您账户较早的交易仍在等待。请在其进入区块后重试。',
  'hyper.problem.key-foreign': '质押池的验证节点密钥属于其他所有者，因此质押池无法用它质押。',
  'hyper.problem.below-published-minimum':
    '公告称此质押池最低存入 1,000 或 10,000 DUSK；其合约未说明。较小的存入可能失败。',
  'hyper.problem.stake-refused': '质押合约拒绝了质押池的质押。',
  'hyper.problem.other': '合约会拒绝此调用。',
}
