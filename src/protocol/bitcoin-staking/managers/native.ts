import { ContractMap } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { UndoLog } from '../../clarity/undo-log.ts'
import { claimRewards, claimStakerRewardsForSigner } from '../contract/claim-rewards.ts'
import { bondIndex, bondPeriods } from '../contract/parameters.ts'
import type { Callable } from '../simulation/callable.ts'
import type { ContractFrame } from '../simulation/contract-frame.ts'
import { byName, contractFunction, type ContractModel } from '../simulation/contract-model.ts'
import { nativeErrors } from './manager-errors.ts'
import { deployerOf } from './manager-state.ts'
import { registerSelfParameters, registerSelfWith } from './register-self.ts'
import { validateStakeParameters } from './validate-stake.ts'

/** Whether a holder is delegating through the pool's wrapper at this moment. */
export const isDelegating: Callable<{ readonly staker: 'principal' }, boolean> = {
  name: 'is-delegating',
  parameters: { staker: 'principal' },
}

/** What the manager of the native pool stores. */
export interface NativeState {
  readonly admins: ContractMap<true>
}

type NativeFrame = ContractFrame<NativeState>

/** The native pool's manager; positions come through its wrapper only [bitcoin-staking 7.6]. */
export const nativeManager = (wrapper: Principal): ContractModel<NativeState> => ({
  publicFunctions: byName<NativeState>([
    contractFunction('validate-stake!', validateStakeParameters, (frame: NativeFrame, args) => {
      const { staker } = args
      refuseUnless(frame.ask(wrapper, isDelegating, { staker }), nativeErrors.NOT_DELEGATING)
      return true
    }),
    registerSelf,
    nativeClaimRewards,
    nativeClaimStakerRewards,
  ]),
  readFunctions: byName([]),
  createState: createNativeState,
})

function createNativeState(journal: UndoLog, self: Principal): NativeState {
  const admins = new ContractMap<true>(journal)
  admins.set(deployerOf(self), true)
  return { admins }
}

/** An admin registers the manager's key. */
const registerSelf = contractFunction(
  'register-self',
  registerSelfParameters,
  (frame: NativeFrame, args) => {
    const isAdmin = frame.state.admins.has(frame.txSender)
    refuseUnless(
      isAdmin && frame.contractCaller === frame.txSender,
      nativeErrors.UNAUTHORIZED_ADMIN,
    )
    registerSelfWith(frame, args)
    frame.print({ action: 'register-self', data: { 'signer-key': args['signer-key'] } })
    return true
  },
)

/** Pulls a cycle's rewards from pox-5, for anyone. */
const nativeClaimRewards = contractFunction(
  'claim-rewards',
  { 'bond-periods': bondPeriods, 'reward-cycle': 'uint' },
  (frame: NativeFrame, args) => {
    const claimed = frame.call(frame.chain.pox, claimRewards, args)
    const data = {
      'total-rewards': claimed['total-rewards'],
      'reward-cycle': args['reward-cycle'],
    }
    frame.print({ action: 'claim-rewards', data })
    return claimed
  },
)

/** Pays the signer what it has earned, without any fee. */
const nativeClaimStakerRewards = contractFunction(
  'claim-staker-rewards',
  { 'reward-cycle': 'uint', 'bond-index': bondIndex },
  (frame: NativeFrame, args) => {
    const staker = frame.txSender
    const { earned } = frame.call(frame.chain.pox, claimStakerRewardsForSigner, { staker, ...args })
    refuseUnless(earned > 0n, nativeErrors.NO_CLAIMABLE_REWARDS)
    frame.sendSbtc(staker, earned)
    const data = { staker, 'reward-cycle': args['reward-cycle'], earned }
    frame.print({ action: 'claim-staker-rewards', data })
    return earned
  },
)
