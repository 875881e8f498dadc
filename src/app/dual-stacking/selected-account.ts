import type { AccountReading } from '../../chain/stacks/readings.ts'
import type { AppState } from '../app-state.ts'
import type { FollowedAccount } from '../followed-account.ts'

export interface SelectedAccount {
  account: FollowedAccount
  /** Null until the first reading under the deployment in use. */
  reading: AccountReading | null
}

/** The account that a view is about, with what was read of it under the deployment in use. */
export function selectedAccount(state: AppState): SelectedAccount | null {
  const account = state.accounts.find((candidate) => candidate.address === state.selected)
  if (!account) return null
  const reading = state.readings[account.address]
  return { account, reading: reading?.deployment === state.settings.deployment ? reading : null }
}
