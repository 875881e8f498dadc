import { deployer, faucetAccount, keeperAccount, userAccounts } from '../accounts.ts'
import { stakingOperations } from '../bitcoin-staking/staking-genesis.ts'
import { stakingGenesisHeight } from '../bitcoin-staking/staking-setting.ts'
import { contractSource, type NetworkContracts } from '../contracts.ts'
import type { Operation } from '../host/operation.ts'

/** Where the chain starts: past the first two PoX cycles, so that STX can be locked at once. */
const genesisBurnHeight = 2200
const stakingClarity = 6

const fundsMicroStx: [string, bigint][] = [
  [deployer.address, 100_000_000_000_000n],
  [keeperAccount.address, 10_000_000_000_000n],
  [faucetAccount.address, 1_000_000_000_000_000n],
  ...userAccounts.map(({ address }): [string, bigint] => [address, 10_000_000_000n]),
]

/**
 * What makes the first blocks: funds for the known accounts, the contracts, and empty burn blocks
 * up to the start.
 */
export const genesisOperations = (
  { rows, clarity, staking }: NetworkContracts,
  tipBurn: number,
): Operation[] => [
  ...fundsMicroStx.map(([recipient, microStx]): Operation => ({
    kind: 'mint',
    recipient,
    microStx: String(microStx),
  })),
  ...rows.map(({ file, name, owner }): Operation => ({
    kind: 'deploy',
    sender: owner ?? deployer.address,
    name,
    source: contractSource(file),
    clarity,
  })),
  ...(staking ?? []).map(({ id, source }): Operation => {
    const [sender = '', name = ''] = id.split('.')
    return { kind: 'deploy', sender, name, source, clarity: stakingClarity }
  }),
  ...(staking ? stakingOperations() : []),
  { kind: 'burn', count: (staking ? stakingGenesisHeight : genesisBurnHeight) - tipBurn },
]
