import { EventEmitter } from 'node:events'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SentDuskCall } from '../../../../src/chain/dusk/decode-sent-call.ts'
import { duskDeployment } from '../../../../src/chain/dusk/deployments.ts'
import type { DuskTransactionStatus } from '../../../../src/chain/dusk/read-transaction-status.ts'
import { namedAccount, namedContract } from '../../../../src/protocol/hyperstaking/core/ids.ts'
import {
  advanceDuskIntent,
  applyDuskStatus,
  isDuskTracked,
} from '../../../../src/wallet/dusk/advance-dusk-intent.ts'
import { askDuskProfiles, askDuskCall } from '../../../../src/wallet/dusk/ask-dusk-wallet.ts'
import { compareDuskCall } from '../../../../src/wallet/dusk/compare-dusk-call.ts'
import { duskFailure } from '../../../../src/wallet/dusk/dusk-failure.ts'
import type { DuskIntent } from '../../../../src/wallet/dusk/dusk-intent.ts'
import { buildDuskRequest } from '../../../../src/wallet/dusk/dusk-request.ts'
import {
  soleWallet,
  waitForDuskWallets,
  watchDuskWallets,
  type DuskProvider,
} from '../../../../src/wallet/dusk/dusk-wallets.ts'
import {
  followDuskWallet,
  type DuskWalletEvent,
} from '../../../../src/wallet/dusk/follow-dusk-wallet.ts'
import { ownNodeCaip2, ownNodesOf } from '../../../../src/wallet/dusk/own-node-caip2.ts'

const alice = namedAccount('alice')
const pool = namedContract('liquid pool')
const gas = { limit: 500_000_000n, price: 1n }
const request = buildDuskRequest(duskDeployment('local'), alice, {
  call: { contract: pool, method: 'deposit', arg: '1000', deposit: 1000n },
  argument: 'e803000000000000',
  gas,
})!
const hash = 'ab'.repeat(32)

const wallet = (answers: Record<string, unknown>) => {
  const asked: { method: string; params?: unknown }[] = []
  const provider: DuskProvider = {
    async request(question) {
      asked.push(question)
      const answer = answers[question.method]
      if (
        answer instanceof Error ||
        (typeof answer === 'object' && answer !== null && 'code' in answer)
      )
        throw answer
      return answer
    },
  }
  return { provider, asked }
}
const profiles = [{ profileId: '1', account: alice }]
const good = {
  dusk_requestProfiles: profiles,
  dusk_profiles: profiles,
  dusk_chainId: 'dusk:0',
  dusk_sendTransaction: { hash: `0x${hash.toUpperCase()}` },
}

describe('finding Dusk wallets', () => {
  const announce = (scope: EventTarget, detail: unknown) =>
    scope.dispatchEvent(new CustomEvent('dusk:announceProvider', { detail }))
  const announcement = (uuid: string, rdns: string, name: string) => ({
    info: { uuid, name, icon: '', rdns },
    provider: wallet(good).provider,
  })
  const official = announcement('one', 'network.dusk.wallet', 'Dusk Wallet')
  const found = async (...announced: unknown[]) => {
    const scope = new EventTarget()
    scope.addEventListener('dusk:requestProvider', () => {
      for (const each of announced) announce(scope, each)
    })
    const wallets = watchDuskWallets(scope)
    return { wallets, scope, list: await waitForDuskWallets(wallets, 1000) }
  }

  it('finds several at once, each once, and nothing that is not a wallet', async () => {
    const { wallets, list } = await found(
      official,
      announcement('two', 'other.wallet', 'Other'),
      { ...official, info: { ...official.info, name: 'Renamed' } },
      null,
      5,
      {},
      { info: { uuid: 'x' } },
      { info: { uuid: 7 }, provider: official.provider },
      { info: { uuid: 'x' }, provider: {} },
    )
    expect(list).toEqual([
      { id: 'one', name: 'Dusk Wallet', product: 'network.dusk.wallet' },
      { id: 'two', name: 'Other', product: 'other.wallet' },
    ])
    expect(wallets.provider('two')).toBeDefined()
    expect(wallets.provider('x')).toBeUndefined()
  })

  it('a lookalike that comes first hides no other, and neither is used unasked', async () => {
    const { list } = await found(
      announcement('evil', 'network.dusk.wallet', 'Dusk Wallet'),
      official,
    )
    expect(list.map(({ id }) => id)).toEqual(['evil', 'one'])
    expect(soleWallet(list, 'network.dusk.wallet')).toBeUndefined()
    expect(soleWallet(list, null)).toBeUndefined()
  })

  it('two objects under one id are a permanent conflict', async () => {
    const { wallets, list, scope } = await found(
      official,
      announcement('one', 'network.dusk.wallet', 'Another'),
      announcement('two', 'other.wallet', 'Other'),
    )
    expect(list).toEqual([
      { id: 'one', name: 'Dusk Wallet', product: 'network.dusk.wallet', conflict: true },
      { id: 'two', name: 'Other', product: 'other.wallet' },
    ])
    announce(scope, official)
    expect(wallets.list()[0]).toMatchObject({ conflict: true })
    expect(wallets.provider('one')).toBeUndefined()
    expect(soleWallet(list, 'network.dusk.wallet')).toBeUndefined()
    expect(soleWallet(list, null)?.id).toBe('two')
  })

  it('the product chosen last is used again when one alone claims to be it', async () => {
    const { list } = await found(official, announcement('two', 'other.wallet', 'Other'))
    expect(soleWallet(list, 'other.wallet')?.id).toBe('two')
    expect(soleWallet(list, 'gone.wallet')).toBeUndefined()
    expect(soleWallet(list.slice(0, 1), null)?.id).toBe('one')
  })

  it('finds none where there is none', async () => {
    expect(await waitForDuskWallets(watchDuskWallets(new EventTarget()), 1)).toEqual([])
  })
})

