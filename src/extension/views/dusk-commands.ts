import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { Command } from '../messages.ts'
import { send, type SendCommand } from './commands.ts'

/**
 * The Hyperstaking tab's commands as messages to the background; amounts cross as digits.
 * `project`: where projections are computed; `sendCommand`: how a command reaches the background.
 */
export function createDuskCommands(
  tab: () => Promise<number | null>,
  project: DuskCommands['project'],
  sendCommand: SendCommand = send,
): DuskCommands {
  const inTab = async (message: object) =>
    sendCommand({ ...message, tabId: await tab().catch(() => null) } as unknown as Command)
  const digits = (message: object) => message as unknown as Command
  return {
    refresh: () => sendCommand({ type: 'dusk/refresh' }),
    connect: (walletId) => inTab({ type: 'dusk/connect', walletId: walletId ?? null }),
    cancelConnect: () => sendCommand({ type: 'dusk/cancelConnect' }),
    disconnect: () => sendCommand({ type: 'dusk/disconnect' }),
    choosePool: (pool) => sendCommand({ type: 'dusk/choosePool', pool }),
    check: (pool, action, lux, referrer) =>
      sendCommand(digits({ type: 'dusk/check', pool, action, lux: lux.toString(), referrer })),
    submit: (pool, action, lux, referrer) =>
      inTab({ type: 'dusk/submit', pool, action, lux: lux.toString(), referrer }),
    retry: (intentId) => inTab({ type: 'dusk/retry', intentId }),
    acceptFee: (intentId) => sendCommand({ type: 'dusk/acceptFee', intentId }),
    dismiss: (intentId) => sendCommand({ type: 'dusk/dismiss', intentId }),
    stopWaiting: (intentId) => sendCommand({ type: 'dusk/stopWaiting', intentId }),
    saveSettings: (settings) => sendCommand({ type: 'dusk/saveSettings', settings }),
    saveAlerts: ({ rewards, below }) =>
      sendCommand(
        digits({
          type: 'dusk/saveAlerts',
          alerts: { rewards: rewards?.toString() ?? null, below: below?.toString() ?? null },
        }),
      ),
    project,
  }
}
