// @vitest-environment happy-dom
import type { StacksProvider } from '@stacks/connect'
import { expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import type { WalletJob } from '../../../../src/wallet/bridge/wallet-job.ts'
import { enrollCall } from '../../../../src/wallet/stacks/holder-calls.ts'
import { findStacksWallet } from '../../../../src/wallet/stacks/stacks-wallets.ts'
import { walletConnectConfig } from '../../../../src/wallet/walletconnect/open-walletconnect.ts'
import { runWalletConnectJob } from '../../../../src/wallet/walletconnect/run-walletconnect-job.ts'
import {
  isWalletConnectOffered,
  walletConnect,
} from '../../../../src/wallet/walletconnect/walletconnect-wallet.ts'

const account = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const request = enrollCall(
  builtInDeployments.find(({ network }) => network === 'mainnet')!,
  account,
  null,
)
const call: WalletJob = {
  kind: 'call',
  addressFirst: false,
  id: 'a',
  nonce: 'b',
  walletId: walletConnect.id,
  request,
  timeoutMs: 1000,
}
const connect: WalletJob = {
  kind: 'connect',
  id: 'a',
  nonce: 'a',
  walletId: walletConnect.id,
  network: 'mainnet',
  timeoutMs: 1000,
}

/** What another device answers, once a session is established. */
function device(addresses: string[]) {
  const asked: [string, unknown][] = []
  const provider = {
    request: async (method: string, params: unknown) => {
      asked.push([method, params])
      return {
        jsonrpc: '2.0',
        id: 1,
        result:
          method === 'getAddresses'
            ? { addresses: addresses.map((address) => ({ address, publicKey: '' })) }
            : { txid: 'aa', transaction: 'bb' },
      }
    },
  } as unknown as StacksProvider
  return { asked, open: async () => provider }
}

it('is offered with a project id only, and only where its wallets are', () => {
  expect(isWalletConnectOffered('c0ffee', 'mainnet')).toBe(true)
  expect(isWalletConnectOffered('c0ffee', 'testnet')).toBe(true)
  expect(isWalletConnectOffered('c0ffee', 'devnet')).toBe(false)
  for (const none of [null, '', ' ']) expect(isWalletConnectOffered(none, 'mainnet')).toBe(false)
})

it('is in no page: what a page puts there is not taken for it', () => {
  expect(findStacksWallet(walletConnect.id)).toBeUndefined()
})

it('requests the Stacks networks alone, and reveals nothing of the user', () => {
  const { networks, ...rest } = walletConnectConfig('c0ffee', 'chrome-extension://x')
  expect(rest).toEqual({
    projectId: 'c0ffee',
    metadata: {
      name: 'Twinstack',
      description: 'Dual Stacking',
      url: 'chrome-extension://x',
      icons: [],
    },
  })
  expect(
    networks.map(({ namespace, chains }) => [
      namespace,
      chains.map(({ caipNetworkId }) => caipNetworkId),
    ]),
  ).toEqual([['stacks', ['stacks:1', 'stacks:2147483648']]])
  expect(networks[0]!.methods).toContain('stx_callContract')
})

it('returns the addresses of a session', async () => {
  const { open, asked } = device([account])
  expect(await runWalletConnectJob(connect, open)).toEqual({
    result: 'connected',
    addresses: [account],
  })
  expect(asked).toEqual([['getAddresses', { network: 'mainnet' }]])
})

it('requests a call only in a session that holds the account', async () => {
  const { open, asked } = device([account])
  expect(await runWalletConnectJob(call, open)).toEqual({
    result: 'signed',
    txid: 'aa',
    transaction: 'bb',
  })
  expect(asked[1]).toEqual([
    'stx_callContract',
    {
      contract: request.contract,
      functionName: 'enroll',
      functionArgs: ['09'],
      arguments: ['09'],
      postConditionMode: 'deny',
      postConditions: [],
      network: 'mainnet',
      address: account,
    },
  ])
  const stranger = device(['SP000000000000000000002Q6VF78'])
  expect(await runWalletConnectJob(call, stranger.open)).toEqual({
    result: 'failed',
    failure: 'wrong-account',
    answeredBy: 'SP000000000000000000002Q6VF78',
  })
  expect(stranger.asked.map(([method]) => method)).toEqual(['getAddresses'])
})

it('survives a closed window and a relay that cannot be reached', async () => {
  expect(
    await runWalletConnectJob(connect, () =>
      Promise.reject(new Error('User closed the WalletConnect modal')),
    ),
  ).toEqual({ result: 'failed', failure: 'wallet-closed' })
  expect(
    await runWalletConnectJob(call, () => Promise.reject(new Error('WebSocket connection failed'))),
  ).toEqual({ result: 'failed', failure: 'wallet-error' })
})
