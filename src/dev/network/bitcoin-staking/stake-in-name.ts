import { Cl, type ClarityValue } from '@stacks/transactions'
import { growLock, type Locked } from '../control/grow-lock.ts'
import type { Operation } from '../host/operation.ts'
import type { Node } from '../node/node.ts'
import { pox5Contract } from './pox-5-contract.ts'
import { demoStakeCycles, stakingManagers } from './staking-setting.ts'

const asHolder = (sender: string, method: string, args: ClarityValue[]): Operation => ({
  kind: 'call',
  sender,
  contract: pox5Contract,
  method,
  args: args.map((arg) => `0x${Cl.serialize(arg)}`),
})

/**
 * Locks STX of an address through pox-5, in its name, with the reference manager: `microStx` is
 * what is locked in total afterwards; an increase keeps its end.
 */
export const stakeInName = (
  node: Node,
  address: string,
  microStx: bigint,
  cycles = demoStakeCycles,
): Promise<Locked> =>
  growLock(node, { address, microStx, pox: 'pox-5' }, ({ locked }, added) => {
    const manager = Cl.principal(stakingManagers.reference)
    const height = Cl.uint(node.ledger.blocks.tip().burn)
    const increase = [manager, manager, Cl.uint(0), Cl.uint(added), Cl.none()]
    const first = [manager, Cl.uint(microStx), Cl.uint(cycles), height, Cl.none()]
    return [
      locked > 0n ? asHolder(address, 'stake-update', increase) : asHolder(address, 'stake', first),
    ]
  })
