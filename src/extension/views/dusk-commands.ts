import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { Command } from '../messages.ts'
import { send } from './commands.ts'

/**
 * The Hyperstaking tab's commands as messages to the background; amounts cross as digits.
 * `project`: where projections are computed.
 */
export function createDuskCommands(
  tab: () => Promise<number | null>,
  project: DuskCommands['project'],
): DuskCommands {
  const inTab = async (message: object) =>
    send({ ...message, tabId: await tab().catch(() => null) } as unknown as Command)
  const digits = (message: object) => message as unknown as Command
  return {
    refresh: () => send({ type: 'dusk/refresh' }),
    connect: (walletId) => inTab({ type: 'dusk/connect', walletId: walletId ?? null }),
    cancelConnect: () => send({ type: 'dusk/cancelConnect' }),
    disconnect: () => send({ type: 'dusk/disconnect' }),
    choosePool: (pool) => send({ type: 'dusk/choosePool', pool }),
    check: (pool, action, lux, referrer) =>
      send(digits({ type: 'dusk/check', pool, action, lux: lux.toString(), referrer })),
    submit: (pool, action, lux, referrer) =>
      inTab({ type: 'dusk/submit', pool, action, lux: lux.toString(), referrer }),
    retry: (intentId) => inTab({ type: 'dusk/retry', intentId }),
    dismiss: (intentId) => send({ type: 'dusk/dismiss', intentId }),
    saveSettings: (settings) => send({ type: 'dusk/saveSettings', settings }),
    saveAlerts: ({ rewards, below }) =>
      send(
        digits({
          type: 'dusk/saveAlerts',
          alerts: { rewards: rewards?.toString() ?? null, below: below?.toString() ?? null },
        }),
      ),
    project,
  }
}
