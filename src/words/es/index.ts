import type { Catalogue } from '../en/index.ts'
import type { Translation } from '../message.ts'
import { bitcoinStakingChoices } from './bitcoin-staking-choices.ts'
import { bitcoinStakingForms } from './bitcoin-staking-forms.ts'
import { bitcoinStakingNotices } from './bitcoin-staking-notices.ts'
import { bitcoinStakingRewards } from './bitcoin-staking-rewards.ts'
import { dualStackingFigures } from './dual-stacking-figures.ts'
import { formDetails } from './form-details.ts'
import { glossary } from './glossary.ts'
import { hyperstakingProblems } from './hyperstaking-problems.ts'
import { hyperstaking } from './hyperstaking.ts'
import { programme } from './programme.ts'
import { records } from './records.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'

export const catalogue: Translation<Catalogue> = {
  ...start,
  ...dualStackingFigures,
  ...formDetails,
  ...glossary,
  ...bitcoinStakingChoices,
  ...bitcoinStakingForms,
  ...bitcoinStakingNotices,
  ...bitcoinStakingRewards,
  ...programme,
  ...records,
  ...settings,
  ...hyperstaking,
  ...hyperstakingProblems,
}
