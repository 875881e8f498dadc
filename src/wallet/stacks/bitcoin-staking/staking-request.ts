import {
  postConditionToHex,
  serializeCV,
  type ClarityValue,
  type PostCondition,
} from '@stacks/transactions'
import { stripHexPrefix } from '../../../chain/hex.ts'
import type { StakingDeployment } from '../../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { StacksCallRequest } from '../stacks-call-request.ts'

/** Who signs, and for which pox-5. */
export interface StakingSigner {
  deployment: StakingDeployment
  account: string
}

/** A call with what it moves: in Deny mode everything else aborts [bitcoin-staking 9.1]. */
export interface ConditionedCall {
  contract: string
  functionName: string
  args: ClarityValue[]
  conditions: PostCondition[]
}

/** Asks for exactly this call. */
export const requestStakingCall = (
  { deployment, account }: StakingSigner,
  { contract, functionName, args, conditions }: ConditionedCall,
): StacksCallRequest => ({
  deployment: deployment.id,
  network: deployment.network,
  chainId: deployment.chainId,
  contract,
  functionName,
  args: args.map((argument) => stripHexPrefix(serializeCV(argument))),
  account,
  postConditionMode: 'deny',
  postConditions: conditions.map((condition) => stripHexPrefix(postConditionToHex(condition))),
})
