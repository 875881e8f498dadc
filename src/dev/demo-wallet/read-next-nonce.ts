import { fetchNonce, getAddressFromPrivateKey } from '@stacks/transactions'
import * as v from 'valibot'

const noncesAnswer = v.object({ possible_next_nonce: v.number() })

/**
 * An account's next nonce, what waits for a block counted. Only an API that has no such path any
 * more is passed over for its node, which counts what is in a block alone: the library does so at
 * every fault, and a second call then has the nonce of the first and is refused. Never from the
 * browser's cache, which keeps a 410 for ever where nothing forbids it.
 */
export async function readNextNonce(
  senderKey: string,
  network: 'mainnet' | 'testnet' | 'devnet',
  api: string,
): Promise<bigint> {
  const address = getAddressFromPrivateKey(senderKey, network)
  const response = await fetch(`${api}/extended/v1/address/${address}/nonces`, {
    cache: 'no-store',
  })
  if (response.status === 410) return fetchNonce({ address, network, client: { baseUrl: api } })
  return BigInt(v.parse(noncesAnswer, await response.json()).possible_next_nonce)
}
