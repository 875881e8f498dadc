import * as v from 'valibot'
import type { CommandResult } from '../../app/command-result.ts'
import type { Commands } from '../../app/commands.ts'
import type { CustomProblem } from '../../chain/stacks/custom-deployment.ts'
import type {
  CustomDeploymentInput,
  CustomDeploymentsProps,
} from '../../ui/settings/custom-deployments.tsx'
import { browser } from '../browser.ts'
import { commandResult, type Command } from '../messages.ts'

/**
 * Sends one command to the background. The browser starts it if need be; one that is stopped in the
 * middle gives no answer.
 */
export async function send(command: Command): Promise<CommandResult> {
  try {
    const result = v.safeParse(commandResult, await browser.runtime.sendMessage(command))
    return result.success ? result.output : { ok: false, code: 'no-answer' }
  } catch {
    return { ok: false, code: 'no-answer' }
  }
}

export type ViewCommands = Commands & {
  /** The view is open: what it shows is refreshed, and what waits for its tab resumes. */
  opened(): Promise<CommandResult>
  erase(): Promise<CommandResult>
  addDeployment(input: CustomDeploymentInput): ReturnType<CustomDeploymentsProps['onAdd']>
  removeDeployment(id: string): Promise<CommandResult>
}

/**
 * The commands of app/commands as messages to the background. `tab`: the tab in which a wallet is
 * to be asked; null where there is none.
 */
export function createCommands(tab: () => Promise<number | null>): ViewCommands {
  const inTab = async <T extends Command['type']>(
    command: Omit<Extract<Command, { type: T }>, 'tabId'> & { type: T },
  ) => send({ ...command, tabId: await tab().catch(() => null) } as unknown as Command)
  return {
    opened: () => inTab({ type: 'opened' }),
    erase: () => send({ type: 'erase' }),
    async addDeployment(input) {
      const result = await send({ type: 'addDeployment', input })
      if (result.ok) return result
      // Our own background's word; without one the form was not understood.
      return { ok: false, problem: (result.values?.['problem'] ?? 'incomplete') as CustomProblem }
    },
    removeDeployment: (id) => send({ type: 'removeDeployment', id }),
    connect: (walletId) => inTab({ type: 'connect', walletId: walletId ?? null }),
    chooseAccount: (address) => send({ type: 'chooseAccount', address }),
    cancelConnect: () => send({ type: 'cancelConnect' }),
    openPanel: () => inTab({ type: 'openPanel' }),
    disconnect: (address) => send({ type: 'disconnect', address }),
    watch: (address) => send({ type: 'watch', address }),
    select: (address) => send({ type: 'select', address }),
    refresh: () => send({ type: 'refresh' }),
    enroll: (rewardAddress) => inTab({ type: 'enroll', rewardAddress }),
    optOut: () => inTab({ type: 'optOut' }),
    changeRewardAddress: (rewardAddress) => inTab({ type: 'changeRewardAddress', rewardAddress }),
    retry: (intentId) => inTab({ type: 'retry', intentId }),
    dismiss: (intentId) => send({ type: 'dismiss', intentId }),
    readCycle: (cycle) => send({ type: 'readCycle', cycle }),
    verifyCycle: (cycle) => send({ type: 'verifyCycle', cycle }),
    stopVerifying: () => send({ type: 'stopVerifying' }),
    nameAccount: (address, label) => send({ type: 'nameAccount', address, label }),
    dismissNews: (key) => send({ type: 'dismissNews', key }),
    saveSettings: (settings) => send({ type: 'saveSettings', settings }),
  }
}
