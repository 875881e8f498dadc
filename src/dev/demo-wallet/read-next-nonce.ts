import { getAddressFromPrivateKey } from '@stacks/transactions'
import * as v from 'valibot'

const noncesAnswer = v.object({ possible_next_nonce: v.number() })

/**
 * An account's next nonce, what waits for a block counted. The library asks a node where the API
 * has no answer, and a node counts only what is in a block: a second call would have the nonce of
 * the first, and be refused.
 */
export async function readNextNonce(
  senderKey: string,
  network: 'mainnet' | 'testnet' | 'devnet',
  api: string,
): Promise<number> {
  const address = getAddressFromPrivateKey(senderKey, network)
  const response = await fetch(`${api}/extended/v1/address/${address}/nonces`)
  return v.parse(noncesAnswer, await response.json()).possible_next_nonce
}