describe('asking a Dusk wallet', () => {
  it('connects on the right network only', async () => {
    expect(await askDuskProfiles(wallet(good).provider, 'dusk:0')).toEqual({
      result: 'connected',
      addresses: [alice],
    })
    expect(
      await askDuskProfiles(wallet({ ...good, dusk_chainId: 'dusk:1' }).provider, 'dusk:0'),
    ).toEqual({ result: 'failed', failure: 'wrong-network' })
  })

  it('asks a wallet on another network to switch, and then continues', async () => {
    const switching = (allowed: unknown) => {
      let chain = 'dusk:2'
      const asked: unknown[] = []
      const provider: DuskProvider = {
        async request({ method, params }) {
          if (method === 'dusk_chainId') return chain
          if (method !== 'dusk_switchNetwork') return good[method as keyof typeof good]
          asked.push(params)
          if (allowed !== true) throw allowed
          chain = (params as { chainId: string }).chainId
          return null
        },
      }
      return { provider, asked }
    }
    const willing = switching(true)
    expect((await askDuskCall(willing.provider, request)).result).toBe('signed')
    expect(willing.asked).toEqual([{ chainId: 'dusk:0' }])
    expect((await askDuskProfiles(switching(true).provider, 'dusk:0')).result).toBe('connected')
    expect(await askDuskCall(switching({ code: 4001 }).provider, request)).toEqual({
      result: 'failed',
      failure: 'rejected',
    })
    for (const code of [4200, -32_601, -32_602, 4902])
      expect(await askDuskCall(switching({ code }).provider, request)).toEqual({
        result: 'failed',
        failure: 'wrong-network',
      })
  })

  it('follows account and network changes and disconnects, until stopped', () => {
    const emitter = new EventEmitter()
    const heard: DuskWalletEvent[] = []
    const following = new AbortController()
    followDuskWallet(
      Object.assign(emitter, { request: async () => null }),
      following.signal,
      (news) => heard.push(news),
    )
    emitter.emit('profilesChanged', profiles)
    emitter.emit('profilesChanged', [])
    emitter.emit('profilesChanged', [{ account: 'nobody' }])
    emitter.emit('chainChanged', 'dusk:2')
    emitter.emit('chainChanged', 7)
    emitter.emit('disconnect', { code: 4900 })
    following.abort()
    emitter.emit('chainChanged', 'dusk:1')
    expect(heard).toEqual([
      { type: 'account', account: alice },
      { type: 'account', account: null },
      { type: 'account', account: null },
      { type: 'network', caip2: 'dusk:2' },
      { type: 'gone' },
    ])
  })

  it('sends a public contract call with amounts as LUX, and returns its hash', async () => {
    const { provider, asked } = wallet(good)
    expect(await askDuskCall(provider, request)).toEqual({
      result: 'signed',
      txid: hash,
      transaction: null,
    })
    expect(asked.at(-1)).toEqual({
      method: 'dusk_sendTransaction',
      params: {
        kind: 'contract_call',
        privacy: 'public',
        contractId: `0x${pool}`,
        fnName: 'deposit',
        fnArgs: '0xe803000000000000',
        amount: '0',
        deposit: '1000',
        gas: { limit: '500000000', price: '1' },
        display: { DUSK: '0.000001' },
      },
    })
  })

  it('accepts the network’s name on one’s own node, and no other', async () => {
    const base = 'http://127.0.0.1:3998'
    const own = ownNodeCaip2(`${base}/`)!
    expect(own).toMatch(/^dusk:\d{4,10}$/)
    expect(ownNodeCaip2('nowhere')).toBeNull()
    const onOwn = wallet({ ...good, dusk_chainId: own })
    expect((await askDuskCall(onOwn.provider, { ...request, ownNodes: [own] })).result).toBe(
      'signed',
    )
    expect(onOwn.asked.map(({ method }) => method)).not.toContain('dusk_switchNetwork')
    expect(await askDuskCall(onOwn.provider, request)).toMatchObject({ failure: 'wrong-network' })
    expect((await askDuskProfiles(onOwn.provider, 'dusk:0', ownNodesOf([base]))).result).toBe(
      'connected',
    )
  })

  it.each([
    ['nothing', { code: -32_601 }, true],
    [
      'what it takes',
      { txKinds: ['transfer', 'contract_call'], limits: { maxFnArgsBytes: 8 } },
      true,
    ],
    ['no contract calls', { txKinds: ['transfer'] }, false],
    ['shorter arguments', { limits: { maxFnArgsBytes: 7 } }, false],
  ])('a wallet that says %s', async (_name, dusk_getCapabilities, sent) => {
    const { provider, asked } = wallet({ ...good, dusk_getCapabilities })
    expect((await askDuskCall(provider, request)).result).toBe(sent ? 'signed' : 'failed')
    expect(asked.some(({ method }) => method === 'dusk_sendTransaction')).toBe(sent)
  })

  it('requests access first where it does not have it yet', async () => {
    const { provider, asked } = wallet({
      ...good,
      dusk_profiles: { code: 4100, message: 'Unauthorized' },
    })
    expect((await askDuskCall(provider, request)).result).toBe('signed')
    expect(asked.map(({ method }) => method)).toEqual([
      'dusk_getCapabilities',
      'dusk_profiles',
      'dusk_requestProfiles',
      'dusk_chainId',
      'dusk_sendTransaction',
    ])
  })

  it.each([
    [
      'another account',
      { dusk_profiles: [{ profileId: '2', account: namedAccount('bob') }] },
      'wrong-account',
    ],
    ['another network', { dusk_chainId: 'dusk:2' }, 'wrong-network'],
    ['a rejection', { dusk_sendTransaction: { code: 4001, message: 'User rejected' } }, 'rejected'],
    ['no hash', { dusk_sendTransaction: {} }, 'result-unreadable'],
    ['a hash of no shape', { dusk_sendTransaction: { hash: 'abc' } }, 'result-unreadable'],
    ['profiles of no shape', { dusk_profiles: ['x'] }, 'wrong-account'],
  ])('fails into a sentence at %s, and then sends nothing more', async (title, change, failure) => {
    expect(await askDuskCall(wallet({ ...good, ...change }).provider, request)).toEqual({
      result: 'failed',
      failure,
      ...(title === 'another account' && { answeredBy: namedAccount('bob') }),
    })
  })

  it.each([
    [{ code: 4001 }, 'rejected'],
    [{ code: 4100 }, 'wallet-locked'],
    [{ code: 4200 }, 'wallet-error'],
    [{ code: 4900 }, 'wallet-missing'],
    [{ code: -32_601 }, 'wallet-error'],
    [{ code: -32_602 }, 'wallet-error'],
    [{ code: -32_603, message: 'chain mismatch' }, 'wrong-network'],
    ['?', 'wallet-error'],
    [undefined, 'wallet-error'],
  ])('reads the error %j', (thrown, failure) => expect(duskFailure(thrown)).toBe(failure))
})

