import { app } from './es/app.ts'
import { contract } from './es/contract.ts'
import { forms } from './es/forms.ts'
import { home } from './es/home.ts'
import { notices } from './es/notices.ts'
import { rewards } from './es/rewards.ts'
import { signing } from './es/signing.ts'

export const start = { ...app, ...home, ...forms, ...signing, ...contract, ...notices, ...rewards }
