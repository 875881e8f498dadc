import { encodeArgument, type PoolCall } from '../../chain/dusk/calls.ts'
import {
  decodeWalletCall,
  isSamePoolCall,
  type DecodedPoolCall,
} from '../../chain/dusk/decode-wallet-call.ts'
import { buildDuskRequest, type DuskNetworkNames, type DuskRequest } from './dusk-request.ts'

/** What a wallet is asked to sign, and what its bytes say when they are read again. */
export interface PreparedDuskRequest {
  request: DuskRequest
  signs: DecodedPoolCall
}

/**
 * Encodes a pool's call for a wallet and reads the bytes again: what is shown before signing is
 * what they say. Null when a part makes no sense, or they say something else than was planned.
 */
export async function prepareDuskRequest(
  network: DuskNetworkNames,
  account: string,
  { call, gas }: { call: PoolCall; gas: { limit: bigint; price: bigint } },
): Promise<PreparedDuskRequest | null> {
  const argument = await encodeArgument(call)
  if (!argument.ok) return null
  const request = buildDuskRequest(network, account, { call, argument: argument.value, gas })
  const signs = request && (await decodeWalletCall(request.call))
  return signs && isSamePoolCall(call, signs) ? { request, signs } : null
}
