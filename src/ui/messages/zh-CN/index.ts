import { app } from './app.ts'
import { contract } from './contract.ts'
import { forms } from './forms.ts'
import { home } from './home.ts'
import { hyper } from './hyper.ts'
import { notices } from './notices.ts'
import { rewards } from './rewards.ts'
import { settings } from './settings.ts'
import { signing } from './signing.ts'
import type { Catalogue } from '../en/index.ts'
import type { Translation } from '../message.ts'

export const catalogue: Translation<Catalogue> = { ...app, ...home, ...forms, ...signing, ...contract, ...notices, ...rewards, ...settings, ...hyper }
