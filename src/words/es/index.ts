import type { Catalogue } from '../en/index.ts'
import type { Translation } from '../message.ts'
import { bitcoinStakingChoices } from './bitcoin-staking-choices.ts'
import { bitcoinStakingForms } from './bitcoin-staking-forms.ts'
import { formDetails } from './form-details.ts'
import { hyperstakingProblems } from './hyperstaking-problems.ts'
import { hyperstaking } from './hyperstaking.ts'
import { records } from './records.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'

export const catalogue: Translation<Catalogue> = {
  ...start,
  ...formDetails,
  ...bitcoinStakingChoices,
  ...bitcoinStakingForms,
  ...records,
  ...settings,
  ...hyperstaking,
  ...hyperstakingProblems,
}
