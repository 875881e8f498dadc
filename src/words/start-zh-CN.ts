import { app } from './zh-CN/app.ts'
import { contract } from './zh-CN/contract.ts'
import { dualStacking } from './zh-CN/dual-stacking.ts'
import { forms } from './zh-CN/forms.ts'
import { notices } from './zh-CN/notices.ts'
import { rewards } from './zh-CN/rewards.ts'
import { signing } from './zh-CN/signing.ts'

export const start = {
  ...app,
  ...dualStacking,
  ...forms,
  ...signing,
  ...contract,
  ...notices,
  ...rewards,
}
