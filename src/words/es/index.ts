import type { Catalogue } from '../en/index.ts'
import type { Translation } from '../message.ts'
import { start } from '../start-es.ts'
import { hyperstaking } from './hyperstaking.ts'
import { settings } from './settings.ts'

export const catalogue: Translation<Catalogue> = { ...start, ...settings, ...hyperstaking }
