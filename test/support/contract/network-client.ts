import { STACKS_TESTNET } from '@stacks/network'
import {
  PostConditionMode,
  broadcastTransaction,
  makeContractCall,
  makeContractDeploy,
  makeSTXTokenTransfer,
  type ClarityValue,
  type PostCondition,
  type StacksTransactionWire,
  type TxBroadcastResult,
} from '@stacks/transactions'
import { userAccounts, type DevnetAccount } from '../../../src/dev/network/accounts.ts'
import { CONTROL_TOKEN_HEADER } from '../../../src/dev/network/http/control-access.ts'
import type { Network } from '../../../src/dev/network/index.ts'

/** A body whose shape is what the test asserts. */
// oxlint-disable-next-line typescript/no-explicit-any
type AnyJson = any

export const [user1, user2, user3] = userAccounts as [DevnetAccount, DevnetAccount, DevnetAccount]

/** Nonce and fee are read from the network by default. */
export type Terms = {
  nonce?: number
  fee?: number
  mode?: PostConditionMode
  conditions?: PostCondition[]
  sponsored?: boolean
}

/**
 * Talks to a network as wallets and pages do: over HTTP, with transactions signed by
 * `@stacks/transactions`.
 */
export const createNetworkClient = (network: Network) => {
  const client = { baseUrl: network.url }
  const stacks = { ...STACKS_TESTNET, client }

  const common = (account: DevnetAccount, { nonce, fee, mode, conditions, sponsored }: Terms) => ({
    senderKey: account.key,
    network: stacks,
    client,
    ...(nonce !== undefined && { nonce }),
    ...(fee !== undefined && { fee }),
    ...(sponsored !== undefined && { sponsored }),
    postConditionMode: mode ?? PostConditionMode.Deny,
    postConditions: conditions ?? [],
  })

  const control = { [CONTROL_TOKEN_HEADER]: network.controlToken }
  const get = async (path: string) => {
    const response = await fetch(`${network.url}${path}`, { headers: control })
    return {
      status: response.status,
      headers: response.headers,
      json: (await response.json()) as AnyJson,
    }
  }
  const post = async (path: string, body: unknown, type = 'application/json') => {
    const response = await fetch(`${network.url}${path}`, {
      method: 'POST',
      headers: { ...control, 'content-type': type },
      body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
    })
    return { status: response.status, json: (await response.json()) as AnyJson }
  }

  const send = (transaction: StacksTransactionWire): Promise<TxBroadcastResult> =>
    broadcastTransaction({ transaction, network: stacks, client })

  /** Broadcasts, mines, and reads the transaction back. */
  const mined = async (transaction: StacksTransactionWire) => {
    const sent = await send(transaction)
    if (!('txid' in sent) || 'error' in sent) throw new Error(JSON.stringify(sent))
    await network.control.mine()
    return (await get(`/extended/v1/tx/0x${sent.txid}`)).json
  }

  return {
    get,
    post,
    send,
    mined,
    stacks,
    client,
    transfer: (account: DevnetAccount, recipient: string, amount: number, terms: Terms = {}) =>
      makeSTXTokenTransfer({ ...common(account, terms), recipient, amount, memo: 'hello' }),
    call: (
      account: DevnetAccount,
      contract: string,
      functionName: string,
      { args = [], ...terms }: Terms & { args?: ClarityValue[] } = {},
    ) => {
      const [contractAddress, contractName] = contract.split('.') as [string, string]
      return makeContractCall({
        ...common(account, terms),
        contractAddress,
        contractName,
        functionName,
        functionArgs: args,
      })
    },
    deploy: (
      account: DevnetAccount,
      contractName: string,
      codeBody: string,
      terms: Terms & { clarityVersion?: 3 | 4 } = {},
    ) =>
      makeContractDeploy({
        ...common(account, terms),
        contractName,
        codeBody,
        ...(terms.clarityVersion && { clarityVersion: terms.clarityVersion }),
      }),
  }
}
export type NetworkClient = ReturnType<typeof createNetworkClient>
