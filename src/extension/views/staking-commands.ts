import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import { toJson } from '../../chain/json.ts'
import type { Command } from '../messages.ts'
import { send, type SendCommand } from './commands.ts'

/**
 * The Bitcoin Staking tab's commands as messages to the background. `tab`: the tab in which a
 * wallet is to be asked; `project`: where projections are computed; `sendCommand`: how a command
 * reaches the background.
 */
export const createStakingCommands = (
  tab: () => Promise<number | null>,
  project: StakingCommands['project'],
  sendCommand: SendCommand = send,
): StakingCommands => ({
  follow: () => sendCommand({ type: 'staking/follow' }),
  sign: async (call, accepted) =>
    sendCommand(
      toJson({
        type: 'staking/sign',
        call,
        accepted,
        tabId: await tab().catch(() => null),
      }) as Command,
    ),
  reclaim: async (manager, request) =>
    sendCommand(
      toJson({
        type: 'staking/reclaim',
        manager,
        request,
        tabId: await tab().catch(() => null),
      }) as Command,
    ),
  claimAll: async (legs) =>
    sendCommand(
      toJson({ type: 'staking/claimAll', legs, tabId: await tab().catch(() => null) }) as Command,
    ),
  resumeClaims: async () =>
    sendCommand({ type: 'staking/resumeClaims', tabId: await tab().catch(() => null) }),
  stopClaims: () => sendCommand({ type: 'staking/stopClaims' }),
  readManager: (manager) => sendCommand({ type: 'staking/readManager', manager }),
  hideComparison: () => sendCommand({ type: 'staking/hideComparison' }),
  verify: (cycle) => sendCommand(toJson({ type: 'staking/verify', cycle }) as Command),
  readManagerRecord: (manager) => sendCommand({ type: 'staking/readManagerRecord', manager }),
  readBondOffer: (bond) => sendCommand(toJson({ type: 'staking/readBondOffer', bond }) as Command),
  project,
})
