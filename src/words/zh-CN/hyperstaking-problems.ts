import type { hyperstakingProblems as english } from '../en/hyperstaking-problems.ts'
import type { Translation } from '../message.ts'

export const hyperstakingProblems: Translation<typeof english> = {
  'hyper.problem.amount-zero': '请输入数量。',
  'hyper.problem.amount-too-large': '此数量超出网络可容纳的范围。',
  'hyper.problem.below-minimum-deposit': '低于池接受的最低数量。',
  'hyper.problem.too-small-for-share': '此数量不足以购买池的一份。',
  'hyper.problem.balance-too-low': '您的余额不足以支付数量和燃料费。',
  'hyper.problem.position-too-small': '您在池中没有这么多。',
  'hyper.problem.pool-paused': '池已暂停：不接受存入，仍可取出。',
  'hyper.problem.calls-closed': '网络已停用合约调用。在重新开放之前，无法存入或取出。',
  'hyper.problem.pool-missing': '此网络上没有这个池。',
  'hyper.problem.pool-moved':
    '此池的运营方（或节点声称）现在指向另一个合约。不再向此合约存入；仍可取出。Twinstack 的后续版本会收录新合约。',
  'hyper.problem.driver-missing': '此节点无法判断该池是否会接受调用：其他节点可能知道。',
  'hyper.problem.wrong-network': '您的钱包与此池不在同一网络。',
  'hyper.problem.not-registered': '运营者尚未将您的账户登记为客户。',
  'hyper.problem.referrer-self': '您不能推荐自己。',
  'hyper.problem.referrer-circle': '此推荐会形成循环。',
  'hyper.problem.referrer-fixed': '您的推荐人已在首次存入时确定，不能更改。',
  'hyper.problem.referrer-line': '推荐链过长。',
  'hyper.problem.nothing-to-claim': '尚无可领取的内容。',
  'hyper.problem.too-early': '池只在纪元结束前不久轮换。',
  'hyper.problem.deposit-mismatch': '存入与调用中的数量不一致。',
  'hyper.problem.gas-too-low': '燃料上限对此调用而言过低。',
  'hyper.problem.not-offered': '此池不提供该功能。',
  'hyper.problem.replayed': '此交易已被使用：不会重复发送。',
  'hyper.problem.nonce-ahead': '您账户较早的交易仍在等待。请在其进入区块后重试。',
  'hyper.problem.key-foreign': '池的验证节点密钥属于其他所有者：池无法用它质押。',
  'hyper.problem.below-published-minimum':
    '公开资料称此池最低存入 1,000 或 10,000 DUSK；合约未说明。较小的存入可能失败。',
  'hyper.problem.stake-refused': '质押合约拒绝了池的质押。',
  'hyper.problem.other': '合约会拒绝此调用。',
}
