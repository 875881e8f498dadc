import { calculateRewards } from '../../../../protocol/bitcoin-staking/contract/calculate-rewards.ts'
import {
  claimRewards,
  claimStakerRewardsForSigner,
} from '../../../../protocol/bitcoin-staking/contract/claim-rewards.ts'
import {
  bondIndex,
  bondPeriods,
  signerKey,
} from '../../../../protocol/bitcoin-staking/contract/parameters.ts'
import {
  grantSignerKey,
  registerSigner,
} from '../../../../protocol/bitcoin-staking/contract/signer-keys.ts'
import { stake } from '../../../../protocol/bitcoin-staking/contract/stake.ts'
import { deployerOf } from '../../../../protocol/bitcoin-staking/managers/manager-state.ts'
import { validateStakeParameters } from '../../../../protocol/bitcoin-staking/managers/validate-stake.ts'
import type { ContractFrame } from '../../../../protocol/bitcoin-staking/simulation/contract-frame.ts'
import {
  byName,
  contractFunction,
  type ContractModel,
} from '../../../../protocol/bitcoin-staking/simulation/contract-model.ts'
import { ContractRefusal } from '../../../../protocol/clarity/contract-refusal.ts'
import { DataVariable } from '../../../../protocol/clarity/data-variable.ts'

type Answer = { readonly ok: boolean } | { readonly err: bigint }
type PlainFrame = ContractFrame<DataVariable<Answer>>
type ReenteringFrame = ContractFrame<DataVariable<bigint>>

/** Calls of pox-5 that test managers make for any caller. */
const passedOn = [
  contractFunction(
    'grant',
    { 'signer-key': signerKey, 'auth-id': 'uint', 'signer-sig': { buffer: 65 } },
    (frame: ContractFrame<unknown>, args) =>
      frame.call(frame.chain.pox, grantSignerKey, { ...args, 'signer-manager': frame.self }),
  ),
  contractFunction(
    'register',
    { 'signer-manager': 'trait', 'signer-key': signerKey },
    (frame: ContractFrame<unknown>, args) => frame.call(frame.chain.pox, registerSigner, args),
  ),
  contractFunction(
    'claim',
    { 'bond-periods': bondPeriods, 'reward-cycle': 'uint' },
    (frame: ContractFrame<unknown>, args) => frame.call(frame.chain.pox, claimRewards, args),
  ),
  contractFunction(
    'settle',
    { staker: 'principal', 'reward-cycle': 'uint', 'bond-index': bondIndex },
    (frame: ContractFrame<unknown>, args) =>
      frame.call(frame.chain.pox, claimStakerRewardsForSigner, args),
  ),
]

/** A manager that prints its arguments and answers what it was set to. */
export const plainManager: ContractModel<DataVariable<Answer>> = {
  publicFunctions: byName<DataVariable<Answer>>([
    ...passedOn,
    contractFunction(
      'set-answer',
      { answer: { ok: 'bool', err: 'uint' } },
      (frame: PlainFrame, { answer }) => {
        frame.state.set(answer)
        return true
      },
    ),
    contractFunction('validate-stake!', validateStakeParameters, (frame: PlainFrame, args) => {
      frame.print({ topic: 'seen', ...args })
      const answer = frame.state.value
      if ('err' in answer) throw new ContractRefusal(Number(answer.err))
      return answer.ok
    }),
  ]),
  readFunctions: byName([]),
  createState: (journal) => new DataVariable<Answer>(journal, { ok: true }),
}

/** A manager whose answer calls pox-5 back in the way it was set to. */
export const reenteringManager: ContractModel<DataVariable<bigint>> = {
  publicFunctions: byName<DataVariable<bigint>>([
    ...passedOn,
    contractFunction('set-mode', { mode: 'uint' }, (frame: ReenteringFrame, { mode }) => {
      frame.state.set(mode)
      return true
    }),
    contractFunction('validate-stake!', validateStakeParameters, (frame: ReenteringFrame, args) => {
      callBack(frame, args.staker)
      return false
    }),
  ]),
  readFunctions: byName([]),
  createState: (journal) => new DataVariable(journal, 0n),
}

function callBack(frame: ReenteringFrame, staker: string): void {
  const { pox, burnHeight } = frame.chain
  const mode = frame.state.value
  if (mode === 1n) frame.call(pox, calculateRewards, { 'bond-periods': [] })
  if (mode === 2n) frame.call(pox, claimRewards, { 'bond-periods': [], 'reward-cycle': 1n })
  if (mode === 3n) {
    const leg = { 'reward-cycle': 1n, 'bond-index': null }
    frame.call(pox, claimStakerRewardsForSigner, { staker, ...leg })
  }
  if (mode === 4n) {
    frame.call(pox, stake, {
      'signer-manager': `${deployerOf(frame.self)}.plain`,
      'amount-ustx': 1n,
      'num-cycles': 1n,
      'start-burn-ht': burnHeight,
      'signer-calldata': null,
    })
  }
}
