import { app } from './es/app.ts'
import { contract } from './es/contract.ts'
import { dualStacking } from './es/dual-stacking.ts'
import { forms } from './es/forms.ts'
import { notices } from './es/notices.ts'
import { rewards } from './es/rewards.ts'
import { signing } from './es/signing.ts'

export const start = {
  ...app,
  ...dualStacking,
  ...forms,
  ...signing,
  ...contract,
  ...notices,
  ...rewards,
}
