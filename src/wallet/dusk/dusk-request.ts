import * as v from 'valibot'
import { type PoolCall, walletCall } from '../../chain/dusk/calls.ts'
import type { DuskDeployment } from '../../chain/dusk/deployments.ts'
import { isAccount, isContractId } from '../../protocol/hyperstaking/core/ids.ts'

const lux = v.pipe(v.string(), v.regex(/^\d{1,20}$/))
const hex = v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})*$/), v.maxLength(131_074))

/** A call for a Dusk wallet, in its own form: amounts are LUX as digits, always public. */
export const duskCall = v.strictObject({
  kind: v.literal('contract_call'),
  privacy: v.literal('public'),
  contractId: v.pipe(v.string(), v.regex(/^0x[0-9a-f]{64}$/)),
  fnName: v.pipe(v.string(), v.regex(/^\w{1,64}$/)),
  fnArgs: hex,
  amount: lux,
  deposit: lux,
  gas: v.strictObject({ limit: lux, price: lux }),
  /** What a wallet that cannot read the argument shows of it, as our claim. */
  display: v.optional(v.record(v.string(), v.string())),
})

const caip2 = v.pipe(v.string(), v.regex(/^dusk:\d+$/))

/** The whole of what the result is compared with. `caip2`: the network as wallets name it. */
export const duskRequest = v.object({
  network: v.picklist(['mainnet', 'testnet', 'local']),
  caip2,
  /** Names under which a wallet shows that network on a node of one's own. */
  ownNodes: v.optional(v.array(caip2), []),
  account: v.custom<string>(isAccount),
  call: duskCall,
})
export type DuskRequest = v.InferOutput<typeof duskRequest>

/** A network as wallets may name it: `ownNodes` on a node of one's own. */
export type DuskNetworkNames = Pick<DuskDeployment, 'network' | 'caip2'> & { ownNodes?: string[] }

/** A pool's call for a wallet. `argument`: the call's argument as hex, without 0x. */
interface EncodedPoolCall {
  call: PoolCall
  argument: string
  gas: { limit: bigint; price: bigint }
}

/** The request for a pool's call; null when one of its parts makes no sense. */
export function buildDuskRequest(
  { network, caip2: name, ownNodes = [] }: DuskNetworkNames,
  account: string,
  { call, argument, gas }: EncodedPoolCall,
): DuskRequest | null {
  if (!isContractId(call.contract)) return null
  const parsed = v.safeParse(duskRequest, {
    network,
    caip2: name,
    ownNodes,
    account,
    call: walletCall(call, argument, gas),
  })
  return parsed.success ? parsed.output : null
}
