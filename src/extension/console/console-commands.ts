import type { ClaimLeg } from '../../app/bitcoin-staking/claim-queue.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { CommandResult } from '../../app/command-result.ts'
import { toJson } from '../../chain/json.ts'
import type { StakingStep } from '../../wallet/stacks/bitcoin-staking/staking-step.ts'
import type { Command } from '../messages.ts'
import { send } from '../views/commands.ts'
import { projectStakingInWorker } from '../views/project-in-worker.ts'
import { createStakingCommands } from '../views/staking-commands.ts'

/** What an operator signs. `args`: serialized Clarity values, hex without 0x; sats. */
export interface ConsoleCommands {
  call(functionName: string, args: string[], paysSats?: bigint | null): Promise<CommandResult>
  fundPool(sats: bigint): Promise<CommandResult>
  deploy(name: string, source: string): Promise<CommandResult>
  /** Claims for holders, asked of the wallet one after another. */
  claimFor(legs: readonly ClaimLeg[]): Promise<CommandResult>
  resumeClaims(): Promise<CommandResult>
  stopClaims(): Promise<CommandResult>
  /** From now on Bitcoin Staking is read on this network. */
  followStaking(): Promise<CommandResult>
  /** A step of Bitcoin Staking; `shownSats`: what it was shown to book, pull or pay. */
  takeStep(step: StakingStep, shownSats: bigint): Promise<CommandResult>
  /** What the table of managers asks for. */
  staking: Pick<StakingCommands, 'project' | 'readManager' | 'readManagerRecord'>
}

/** The console's commands as messages to the background; amounts cross as digits. */
export function createConsoleCommands(tab: () => number | null): ConsoleCommands {
  const inTab = (message: object) => send({ ...message, tabId: tab() } as unknown as Command)
  return {
    call: (functionName, args, paysSats = null) =>
      inTab({ type: 'call', functionName, args, paysSats: paysSats?.toString() ?? null }),
    fundPool: (sats) => inTab({ type: 'fundPool', sats: sats.toString() }),
    deploy: (name, source) => inTab({ type: 'deploy', name, source }),
    claimFor: (legs) => inTab(toJson({ type: 'staking/claimAll', legs }) as object),
    resumeClaims: () => inTab({ type: 'staking/resumeClaims' }),
    stopClaims: () => inTab({ type: 'staking/stopClaims' }),
    followStaking: () => inTab({ type: 'staking/follow' }),
    takeStep: (step, shownSats) =>
      inTab(toJson({ type: 'staking/takeStep', step, shownSats }) as object),
    staking: createStakingCommands(async () => tab(), projectStakingInWorker),
  }
}
