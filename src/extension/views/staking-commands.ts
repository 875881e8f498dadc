import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import { send, type SendCommand } from './commands.ts'

/**
 * The Bitcoin Staking tab's commands as messages to the background. `project`: where projections
 * are computed; `sendCommand`: how a command reaches the background.
 */
export const createStakingCommands = (
  project: StakingCommands['project'],
  sendCommand: SendCommand = send,
): StakingCommands => ({
  follow: () => sendCommand({ type: 'staking/follow' }),
  readManager: (manager) => sendCommand({ type: 'staking/readManager', manager }),
  project,
})