describe('what was sent', () => {
  const same: SentDuskCall = {
    chainId: 0n,
    sender: alice,
    nonce: 1n,
    deposit: 1000n,
    value: 0n,
    feeAtMost: 500_000_000n,
    call: { contract: pool, method: 'deposit', argument: 'e803000000000000' },
  }

  it('matches the request', () => expect(compareDuskCall(request, same)).toBeNull())

  it.each(['chainId', 'sender', 'deposit', 'value'] as const)(
    'is not known, and not equal, without its %s',
    (field) => {
      expect(compareDuskCall(request, { ...same, [field]: null })).toBe('not-known')
      // What differs differs, whatever else is not known.
      const other = { ...same, call: { ...same.call!, argument: '00' }, [field]: null }
      expect(compareDuskCall(request, other)).toBe('result-mismatch')
    },
  )

  it.each([
    ['chain', { chainId: 1n }, 'wrong-network'],
    ['sender', { sender: namedAccount('bob') }, 'wrong-account'],
    ['deposit', { deposit: 999n }, 'result-mismatch'],
    ['value', { value: 5n }, 'result-mismatch'],
    ['no call', { call: null }, 'result-mismatch'],
    ['contract', { call: { ...same.call!, contract: namedContract('other') } }, 'result-mismatch'],
    ['method', { call: { ...same.call!, method: 'withdraw' } }, 'result-mismatch'],
    ['argument', { call: { ...same.call!, argument: '00' } }, 'result-mismatch'],
  ])('differs in its %s', (_title, change, failure) =>
    expect(compareDuskCall(request, { ...same, ...change })).toBe(failure),
  )

  it('cannot be requested with amounts beyond u64 or an invalid contract', () => {
    const call = { contract: pool, method: 'deposit', arg: null, deposit: 0n }
    const build = (account: string, change: Partial<typeof call>) =>
      buildDuskRequest(duskDeployment('local'), account, {
        call: { ...call, ...change },
        argument: '',
        gas,
      })
    expect(build(alice, {})).not.toBeNull()
    expect(build('nobody', {})).toBeNull()
    expect(build(alice, { contract: 'x' })).toBeNull()
    expect(build(alice, { deposit: 10n ** 30n })).toBeNull()
  })
})

