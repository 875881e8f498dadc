import { app } from './app.ts'
import { contract } from './contract.ts'
import { forms } from './forms.ts'
import { home } from './home.ts'
import { hyper } from './hyper.ts'
import { notices } from './notices.ts'
import { rewards } from './rewards.ts'
import { settings } from './settings.ts'
import { signing } from './signing.ts'

/** Every sentence of popup and panel, in English; the keys of all languages. */
export const catalogue = { ...app, ...home, ...forms, ...signing, ...contract, ...notices, ...rewards, ...settings, ...hyper }
export type Catalogue = typeof catalogue
