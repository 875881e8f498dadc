import { Cl, type ClarityValue } from '@stacks/transactions'
import { deployer } from '../accounts.ts'
import type { Operation } from '../host/operation.ts'
import { pox5Contract } from './pox-5-contract.ts'
import { stakingClock } from './staking-setting.ts'

const initialAdmin = pox5Contract.split('.')[0]!

const asBoot = (method: string, args: ClarityValue[]): Operation => ({
  kind: 'call',
  sender: initialAdmin,
  contract: pox5Contract,
  method,
  args: args.map((arg) => `0x${Cl.serialize(arg)}`),
})

/** What makes pox-5 ready: its parameters, and the deployer as its administrator. */
export const stakingOperations = (): Operation[] => {
  const { firstBurnHeight, prepareBlocks, cycleBlocks, firstCycle } = stakingClock
  const parameters = [firstBurnHeight, prepareBlocks, cycleBlocks, firstCycle]
  const admin = [Cl.principal(deployer.address)]
  return [
    asBoot(
      'set-burnchain-parameters',
      parameters.map((value) => Cl.uint(value)),
    ),
    asBoot('set-bond-admin', admin),
    asBoot('set-pause-admin', admin),
  ]
}
