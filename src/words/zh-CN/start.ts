import { app } from './app.ts'
import { bitcoinStaking } from './bitcoin-staking.ts'
import { contract } from './contract.ts'
import { dualStacking } from './dual-stacking.ts'
import { forms } from './forms.ts'
import { notices } from './notices.ts'
import { rewards } from './rewards.ts'
import { signer } from './signer.ts'
import { signing } from './signing.ts'

export const start = {
  ...app,
  ...bitcoinStaking,
  ...dualStacking,
  ...forms,
  ...signing,
  ...signer,
  ...contract,
  ...notices,
  ...rewards,
}
