import { endpoints } from '@leather.io/rpc'
import {
  connectRequestMessageSchema,
  stxCallContractRequestMessageSchema,
  stxCallContractResultSchema,
  stxDeployContractRequestMessageSchema,
} from '@sats-connect/core'
import type { StacksProvider } from '@stacks/connect'
import { Cl } from '@stacks/transactions'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import {
  askStacksAddresses,
  askStacksCall,
} from '../../../../src/wallet/stacks/ask-stacks-wallet.ts'
import { deployCall, fundCall } from '../../../../src/wallet/stacks/console-calls.ts'
import {
  changeRewardAddressCall,
  enrollCall,
  optOutCall,
} from '../../../../src/wallet/stacks/holder-calls.ts'
import { stacksWallets, type StacksWallet } from '../../../../src/wallet/stacks/stacks-wallets.ts'

// What leaves for each wallet, after @stacks/connect's own rewriting, is held against the request
// schemas that the wallets publish.

const addresses = {
  mainnet: 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7',
  testnet: 'ST2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKQYAC0RQ',
}
const calls = builtInDeployments.flatMap((deployment) => {
  const account = addresses[deployment.network === 'mainnet' ? 'mainnet' : 'testnet']
  return [
    enrollCall(deployment, account, null),
    enrollCall(deployment, account, deployment.contract),
    optOutCall(deployment, account),
    changeRewardAddressCall(deployment, account, account),
  ]
})

/** The marks by which @stacks/connect recognises the providers of these wallets. */
const marks: Record<string, object> = {
  leather: { isLeather: true },
  xverse: { signMultipleTransactions: () => undefined, createRepeatInscriptions: () => undefined },
  fordefi: { isFordefi: true },
}

interface Sent {
  method: string
  params: Record<string, unknown>
}

/** A provider that records its requests as they would cross into a wallet: as JSON. */
function recorder(wallet: StacksWallet, answer: (method: string, turn: number) => object) {
  const sent: Sent[] = []
  const request = async (method: string, params: unknown) => {
    sent.push(JSON.parse(JSON.stringify({ method, params })) as Sent)
    return { jsonrpc: '2.0', id: '1', ...answer(method, sent.length) }
  }
  return { sent, provider: { request, ...marks[wallet.id] } as unknown as StacksProvider }
}

const signed = { txid: '0'.repeat(64), transaction: '00' }
const envelope = (sent: Sent) => ({ jsonrpc: '2.0', id: '1', ...sent })

describe.each(stacksWallets.map((wallet) => [wallet.name, wallet] as const))(
  '%s',
  (_name, wallet) => {
    // These are called in sats-connect's form when a page connects to them.
    const satsConnect = ['xverse', 'fordefi'].includes(wallet.id)

    it('is asked to move sBTC with its condition, and to deploy a contract', async () => {
      const deployment = builtInDeployments[0]!
      const source = '(define-read-only (one) u1)'
      const [funding, deploying] = [
        fundCall(deployment, addresses.mainnet, 5n),
        deployCall(deployment, addresses.mainnet, 'one', source),
      ]
      const { sent, provider } = recorder(wallet, () => ({ result: signed }))
      await askStacksCall(wallet, provider, funding)
      await askStacksCall(wallet, provider, deploying)
      const [call, deploy] = sent as [Sent, Sent]
      for (const params of [
        endpoints.stxCallContract.request.parse(envelope(call)).params,
        v.parse(stxCallContractRequestMessageSchema, envelope(call)).params,
      ]) {
        expect(params).toMatchObject({
          contract: deployment.sbtcToken,
          functionName: 'transfer',
          postConditionMode: 'deny',
          postConditions: funding.postConditions,
        })
      }
      for (const params of [
        endpoints.stxDeployContract.request.parse(envelope(deploy)).params,
        v.parse(stxDeployContractRequestMessageSchema, envelope(deploy)).params,
      ]) {
        expect(params).toMatchObject({
          name: 'one',
          clarityCode: source,
          clarityVersion: 3,
          postConditionMode: 'deny',
        })
      }
    })

    it('is asked for calls by both schemas, every argument in both spellings', async () => {
      for (const call of calls) {
        const { sent, provider } = recorder(wallet, () => ({ result: signed }))
        expect(await askStacksCall(wallet, provider, call)).toEqual({ result: 'signed', ...signed })
        const [request] = sent
        const leather = endpoints.stxCallContract.request.parse(envelope(request!))
        const xverse = v.parse(stxCallContractRequestMessageSchema, envelope(request!))
        for (const params of [leather.params, xverse.params]) {
          expect(params).toMatchObject({
            contract: call.contract,
            functionName: call.functionName,
            functionArgs: call.args,
            postConditionMode: 'deny',
            postConditions: [],
          })
        }
        expect(xverse.params.arguments).toEqual(call.args)
        // The arguments are Clarity values in hex for every reader.
        for (const argument of xverse.params.functionArgs!)
          expect(Cl.serialize(Cl.deserialize(argument)).replace(/^0x/, '')).toBe(argument)
        expect(leather.params.network).toBe(call.network)
        expect(leather.params.address).toBe(wallet.takesAddress ? call.account : undefined)
      }
    })

    it.each(['mainnet', 'testnet', 'devnet'])(
      'is asked for addresses on %s as its schema defines it',
      async (network) => {
        const { sent, provider } = recorder(wallet, () => ({
          result: { addresses: [{ address: addresses.mainnet, symbol: 'STX', publicKey: '02' }] },
        }))
        expect(await askStacksAddresses(wallet, provider, network)).toEqual({
          result: 'connected',
          addresses: [addresses.mainnet],
        })
        if (satsConnect) {
          const { method, params } = v.parse(connectRequestMessageSchema, envelope(sent[0]!))
          expect([method, params?.network]).toEqual([
            'wallet_connect',
            { mainnet: 'Mainnet', testnet: 'Testnet' }[network],
          ])
        } else
          expect(endpoints.getAddresses.request.parse(envelope(sent[0]!))).toMatchObject({
            method: 'getAddresses',
            params: { network },
          })
      },
    )

    const reaction = wallet.connectFirst ? 'is connected and asked again' : 'fails at once'
    it(`${reaction} when it denies access`, async () => {
      const call = calls[0]!
      const { sent, provider } = recorder(wallet, (method, turn) => {
        if (method !== 'stx_callContract') return { result: { addresses: [] } }
        return turn === 1
          ? { error: { code: -32_002, message: 'Access denied' } }
          : { result: signed }
      })
      const outcome = await askStacksCall(wallet, provider, call)
      if (wallet.connectFirst) {
        expect(sent.map(({ method }) => method)).toEqual([
          'stx_callContract',
          'wallet_connect',
          'stx_callContract',
        ])
        expect(outcome).toEqual({ result: 'signed', ...signed })
      } else {
        expect(sent).toHaveLength(1)
        expect(outcome.result).toBe('failed')
      }
    })
  },
)

it('accepts the answers that the published schemas promise', async () => {
  expect(v.parse(stxCallContractResultSchema, signed)).toEqual(signed)
  expect(endpoints.stxCallContract.result.parse(signed)).toEqual(signed)
})

it('knows where each wallet puts its provider, and which of them signs for several', () => {
  expect(stacksWallets.map(({ id, provider, multisig }) => [id, provider, multisig])).toEqual([
    ['leather', 'LeatherProvider', false],
    ['xverse', 'XverseProviders.BitcoinProvider', false],
    ['asigna', 'AsignaProvider', true],
    ['fordefi', 'FordefiProviders.UtxoProvider', false],
  ])
})
