import { type Account, namedAccount } from '../core/ids.ts'

/** Whom the model's blocks pay as development fund unless another is named. */
export const DEV_FUND: Account = namedAccount('development fund')
