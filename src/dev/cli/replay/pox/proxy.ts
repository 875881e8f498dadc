import { calculateRewards } from '../../../../protocol/bitcoin-staking/contract/calculate-rewards.ts'
import { announceL1EarlyExit } from '../../../../protocol/bitcoin-staking/contract/leave-bond.ts'
import { setupBond } from '../../../../protocol/bitcoin-staking/contract/setup-bond.ts'
import { stake } from '../../../../protocol/bitcoin-staking/contract/stake.ts'
import { unstake } from '../../../../protocol/bitcoin-staking/contract/unstake.ts'
import type { Callable } from '../../../../protocol/bitcoin-staking/simulation/callable.ts'
import type { ContractFrame } from '../../../../protocol/bitcoin-staking/simulation/contract-frame.ts'
import {
  byName,
  contractFunction,
  type ContractModel,
} from '../../../../protocol/bitcoin-staking/simulation/contract-model.ts'
import type { ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import type { ParameterList } from '../../../../protocol/clarity/parameter-types.ts'

/** A contract that passes calls on: the signer stays, the caller of pox-5 is the contract. */
export const proxyModel: ContractModel<null> = {
  publicFunctions: byName<null>([
    forward('stake', stake),
    forward('unstake', unstake),
    forward('calculate', calculateRewards),
    forward('announce', announceL1EarlyExit),
    contractFunction(
      'setup',
      {
        'bond-index': 'uint',
        'target-rate': 'uint',
        'stx-value-ratio': 'uint',
        'min-ustx-ratio': 'uint',
      },
      (frame: ContractFrame<null>, args) =>
        frame.call(frame.chain.pox, setupBond, {
          ...args,
          'early-unlock-bytes': '0x',
          allowlist: [],
        }),
    ),
  ]),
  readFunctions: byName([]),
  createState: () => null,
}

function forward<P extends ParameterList, R extends ContractValue>(
  name: string,
  called: Callable<P, R>,
) {
  return contractFunction(name, called.parameters, (frame: ContractFrame<null>, args) =>
    frame.call(frame.chain.pox, called, args),
  )
}
