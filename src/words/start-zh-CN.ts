import { app } from './zh-CN/app.ts'
import { contract } from './zh-CN/contract.ts'
import { forms } from './zh-CN/forms.ts'
import { home } from './zh-CN/home.ts'
import { notices } from './zh-CN/notices.ts'
import { rewards } from './zh-CN/rewards.ts'
import { signing } from './zh-CN/signing.ts'

export const start = { ...app, ...home, ...forms, ...signing, ...contract, ...notices, ...rewards }
