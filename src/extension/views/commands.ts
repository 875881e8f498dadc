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
 * Sends a message that the background answers with a command's result. The browser starts it if
 * need be; one that is stopped in the middle gives no answer.
 */
export async function requestResult(message: unknown): Promise<CommandResult> {
  try {
    const result = v.safeParse(commandResult, await browser.runtime.sendMessage(message))
    return result.success ? result.output : { ok: false, code: 'no-answer' }
  } catch {
    return { ok: false, code: 'no-answer' }
  }
}

export type SendCommand = (command: Command) => Promise<CommandResult>

/** Sends one command to the background. */
export const send: SendCommand = (command) => requestResult(command)

export type ViewCommands = Commands & {
  /** The view is open: what it shows is refreshed, and what waits for its tab resumes. */
  opened(): Promise<CommandResult>
  erase(): Promise<CommandResult>
  addDeployment(input: CustomDeploymentInput): ReturnType<CustomDeploymentsProps['onAdd']>
  removeDeployment(id: string): Promise<CommandResult>
}

/**
 * The commands of app/commands as messages to the background. `tab`: the tab in which a wallet is
 * to be asked; null where there is none. `sendCommand`: how a command reaches the background.
 */
export function createCommands(
  tab: () => Promise<number | null>,
  sendCommand: SendCommand = send,
): ViewCommands {
  const inTab = async <T extends Command['type']>(
    command: Omit<Extract<Command, { type: T }>, 'tabId'> & { type: T },
  ) => sendCommand({ ...command, tabId: await tab().catch(() => null) } as unknown as Command)
  return {
    opened: () => inTab({ type: 'opened' }),
    erase: () => sendCommand({ type: 'erase' }),
    async addDeployment(input) {
      const result = await sendCommand({ type: 'addDeployment', input })
      if (result.ok) return result
      // Our own background's word; without one the form was not understood.
      return { ok: false, problem: (result.values?.['problem'] ?? 'incomplete') as CustomProblem }
    },
    removeDeployment: (id) => sendCommand({ type: 'removeDeployment', id }),
    connect: (walletId) => inTab({ type: 'connect', walletId: walletId ?? null }),
    chooseAccount: (address) => sendCommand({ type: 'chooseAccount', address }),
    cancelConnect: () => sendCommand({ type: 'cancelConnect' }),
    openPanel: () => inTab({ type: 'openPanel' }),
    disconnect: (address) => sendCommand({ type: 'disconnect', address }),
    watch: (address) => sendCommand({ type: 'watch', address }),
    select: (address) => sendCommand({ type: 'select', address }),
    refresh: () => sendCommand({ type: 'refresh' }),
    enroll: (rewardAddress) => inTab({ type: 'enroll', rewardAddress }),
    optOut: () => inTab({ type: 'optOut' }),
    changeRewardAddress: (rewardAddress) => inTab({ type: 'changeRewardAddress', rewardAddress }),
    retry: (intentId) => inTab({ type: 'retry', intentId }),
    acceptFee: (intentId) => sendCommand({ type: 'acceptFee', intentId }),
    dismiss: (intentId) => sendCommand({ type: 'dismiss', intentId }),
    stopWaiting: (intentId) => sendCommand({ type: 'stopWaiting', intentId }),
    switchAccount: (intentId) => sendCommand({ type: 'switchAccount', intentId }),
    readCycle: (cycle) => sendCommand({ type: 'readCycle', cycle }),
    verifyCycle: (cycle, deployment) => sendCommand({ type: 'verifyCycle', cycle, deployment }),
    stopVerifying: () => sendCommand({ type: 'stopVerifying' }),
    nameAccount: (address, label) => sendCommand({ type: 'nameAccount', address, label }),
    dismissNews: (key) => sendCommand({ type: 'dismissNews', key }),
    saveSettings: (settings) => sendCommand({ type: 'saveSettings', settings }),
  }
}
