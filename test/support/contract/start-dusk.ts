import { encodeArgument, type PoolCall } from '../../../src/chain/dusk/calls.ts'
import { createDuskClient } from '../../../src/chain/dusk/client.ts'
import { duskDeployment, type PoolDeployment } from '../../../src/chain/dusk/deployments.ts'
import { createDuskNetwork, type DuskNetworkOptions } from '../../../src/dev/network/dusk/index.ts'
import {
  transactionMessage,
  type WireTransaction,
} from '../../../src/dev/network/dusk/wire/transaction.ts'
import { DEFAULT_GAS } from '../../../src/protocol/hyperstaking/host/gas.ts'
import { signFor } from '../../../src/protocol/hyperstaking/host/signature.ts'

export const deployment = duskDeployment('local')
export const findPoolDeployment = (name: string): PoolDeployment =>
  deployment.pools.find((pool) => pool.name === name)!

/** A JSON text with integers as they are: what a wallet sends. */
const wire = (transaction: WireTransaction): string =>
  JSON.stringify(transaction, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )

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
      headers,
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
    const argument = await encodeArgument(client, call)
    if (!account.ok || !argument.ok) throw new Error('The network does not answer')
    return sign({
      chain_id: deployment.chainId,
      sender,
      nonce: account.value.nonce + 1n,
      receiver: null,
      value: 0n,
      deposit: call.deposit,
      gas_limit: DEFAULT_GAS.limit,
      gas_price: DEFAULT_GAS.price,
      call: { contract: call.contract, fn_name: call.method, fn_args: argument.value },
      ...more,
    })
  }
  const propagate = (transaction: WireTransaction) =>
    post('/on/transactions/propagate', wire(transaction))
  /** Sends a call, makes its block, and gives its id. */
  const send = async (sender: string, call: PoolCall): Promise<string> => {
    const answer = await propagate(await prepare(sender, call))
    if (answer.status !== 202) throw new Error(answer.text)
    network.control.mine(1n)
    return (JSON.parse(answer.text) as { tx_id: string }).tx_id
  }
  return { network, client, post, sign, wire, prepare, propagate, send, close: network.close }
}
export type Dusk = Awaited<ReturnType<typeof startDusk>>
