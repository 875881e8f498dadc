import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import { stripHexPrefix } from '../../chain/hex.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

const hex = (value: ClarityValue): string => stripHexPrefix(serializeCV(value))

/**
 * A holder's own call: it moves no asset, so it goes in Deny mode without conditions [dual-stacking
 * 10.6].
 */
const userCall = (
  deployment: Deployment,
  account: string,
  functionName: string,
  args: ClarityValue[],
): StacksCallRequest => ({
  deployment: deployment.id,
  network: deployment.network,
  chainId: deployment.chainId,
  contract: deployment.contract,
  functionName,
  args: args.map(hex),
  account,
  postConditionMode: 'deny',
  postConditions: [],
})

/** `enroll`; null: rewards go to the account itself. */
export const enrollCall = (
  deployment: Deployment,
  account: string,
  rewardAddress: string | null,
): StacksCallRequest =>
  userCall(deployment, account, 'enroll', [
    rewardAddress === null ? Cl.none() : Cl.some(Cl.address(rewardAddress)),
  ])

export const optOutCall = (deployment: Deployment, account: string): StacksCallRequest =>
  userCall(deployment, account, 'opt-out', [])

export const changeRewardAddressCall = (
  deployment: Deployment,
  account: string,
  rewardAddress: string,
): StacksCallRequest =>
  userCall(deployment, account, 'change-reward-address', [Cl.address(rewardAddress)])
