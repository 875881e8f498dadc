import type { StacksProvider } from '@stacks/connect'
import { describe, expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import {
  askStacksAddresses,
  askStacksCall,
} from '../../../../src/wallet/stacks/ask-stacks-wallet.ts'
import {
  installedStacksWallets,
  providerAt,
} from '../../../../src/wallet/stacks/find-stacks-wallets.ts'
import { changeRewardAddressCall } from '../../../../src/wallet/stacks/holder-calls.ts'
import { stacksFailure } from '../../../../src/wallet/stacks/stacks-failure.ts'
import { findStacksWallet } from '../../../../src/wallet/stacks/stacks-wallets.ts'

const address = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const call = changeRewardAddressCall(
  builtInDeployments.find(({ id }) => id === 'embedded-v1')!,
  address,
  address,
)
const leather = findStacksWallet('leather')!
const xverse = findStacksWallet('xverse')!

type Handler = (method: string, params: unknown) => unknown
const provider = (handle: Handler, more: object = {}) =>
  ({
    request: async (method: string, params: unknown) => handle(method, params),
    ...more,
  }) as unknown as StacksProvider
// @stacks/connect recognises Xverse by this.
const xverseMarks = {
  signMultipleTransactions: () => undefined,
  createRepeatInscriptions: () => undefined,
}
const answer = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result })

describe('asking a wallet', () => {
  it('sends both spellings of the arguments, Deny mode and no conditions', async () => {
    const seen: unknown[] = []
    const result = await askStacksCall(
      leather,
      provider(
        (method, params) => (
          seen.push([method, params]),
          answer({ txid: 'aa', transaction: 'bb' })
        ),
      ),
      call,
    )
    expect(result).toEqual({ result: 'signed', txid: 'aa', transaction: 'bb' })
    expect(seen).toEqual([
      [
        'stx_callContract',
        expect.objectContaining({
          contract: call.contract,
          functionName: 'change-reward-address',
          functionArgs: call.args,
          arguments: call.args,
          postConditionMode: 'deny',
          postConditions: [],
          network: 'devnet',
          address,
        }),
      ],
    ])
  })

  it('takes the transaction id in either spelling', async () => {
    expect(
      await askStacksCall(
        findStacksWallet('fordefi')!,
        provider(() => answer({ txId: 'aa' }), { isFordefi: true }),
        call,
      ),
    ).toEqual({ result: 'signed', txid: 'aa', transaction: null })
  })

  it('connects first where the wallet requires it, and asks again', async () => {
    const seen: string[] = []
    const handle: Handler = (method) => {
      seen.push(method)
      if (method === 'wallet_connect') return answer({ addresses: [{ address }] })
      return seen.length === 1
        ? { jsonrpc: '2.0', id: 1, error: { code: -32_002, message: 'Access denied.' } }
        : answer({ txid: 'aa' })
    }
    expect(await askStacksCall(xverse, provider(handle, xverseMarks), call)).toEqual({
      result: 'signed',
      txid: 'aa',
      transaction: null,
    })
    expect(seen).toEqual(['stx_callContract', 'wallet_connect', 'stx_callContract'])
  })

  it('gives all addresses of the answer', async () => {
    const bitcoin = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'
    expect(
      await askStacksAddresses(
        leather,
        provider(() =>
          answer({
            addresses: [
              { address: bitcoin, symbol: 'BTC' },
              { address, symbol: 'STX', publicKey: '02' },
            ],
          }),
        ),
        'devnet',
      ),
    ).toEqual({ result: 'connected', addresses: [bitcoin, address] })
  })

  it.each([
    ['nothing', () => undefined],
    ['no addresses', () => answer({})],
    ['a string', () => answer('yes')],
    ['addresses of no shape', () => answer({ addresses: ['x'] })],
  ])('survives an answer of %s', async (_title, handle) => {
    expect((await askStacksAddresses(leather, provider(handle), 'devnet')).result).toBe('failed')
    expect((await askStacksCall(leather, provider(handle), call)).result).toBe('failed')
  })
})

