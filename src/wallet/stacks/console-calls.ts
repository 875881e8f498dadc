import {
  Cl,
  postConditionToHex,
  serializeCV,
  type FungiblePostCondition,
} from '@stacks/transactions'
import * as v from 'valibot'
import { stripHexPrefix } from '../../chain/hex.ts'
import { cUint, decodeClarity } from '../../chain/stacks/clarity.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

type Comparator = FungiblePostCondition['condition']

/** `address` sends exactly (`eq`) or at most (`lte`) this many sats of sBTC. */
const sends = (
  { sbtcToken }: Deployment,
  address: string,
  condition: Comparator,
  sats: bigint,
): string =>
  postConditionToHex({
    type: 'ft-postcondition',
    address,
    condition,
    amount: sats,
    asset: `${sbtcToken as `${string}.${string}`}::sbtc-token`,
  }).replace(/^0x/, '')

const buildRequest = (
  { id, network, chainId }: Deployment,
  account: string,
  call: Pick<StacksCallRequest, 'contract' | 'functionName' | 'args' | 'postConditions'>,
): StacksCallRequest => ({
  deployment: id,
  network,
  chainId,
  account,
  postConditionMode: 'deny',
  ...call,
})

/** A call as an operator asks for it; `paysSats`: what a payment of rewards sends at most. */
export interface ConsoleCall {
  functionName: string
  args: string[]
  paysSats: bigint | null
}

/**
 * Any call of the contract in use; `args` are serialized, hex without 0x. Calls that move assets
 * get the exact conditions of [dual-stacking 10.6]: a payment of rewards sends at most `paysSats`,
 * an emergency withdrawal exactly its amount. Undefined when a payment comes without its bound, or
 * a withdrawal without an amount.
 */
export function consoleCall(
  deployment: Deployment,
  account: string,
  { functionName, args, paysSats }: ConsoleCall,
): StacksCallRequest | undefined {
  const { contract } = deployment
  const call = (postConditions: string[]) =>
    buildRequest(deployment, account, { contract, functionName, args, postConditions })
  if (functionName === 'distribute-rewards')
    return paysSats === null ? undefined : call([sends(deployment, contract, 'lte', paysSats)])
  if (functionName !== 'emergency-withdraw-sbtc') return call([])
  const amount = v.safeParse(cUint, decodeClarity(args[0] ?? ''))
  return amount.success ? call([sends(deployment, contract, 'eq', amount.output)]) : undefined
}

/** Funding the pool: sBTC from the account to the contract, exactly this many sats. */
export const fundCall = (
  deployment: Deployment,
  account: string,
  sats: bigint,
): StacksCallRequest => {
  const args = [Cl.uint(sats), Cl.principal(account), Cl.principal(deployment.contract), Cl.none()]
  return buildRequest(deployment, account, {
    contract: deployment.sbtcToken,
    functionName: 'transfer',
    args: args.map((each) => stripHexPrefix(serializeCV(each))),
    postConditions: [sends(deployment, account, 'eq', sats)],
  })
}

/** Deploying a contract from its source under a name of the account; it moves no asset. */
export const deployCall = (
  deployment: Deployment,
  account: string,
  name: string,
  source: string,
): StacksCallRequest => ({
  ...buildRequest(deployment, account, {
    contract: `${account}.${name}`,
    functionName: '',
    args: [],
    postConditions: [],
  }),
  deploy: { source, clarityVersion: 3 },
})
