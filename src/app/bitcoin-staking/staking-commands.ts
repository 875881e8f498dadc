import type {
  StakingAnswer,
  StakingQuestion,
} from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import type { CommandResult } from '../command-result.ts'

/** What the Bitcoin Staking tab may ask for. */
export interface StakingCommands {
  /** The tab is open: from now on the programme is read on this network. */
  follow(): Promise<CommandResult>
  /** Reads one manager, as someone looks at it or wants to stake with it. */
  readManager(manager: string): Promise<CommandResult>
  /** A projection off the main thread. */
  project(question: StakingQuestion, signal: AbortSignal): Promise<StakingAnswer>
}
