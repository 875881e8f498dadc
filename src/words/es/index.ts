import type { Catalogue } from '../en/index.ts'
import type { Translation } from '../message.ts'
import { hyperstakingProblems } from './hyperstaking-problems.ts'
import { hyperstaking } from './hyperstaking.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'

export const catalogue: Translation<Catalogue> = {
  ...start,
  ...settings,
  ...hyperstaking,
  ...hyperstakingProblems,
}
