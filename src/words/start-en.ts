import { app } from './en/app.ts'
import { contract } from './en/contract.ts'
import { dualStacking } from './en/dual-stacking.ts'
import { forms } from './en/forms.ts'
import { notices } from './en/notices.ts'
import { rewards } from './en/rewards.ts'
import { signing } from './en/signing.ts'

/** What the first paint of popup and panel may say; the rest is loaded after it. */
export const start = {
  ...app,
  ...dualStacking,
  ...forms,
  ...signing,
  ...contract,
  ...notices,
  ...rewards,
}
