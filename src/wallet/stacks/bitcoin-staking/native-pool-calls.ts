import { Cl } from '@stacks/transactions'
import type { StacksCallRequest } from '../stacks-call-request.ts'
import type { StakeRequest, StakeUpdateRequest } from './stake-calls.ts'
import { locksExactly, performsPox, sendsExactly } from './staking-conditions.ts'
import { requestStakingCall, type StakingSigner } from './staking-request.ts'

// The native manager refuses stakes that do not come through its pool; the position is the
// holder's all the same, and so are the conditions [bitcoin-staking 7.6].

/** `delegate` of the native pool: a stake with its manager, which takes no payout setting. */
export const delegateStakeCall = (
  signer: StakingSigner,
  pool: string,
  request: Omit<StakeRequest, 'burnHeight' | 'payout'>,
): StacksCallRequest => {
  const { deployment, account } = signer
  const { manager, microStx, cycles, heldSats } = request
  return requestStakingCall(signer, {
    contract: pool,
    functionName: 'delegate',
    args: [Cl.principal(manager), Cl.uint(microStx), Cl.uint(cycles)],
    conditions: [
      locksExactly(account, microStx),
      ...sendsExactly(deployment, deployment.pox, heldSats),
    ],
  })
}

/** `delegate-update`: a change of a stake that is, or comes to be, with the native manager. */
export const delegateUpdateCall = (
  signer: StakingSigner,
  pool: string,
  request: Omit<StakeUpdateRequest, 'payout'>,
): StacksCallRequest => {
  const { manager, oldManager, microStx, addedMicroStx, addedCycles } = request
  return requestStakingCall(signer, {
    contract: pool,
    functionName: 'delegate-update',
    args: [
      Cl.principal(manager),
      Cl.principal(oldManager),
      Cl.uint(addedCycles),
      Cl.uint(addedMicroStx),
      Cl.none(),
    ],
    conditions: [locksExactly(signer.account, microStx + addedMicroStx)],
  })
}

/** `undelegate`: the stake ends with the running cycle. */
export const undelegateCall = (
  signer: StakingSigner,
  pool: string,
  manager: string,
): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: pool,
    functionName: 'undelegate',
    args: [Cl.principal(manager)],
    conditions: [performsPox(signer.account)],
  })