describe('the journal of pool calls', () => {
  const intent: DuskIntent = {
    id: 'i',
    action: 'deposit',
    pool: { id: pool, name: 'Liquid' },
    lux: 1000n,
    request,
    createdAt: 0,
    updatedAt: 0,
    tabId: null,
    state: 'created',
    failure: null,
    hash: null,
    gasSpent: null,
    problem: null,
    nonce: null,
  }
  type DuskEvent =
    | Parameters<typeof advanceDuskIntent>[1]
    | { type: 'chain'; status: DuskTransactionStatus }
  const advance = (now: DuskIntent, event: DuskEvent): DuskIntent =>
    event.type === 'chain'
      ? applyDuskStatus(now, event.status, 1)
      : advanceDuskIntent(now, event, 1)
  const answered = (txid: string): DuskEvent => ({
    type: 'answered',
    verdict: { kind: 'to-check', txid },
  })
  const inBlock = { height: 1n, block: hash, gasSpent: 7n, error: null, problem: null }
  const statuses: DuskTransactionStatus[] = [
    { state: 'unseen' },
    { state: 'waiting' },
    { state: 'executed', ...inBlock },
    { state: 'final', ...inBlock },
    {
      state: 'final',
      ...inBlock,
      error: 'The pool is paused',
      problem: { code: 'pool-paused', text: null },
    },
  ]
  const events: DuskEvent[] = [
    { type: 'waiting', tabId: 1 },
    { type: 'asked', tabId: 1, walletId: 'w', nonce: 'n' },
    { type: 'failed', failure: 'rejected' },
    answered(hash),
    answered('cd'.repeat(32)),
    { type: 'checked', failure: null },
    { type: 'checked', failure: 'result-mismatch' },
    { type: 'retried' },
    ...statuses.map((status) => ({ type: 'chain' as const, status })),
  ]

  it('advances from the click to finality, and back when a block is undone', () => {
    const path: DuskEvent[] = [
      { type: 'asked', tabId: 1, walletId: 'w', nonce: 'n' },
      answered(hash),
      { type: 'checked', failure: null },
      { type: 'chain', status: statuses[2]! },
      { type: 'chain', status: statuses[1]! },
      { type: 'chain', status: statuses[3]! },
    ]
    const states = path.map(
      (_event, at) =>
        path.slice(0, at + 1).reduce((now, event) => advance(now, event), intent).state,
    )
    expect(states).toEqual(['asking', 'asking', 'submitted', 'executed', 'submitted', 'final'])
  })

  it('of a fee out of all proportion waits for its sender, whatever the chain says', () => {
    const costly = [
      { type: 'asked' as const, tabId: 1, walletId: 'w', nonce: 'n' },
      answered(hash),
      { type: 'checked' as const, failure: 'high-fee' as const },
    ].reduce(advance, intent)
    for (const status of statuses) expect(advance(costly, { type: 'chain', status })).toBe(costly)
    const accepted = advance(costly, { type: 'fee-accepted' })
    expect(advance(accepted, { type: 'chain', status: statuses[2]! }).state).toBe('executed')
    expect(advance(accepted, { type: 'chain', status: statuses[3]! }).state).toBe('final')
  })

  it('keeps request and hash whatever comes, and a repeated event changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 20 }), (sequence) => {
        let now = intent
        for (const event of sequence) {
          const next = advance(now, event)
          expect(next.request).toBe(request)
          if (now.hash !== null) expect(next.hash).toBe(now.hash)
          if (now.state === 'final' || now.state === 'reverted' || now.state === 'refused')
            expect(next).toBe(now)
          if (next.state === 'submitted' || next.state === 'executed')
            expect(isDuskTracked(next)).toBe(true)
          if (event.type !== 'asked' && event.type !== 'waiting' && event.type !== 'retried')
            expect({ ...advance(next, event) }).toEqual({ ...next })
          now = next
        }
      }),
      { numRuns: 300 },
    )
  })
})
