import { start } from '../start-en.ts'
import { hyperstaking } from './hyperstaking.ts'
import { settings } from './settings.ts'

/** Every sentence of popup and panel, in English; the keys of all languages. */
export const catalogue = { ...start, ...settings, ...hyperstaking }
export type Catalogue = typeof catalogue
