import { stakeUpdate } from '../../../../protocol/bitcoin-staking/contract/stake-update.ts'
import { stake } from '../../../../protocol/bitcoin-staking/contract/stake.ts'
import { unstake } from '../../../../protocol/bitcoin-staking/contract/unstake.ts'
import { isDelegating } from '../../../../protocol/bitcoin-staking/managers/native.ts'
import type { ContractFrame } from '../../../../protocol/bitcoin-staking/simulation/contract-frame.ts'
import {
  byName,
  contractFunction,
  type ContractModel,
} from '../../../../protocol/bitcoin-staking/simulation/contract-model.ts'
import { ContractMap } from '../../../../protocol/clarity/contract-map.ts'

type PoolFrame = ContractFrame<NativePoolState>

/** Holders with a running delegation. */
interface NativePoolState {
  readonly delegating: ContractMap<true>
}

/** The wrapper through which positions of the native pool are made. */
export const nativePool: ContractModel<NativePoolState> = {
  publicFunctions: byName<NativePoolState>([
    contractFunction(
      'delegate',
      { 'signer-manager': 'trait', 'amount-ustx': 'uint', 'num-cycles': 'uint' },
      (frame: PoolFrame, args) =>
        whileDelegating(frame, () =>
          frame.call(frame.chain.pox, stake, {
            ...args,
            'start-burn-ht': frame.burnHeight,
            'signer-calldata': null,
          }),
        ),
    ),
    contractFunction('delegate-update', stakeUpdate.parameters, (frame: PoolFrame, args) =>
      whileDelegating(frame, () => frame.call(frame.chain.pox, stakeUpdate, args)),
    ),
    contractFunction('undelegate', unstake.parameters, (frame: PoolFrame, args) =>
      frame.call(frame.chain.pox, unstake, args),
    ),
  ]),
  readFunctions: byName<NativePoolState>([
    contractFunction(
      isDelegating.name,
      isDelegating.parameters,
      ({ state }: PoolFrame, { staker }) => state.delegating.has(staker),
    ),
  ]),
  createState: (journal) => ({ delegating: new ContractMap(journal) }),
}

function whileDelegating<R>(frame: PoolFrame, delegate: () => R): R {
  frame.state.delegating.set(frame.txSender, true)
  const result = delegate()
  frame.state.delegating.delete(frame.txSender)
  return result
}
