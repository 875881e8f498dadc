import type { AppState } from '../../app/app-state.ts'
import type { Environment } from '../../app/environment.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { ViewCommands } from '../views/commands.ts'
import type { ConsoleChainState } from './chain-store.ts'
import type { ConsoleCommands } from './console-commands.ts'
import type { StakingStore } from './staking-store.ts'
import type { WorkerLink } from './worker-link.ts'

/** What every section of the console has to work with. */
export interface ConsoleContext {
  state: AppState
  chain: ConsoleChainState
  link: WorkerLink
  commands: ViewCommands & ConsoleCommands
  env: Environment
  deployment: Deployment
  /** The selected account when a wallet signs for it on this network, else null. */
  operator: string | null
  /** Calls of the operator to this contract, newest first. */
  intents: readonly StacksIntent[]
  /** Bitcoin Staking as far as it was read, and the operator's calls of it, newest first. */
  staking: StakingStore
  stakingIntents: readonly StacksIntent[]
  /**
   * What was read is older than what is known of the operator's transactions: nothing is to be
   * signed by it.
   */
  stale: boolean
}

/** A transaction of an intent may still come. */
export const isUnsettled = ({ state, failure }: StacksIntent): boolean =>
  (state === 'created' && failure !== 'tab-closed') || state === 'asking' || state === 'submitted'
