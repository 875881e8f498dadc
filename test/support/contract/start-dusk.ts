import { encodeArgument, POOL_GAS, type PoolCall } from '../../../src/chain/dusk/calls.ts'
import { createDuskClient } from '../../../src/chain/dusk/client.ts'
import { duskDeployment, type PoolDeployment } from '../../../src/chain/dusk/deployments.ts'
import { createDuskNetwork, type DuskNetworkOptions } from '../../../src/dev/network/dusk/index.ts'
import {
  transactionBytes,
  transactionHash,
  transactionMessage,
  type WireTransaction,
} from '../../../src/dev/network/dusk/wire/transaction.ts'
import { CONTROL_TOKEN_HEADER } from '../../../src/dev/network/http/control-access.ts'
import { hex, signFor } from '../../../src/protocol/hyperstaking/host/signature.ts'

export const deployment = duskDeployment('local')
export const findPoolDeployment = (name: string): PoolDeployment =>
  deployment.pools.find((pool) => pool.name === name)!

/** A transaction as a wallet sends it: hex of its bytes. */
const wire = (transaction: WireTransaction): string => `0x${hex(transactionBytes(transaction))}`

/** A network, a client of it, and what a wallet would do. */
export const startDusk = async (options: DuskNetworkOptions = {}) => {
  const network = await createDuskNetwork({
    seed: 'tests',
    faultChance: 0,
    automine: false,
    ...options,
  })
  const client = createDuskClient({ bases: [network.url], timeoutMs: 3000, retries: 0 })

  const post = async (
    path: string,
    body?: unknown,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => {
    const response = await fetch(network.url + path, {
      method: 'POST',
      headers: { [CONTROL_TOKEN_HEADER]: network.controlToken, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  const sign = (
    unsigned: Omit<WireTransaction, 'signature'>,
    signer = unsigned.sender,
  ): WireTransaction => ({ ...unsigned, signature: signFor(signer, transactionMessage(unsigned)) })

  /** Builds and signs a call as a wallet does, with the account's next nonce. */
  const prepare = async (
    sender: string,
    call: PoolCall,
    more: Partial<WireTransaction> = {},
  ): Promise<WireTransaction> => {
    const account = await client.account(sender)
    const argument = await encodeArgument(call)
    if (!account.ok || !argument.ok) throw new Error('The network does not answer')
    return sign({
      chain_id: deployment.chainId,
      sender,
      nonce: account.value.nonce + 1n,
      receiver: null,
      value: 0n,
      deposit: call.deposit,
      gas_limit: POOL_GAS.limit,
      gas_price: POOL_GAS.price,
      call: { contract: call.contract, fn_name: call.method, fn_args: argument.value },
      ...more,
    })
  }
  const asText = { 'content-type': 'text/plain' }
  const propagate = (transaction: WireTransaction) =>
    post('/on/transactions/propagate', wire(transaction), asText)
  /** Sends a call, makes its block, and gives its id. */
  const send = async (sender: string, call: PoolCall): Promise<string> => {
    const transaction = await prepare(sender, call)
    const answer = await propagate(transaction)
    if (answer.status !== 202) throw new Error(answer.text)
    network.control.mine(1n)
    return transactionHash(transaction)
  }
  return { network, client, post, sign, wire, prepare, propagate, send, close: network.close }
}
export type Dusk = Awaited<ReturnType<typeof startDusk>>
