import { Cl } from '@stacks/transactions'
import type { PayoutSetting } from '../../../chain/stacks/bitcoin-staking/read-payout-setting.ts'
import type { StacksCallRequest } from '../stacks-call-request.ts'
import { payoutCalldata } from './payout-calldata.ts'
import { locksExactly, performsPox, sendsExactly } from './staking-conditions.ts'
import { requestStakingCall, type StakingSigner } from './staking-request.ts'

/** A new stake; microSTX. */
export interface StakeRequest {
  manager: string
  microStx: bigint
  cycles: bigint
  /** The present Bitcoin height: the stake is refused in any other cycle. */
  burnHeight: bigint
  payout: PayoutSetting | null
  /** Sats of a bond that has ended, which pox-5 sends back with it. */
  heldSats: bigint
}

/** `stake`: STX are locked from the next cycle on. */
export const stakeCall = (signer: StakingSigner, request: StakeRequest): StacksCallRequest => {
  const { deployment, account } = signer
  const { manager, microStx, cycles, burnHeight, payout, heldSats } = request
  return requestStakingCall(signer, {
    contract: deployment.pox,
    functionName: 'stake',
    args: [
      Cl.principal(manager),
      Cl.uint(microStx),
      Cl.uint(cycles),
      Cl.uint(burnHeight),
      payoutCalldata(payout),
    ],
    conditions: [
      locksExactly(account, microStx),
      ...sendsExactly(deployment, deployment.pox, heldSats),
    ],
  })
}

/** A change of a stake; what is not changed is sent again. */
export interface StakeUpdateRequest {
  manager: string
  oldManager: string
  /** What is staked now, and what is added; microSTX. */
  microStx: bigint
  addedMicroStx: bigint
  addedCycles: bigint
  payout: PayoutSetting | null
}

/** `stake-update`: the condition is on the new total, also when nothing is added. */
export const updateStakeCall = (
  signer: StakingSigner,
  request: StakeUpdateRequest,
): StacksCallRequest => {
  const { manager, oldManager, microStx, addedMicroStx, addedCycles, payout } = request
  return requestStakingCall(signer, {
    contract: signer.deployment.pox,
    functionName: 'stake-update',
    args: [
      Cl.principal(manager),
      Cl.principal(oldManager),
      Cl.uint(addedCycles),
      Cl.uint(addedMicroStx),
      payoutCalldata(payout),
    ],
    conditions: [locksExactly(signer.account, microStx + addedMicroStx)],
  })
}

/** `unstake`: the stake ends with the running cycle. */
export const unstakeCall = (signer: StakingSigner, manager: string): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: signer.deployment.pox,
    functionName: 'unstake',
    args: [Cl.principal(manager)],
    conditions: [performsPox(signer.account)],
  })