describe('a rejected promise and a resolved error give the same failure', () => {
  it.each([
    [{ code: 4001, message: 'User rejected request' }, 'rejected'],
    [{ code: -32_000, message: 'User rejected request' }, 'rejected'],
    [{ code: -31_001, message: 'User canceled the request' }, 'rejected'],
    [{ code: -32_001, message: 'Address mismatch' }, 'wrong-account'],
    [
      {
        code: -32_603,
        message: "There's a mismatch between your active network and the network of the request",
      },
      'wrong-network',
    ],
    [{ code: -32_603, message: 'The selected account does not match' }, 'wrong-account'],
    [{ code: -32_601, message: 'Method not found' }, 'wallet-error'],
    [{ code: -32_603, message: 'User closed the window' }, 'wallet-closed'],
    [{ message: '' }, 'wallet-error'],
  ])('%j', async (error, failure) => {
    const thrown = await askStacksCall(
      leather,
      provider(() => Promise.reject(error)),
      call,
    )
    const wrapped = await askStacksCall(
      leather,
      provider(() => Promise.reject({ jsonrpc: '2.0', id: 1, error })),
      call,
    )
    const resolved = await askStacksCall(
      leather,
      provider(() => ({ jsonrpc: '2.0', id: 1, error })),
      call,
    )
    for (const result of [thrown, wrapped, resolved])
      expect(result).toEqual({ result: 'failed', failure })
  })

  it('does not call declined what a node refused', () => {
    const message =
      'The network refused it: {"error":"transaction rejected","reason":"ConflictingNonceInMempool"}'
    expect(stacksFailure({ code: -32_603, message })).toBe('wallet-error')
  })

  it('accepts anything thrown', () => {
    for (const thrown of [undefined, null, 5, 'cancelled by user', new Error('x'), { error: null }])
      expect(typeof stacksFailure(thrown)).toBe('string')
    expect(stacksFailure('cancelled by user')).toBe('rejected')
  })
})

describe('finding wallets in a page', () => {
  it('finds only usable providers, at the known places', () => {
    const request = () => undefined
    expect(
      installedStacksWallets({
        LeatherProvider: { request },
        XverseProviders: { BitcoinProvider: { request } },
        StacksProvider: { request },
      }),
    ).toEqual([
      { id: 'leather', name: 'Leather' },
      { id: 'xverse', name: 'Xverse' },
    ])
    expect(
      installedStacksWallets({
        LeatherProvider: {},
        XverseProviders: null,
        FordefiProviders: { UtxoProvider: 'request' },
      }),
    ).toEqual([])
    expect(providerAt({}, 'XverseProviders.BitcoinProvider')).toBeUndefined()
  })
})

describe('asking a wallet for its account before it signs', () => {
  const other = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
  const bitcoin = { address: 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080' }
  const mainnet = { address: 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7' }
  const ask = async (addresses: unknown) => {
    const seen: string[] = []
    const outcome = await askStacksCall(
      leather,
      provider((method) => {
        seen.push(method)
        return answer(method === 'stx_callContract' ? { txid: 'aa' } : { addresses })
      }),
      call,
      true,
    )
    return { seen, outcome }
  }

  it('goes on with the account of the request', async () => {
    const { seen, outcome } = await ask([bitcoin, { address: other }, { address }])
    expect(seen).toEqual(['getAddresses', 'stx_callContract'])
    expect(outcome).toEqual({ result: 'signed', txid: 'aa', transaction: null })
  })

  it.each([
    ['another', [bitcoin, mainnet, { address: other }], 'wrong-account', { answeredBy: other }],
    ['none of the network', [bitcoin, mainnet], 'wrong-network', {}],
    ['none that can be read', 'none', 'result-unreadable', {}],
  ])('asks for no signature of %s', async (_what, addresses, failure, more) => {
    const { seen, outcome } = await ask(addresses)
    expect(seen).toEqual(['getAddresses'])
    expect(outcome).toEqual({ result: 'failed', failure, ...more })
  })

  it('learns that an account is on a Ledger where the wallet says so', async () => {
    const told = [bitcoin, { address, walletType: 'ledger' }, { address: other, walletType: 5 }]
    const asked = provider(() => answer({ addresses: told }))
    expect(await askStacksAddresses(leather, asked, 'devnet')).toEqual({
      result: 'connected',
      addresses: [bitcoin.address, address, other],
      ledger: [address],
    })
  })
})
