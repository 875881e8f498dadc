import type { operatorAdmin as english } from '../en/operator-admin.ts'
import type { Translation } from '../message.ts'

export const operatorAdmin: Translation<typeof english> = {
  'admin.role.account':
    '持有其密钥的人可以做您现在能做的一切，包括提取奖励池；您则不再能。请先让对方用它签名一次。',
  'admin.role.contract':
    '它只做其代码所做的事：请查看它调用其中哪些函数，以及由谁决定。一个都不调用的合约等同于无人。',
  'admin.role.nobody':
    '长度、利率、最低额和名单将永远保持不变，不能再注册其他合约，奖励池只能作为奖励发放。周期继续：任何人都可以签名其调用。',
  'admin.role.burn': '没有人持有密钥的地址：',
  'admin.role.same': '此地址已是管理员。',
  'admin.role.missing': '此网络上没有这个合约。在它部署之前，没有人是管理员。',
  'admin.role.unchecked': '尚不知道此合约是否存在。',
  'admin.role.notStarted': '据目前所知，尚无周期启动。没有管理员，就无法再设置其长度和开始。',
}
