import { start } from '../start-en.ts'
import { hyper } from './hyper.ts'
import { settings } from './settings.ts'

/** Every sentence of popup and panel, in English; the keys of all languages. */
export const catalogue = { ...start, ...settings, ...hyper }
export type Catalogue = typeof catalogue
