import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callProblemOf } from '../../src/chain/dusk/call-problems.ts'
import {
  poolCallFor,
  encodeArgument,
  type PoolAction,
  walletCall,
} from '../../src/chain/dusk/calls.ts'
import { checkModel } from '../../src/chain/dusk/check-model.ts'
import { createDuskClient } from '../../src/chain/dusk/client.ts'
import { type PoolDeployment, duskDeployment } from '../../src/chain/dusk/deployments.ts'
import { discoverPools } from '../../src/chain/dusk/discover-pools.ts'
import {
  activeStake,
  stakeAmountOf,
  keysOwnedBy,
  networkViewOf,
} from '../../src/chain/dusk/network-view.ts'
import { readPoolEvents } from '../../src/chain/dusk/pool-events.ts'
import { preflight } from '../../src/chain/dusk/preflight.ts'
import { readContractCallsOpen } from '../../src/chain/dusk/read-contract-calls-open.ts'
import { readPool, withProvisioners } from '../../src/chain/dusk/read-pool.ts'
import { readTransactionStatus } from '../../src/chain/dusk/read-transaction-status.ts'
import { networkAccount } from '../../src/dev/network/dusk/network-account.ts'
import { transactionHash } from '../../src/dev/network/dusk/wire/transaction.ts'
import { seeded } from '../../src/protocol/hyperstaking/chain/random.ts'
import { nextEpoch } from '../../src/protocol/hyperstaking/core/epoch.ts'
import { namedContract } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk, U64_MAX } from '../../src/protocol/hyperstaking/core/units.ts'
import { projectDeposit } from '../../src/protocol/hyperstaking/projection/project.ts'
import {
  deployment,
  type Dusk,
  findPoolDeployment,
  startDusk,
} from '../support/contract/start-dusk.ts'

let on: Dusk
const [alice, bob, carol, stranger] = ['alice', 'bob', 'carol', 'stranger'].map(networkAccount) as [
  string,
  string,
  string,
  string,
]
const liquid = findPoolDeployment('Liquid')
const sozu = findPoolDeployment('Sozu')
const deposit = (lux: bigint, referrer: string | null = null): PoolAction => ({
  do: 'deposit',
  lux,
  referrer,
})
const check = (
  pool: PoolDeployment,
  action: PoolAction,
  sender = alice,
  gas?: { limit: bigint; price: bigint },
) => preflight(on.client, { deployment, pool, action, sender, ...(gas && { gas }) })
const act = async (pool: PoolDeployment, action: PoolAction, sender = alice) =>
  on.send(sender, poolCallFor(pool, action)!)
const codes = ({ problems }: Awaited<ReturnType<typeof check>>) => problems.map(({ code }) => code)
const value = async (pool: PoolDeployment, account = alice) =>
  (await readPool(on.client, pool, account)).position!.value

beforeAll(async () => {
  on = await startDusk()
})
afterAll(() => on.close())
beforeEach(() => {
  on.network.control.calls(true)
  on.network.control.nodeFaults(undefined)
})

describe('reading a network', () => {
  it('the tip, provisioners and their active stake, with every LUX', async () => {
    const tip = await on.client.tip()
    const list = await on.client.provisioners()
    if (!tip.ok || !list.ok) throw new Error('The network does not answer')
    expect(tip.value.height).toBe(on.network.chain.height())
    const minimum = dusk(1000n)
    const total = activeStake(list.value, tip.value.height, minimum)
    const expected = [...on.network.ledger.stake.entries.entries()].reduce(
      (
        sum,
        [
          ,
          {
            data: { amount },
          },
        ],
      ) =>
        sum +
        (amount && amount.eligibility <= tip.value.height && amount.value >= minimum
          ? amount.value
          : 0n),
      0n,
    )
    expect(total).toBe(expected)
    const view = networkViewOf(list.value, tip.value.height, minimum, liquid.id)
    const own = keysOwnedBy(list.value, liquid.id)
    expect(own).toHaveLength(1)
    expect(view.othersActive + own[0]!.amount).toBe(total)
    expect(view).toMatchObject({ credits: 128, minimumStake: minimum })
  })

  it('amounts beyond 2^53 stay exact', async () => {
    const huge = 18_000_000_000_000_000_001n
    on.network.ledger.stake.entries.set(stranger, {
      keys: { account: stranger, owner: { kind: 'account', account: stranger } },
      data: {
        amount: { value: huge, locked: 9_007_199_254_740_993n, eligibility: 10n ** 6n },
        reward: 0n,
        faults: 0,
        hardFaults: 0,
      },
    })
    on.network.control.faucet(stranger, 9_007_199_254_740_993n)
    const list = await on.client.provisioners()
    const account = await on.client.account(stranger)
    on.network.ledger.stake.entries.delete(stranger)
    expect(list.ok && list.value.find(({ key }) => key === stranger)).toMatchObject({
      amount: huge,
      locked_amt: 9_007_199_254_740_993n,
    })
    expect(account).toMatchObject({ ok: true, value: { balance: 9_007_199_254_740_993n } })
  })

  it('feeds a projection', async () => {
    const tip = await on.client.tip()
    const list = await on.client.provisioners()
    if (!tip.ok || !list.ok) throw new Error('The network does not answer')
    const { height } = tip.value
    const result = projectDeposit(
      {
        height,
        epochs: 40,
        network: networkViewOf(list.value, height, dusk(1000n), liquid.id),
        position: 0n,
        deposit: dusk(1000n),
        referred: null,
        runs: 50,
        pool: {
          keys: keysOwnedBy(list.value, liquid.id).map(stakeAmountOf),
          idle: 0n,
          policy: 'reinvest',
          routing: 'top-up',
          depositFee: 0n,
          rewardFee: 10_000_000n,
          holderRate: 0n,
          lead: 6n,
        },
      },
      seeded('client'),
    )
    expect(result.range.low! < result.reward && result.reward < result.range.high!).toBe(true)
  })

  it('a node that has only the usual GraphQL path', async () => {
    const usual = createDuskClient({
      bases: [on.network.url],
      retries: 0,
      fetch: (url, init) =>
        url.includes('/on/graphql')
          ? Promise.resolve(new Response('', { status: 404 }))
          : fetch(url, init),
    })
    expect(await usual.tip()).toEqual(await on.client.tip())
  })

  it('keeps Sozu’s published pool, and takes no deposit where its hub names another', async () => {
    expect(await discoverPools(on.client, deployment)).toEqual(deployment.pools)
    const elsewhere = { ...deployment, sozu: { hub: namedContract('no hub'), pool: sozu.id } }
    expect(await discoverPools(on.client, elsewhere)).toEqual(deployment.pools)
    const old = namedContract('old pool')
    const [moved] = await discoverPools(on.client, {
      ...deployment,
      sozu: { ...deployment.sozu!, pool: old },
      pools: [{ ...sozu, id: old }],
    })
    expect(moved).toEqual({ ...sozu, id: old, moved: true })
    const deposited = await check(moved!, deposit(dusk(1000n)))
    expect(deposited.verdict).toBe('fails')
    expect(codes(deposited)).toEqual(['pool-moved'])
    expect(codes(await check(moved!, { do: 'withdraw', lux: 1n }))).not.toContain('pool-moved')
    expect(await discoverPools(on.client, { ...deployment, sozu: null })).toEqual(deployment.pools)
    expect(duskDeployment('mainnet').sozu).not.toBeNull()
  })

  it('warns when the chain differs from the model', async () => {
    expect(await checkModel(on.client, deployment)).toEqual({
      known: true,
      value: { warnings: [], minimumStake: dusk(1000n), nodeVersion: '1.7.0' },
    })
    on.network.control.stakeContract({ version: 9, minimumStake: dusk(2000n), warnings: 3 })
    const differing = await checkModel(on.client, { ...deployment, chainId: 1 })
    on.network.control.stakeContract({ version: 8, minimumStake: dusk(1000n), warnings: 1 })
    expect(differing).toMatchObject({
      known: true,
      value: {
        minimumStake: dusk(2000n),
        warnings: [
          { code: 'wrong-network', chain: 0, expected: 1 },
          { code: 'version-differs', chain: 9, model: 8 },
          { code: 'minimum-differs', chain: dusk(2000n), model: dusk(1000n) },
          { code: 'warnings-differ', chain: 3, model: 1 },
        ],
      },
    })
  })

  it('reports whether contract calls are open', async () => {
    const height = on.network.chain.height()
    expect(await readContractCallsOpen(on.client, height)).toEqual({ known: true, value: true })
    on.network.control.calls(false)
    expect(await readContractCallsOpen(on.client, height)).toEqual({ known: true, value: false })
    expect(await readContractCallsOpen(on.client, height - 1n)).toEqual({
      known: true,
      value: true,
    })
    on.network.control.calls(true)
    on.network.control.calls(false, 'Liquid')
    expect(await readContractCallsOpen(on.client, height, liquid.id)).toEqual({
      known: true,
      value: false,
    })
    expect(await readContractCallsOpen(on.client, height, sozu.id)).toEqual({
      known: true,
      value: true,
    })
    on.network.control.calls(true, 'Liquid')
    const telling = (features: unknown) =>
      createDuskClient({
        bases: ['http://127.0.0.1:1'],
        retries: 0,
        fetch: async () =>
          new Response(
            JSON.stringify({
              chain_id: 1,
              version: '1.6.0',
              ...(features !== undefined && { vm_config: { features } }),
            }),
          ),
      })
    expect(await readContractCallsOpen(telling({ DISABLE_3RD_PARTY: 'soon' }), 1n)).toEqual({
      known: false,
      reason: 'bad-answer',
    })
    expect(await readContractCallsOpen(telling(undefined), 1n)).toEqual({
      known: false,
      reason: 'not-offered',
    })
  })
})

describe('pools', () => {
  it('deposit, epoch, reward, withdrawal: the client’s reads follow', async () => {
    await act(liquid, deposit(dusk(4000n)), carol)
    const reading = await readPool(on.client, liquid, carol)
    expect(reading).toMatchObject({
      paused: { known: true, value: false },
      config: { known: true, value: { kind: 'liquid', rewardFee: 10_000_000n } },
      idle: { known: true, value: 0n },
      position: { claimable: { known: true, value: 0n }, referrer: { known: true, value: null } },
    })
    const before = reading.position!.value
    on.network.control.epochs(2)
    const after = await value(liquid, carol)
    if (!before.known || !after.known) throw new Error('The pool does not answer')
    expect(before.value <= dusk(3990n) && before.value > dusk(3989n)).toBe(true)
    expect(after.value > before.value).toBe(true)
    await act(liquid, { do: 'withdraw', lux: dusk(1000n) }, carol)
    const position = (await readPool(on.client, liquid, carol)).position!
    if (!position.shares.known || !position.value.known) throw new Error('The pool does not answer')
    await act(
      liquid,
      { do: 'withdraw-all', shares: position.shares.value, lux: position.value.value },
      carol,
    )
    expect(await value(liquid, carol)).toEqual({ known: true, value: 0n })
  })

  it('a third party’s pool reveals less, and the rest is unknown', async () => {
    await act(sozu, deposit(dusk(1000n)), bob)
    const reading = await readPool(on.client, sozu, bob)
    expect(reading).toMatchObject({
      paused: { known: false, reason: 'not-offered' },
      config: { known: false },
      keys: { known: false },
      rate: { known: true },
    })
    expect(reading.position!.value).toMatchObject({ known: true })
    const list = await on.client.provisioners()
    const full = withProvisioners(
      reading,
      list.ok ? list.value : [],
      on.network.chain.height(),
      dusk(1000n),
    )
    expect(full.keys.known && full.keys.value.map(({ state }) => state)).toEqual(['active'])
    expect(full.paused.known).toBe(false)
  })

  it('events of final blocks, each with a stable key', async () => {
    const from = on.network.chain.height()
    await act(liquid, deposit(dusk(50n)))
    const start = { cursor: null, height: from + 1n }
    const none = await readPoolEvents(on.client, liquid, start)
    expect(none).toMatchObject({ known: true, value: { events: [], complete: true } })
    on.network.control.mine(5n)
    const read = await readPoolEvents(on.client, liquid, start)
    if (!read.known) throw new Error('The network does not answer')
    expect(read.value.events).toMatchObject([
      { topic: 'deposit', data: { account: alice, amount: dusk(50n) }, height: from + 1n },
    ])
    expect(await readPoolEvents(on.client, liquid, start)).toEqual(read)
    // Where reading has come to: what was told is not told again.
    expect(await readPoolEvents(on.client, liquid, read.value.place)).toMatchObject({
      value: { events: [] },
    })
    on.network.control.epochs(1)
    on.network.control.mine(4n)
    const rewards = await readPoolEvents(on.client, liquid, read.value.place)
    expect(rewards.known && rewards.value.events.map(({ topic }) => topic)).toEqual(['reward'])
    // Another node has other cursors: it is read from the start, without repeats or losses.
    const moved = { ...read.value.place, cursor: 'AAAA', height: from + 2n }
    expect(await readPoolEvents(on.client, liquid, moved)).toMatchObject({
      value: { events: rewards.known ? rewards.value.events : [] },
    })
  })
})

describe('calls', () => {
  it('encode as a wallet takes them, without a node', async () => {
    const call = poolCallFor(liquid, deposit(dusk(1000n)))!
    const argument = await encodeArgument(call)
    expect(argument).toEqual({ ok: true, value: '0010a5d4e8000000' })
    expect(walletCall(call, '0010a5d4e8000000')).toEqual({
      kind: 'contract_call',
      privacy: 'public',
      contractId: `0x${liquid.id}`,
      fnName: 'deposit',
      fnArgs: '0x0010a5d4e8000000',
      amount: '0',
      deposit: '1000000000000',
      gas: { limit: '50000000', price: '1' },
      display: { DUSK: '1000' },
    })
    const transfer = poolCallFor(liquid, { do: 'transfer', to: bob, shares: 5n })!
    const encoded = await encodeArgument(transfer)
    expect(encoded.ok && encoded.value).toHaveLength(2 * 208)
    expect(encoded).toMatchObject({ value: expect.stringMatching(/0{16}05(00){7}$/) })
    const nobody = { ...transfer, arg: { to: 'nobody', shares: '5' } }
    expect(await encodeArgument(nobody)).toMatchObject({ ok: false, failure: { code: 'refused' } })
    expect(await encodeArgument(poolCallFor(liquid, { do: 'claim' })!)).toEqual({
      ok: true,
      value: '',
    })
  })

  it('a pool offers what its kind has', () => {
    expect(poolCallFor(sozu, deposit(5n))).toEqual({
      contract: sozu.id,
      method: 'sozu_stake',
      arg: '5',
      deposit: 5n,
    })
    expect(poolCallFor(sozu, { do: 'claim' })).toBeNull()
    expect(poolCallFor(liquid, deposit(5n, bob))).toBeNull()
    expect(
      poolCallFor(findPoolDeployment('Service'), { do: 'transfer', to: bob, shares: 1n }),
    ).toBeNull()
  })
})

describe('preflight of this project’s pools', () => {
  const cases: Array<[string, () => Promise<[PoolDeployment, PoolAction, string?]>]> = [
    ['a first deposit', async () => [liquid, deposit(dusk(321n))]],
    [
      'a deposit on top, with rewards waiting',
      async () => {
        on.network.control.reward('Liquid', dusk(77n))
        return [liquid, deposit(dusk(33n) + 7n)]
      },
    ],
    ['a withdrawal', async () => [liquid, { do: 'withdraw', lux: dusk(20n) + 1n }]],
    [
      'everything out of the rotating pool',
      async () => {
        const rotating = findPoolDeployment('Rotating')
        await act(rotating, deposit(dusk(2500n)))
        on.network.control.epochs(1)
        const { position } = await readPool(on.client, rotating, alice)
        if (!position!.shares.known || !position!.value.known)
          throw new Error('The pool does not answer')
        return [
          rotating,
          { do: 'withdraw-all', shares: position!.shares.value, lux: position!.value.value },
        ]
      },
    ],
    [
      'a deposit with a referrer',
      async () => [findPoolDeployment('Referral'), deposit(dusk(400n), alice), bob],
    ],
    [
      'a claim',
      async () => {
        on.network.control.reward('Referral', dusk(90n))
        return [findPoolDeployment('Referral'), { do: 'claim' }, bob]
      },
    ],
    ['a transfer', async () => [liquid, { do: 'transfer', to: carol, shares: dusk(5n) }]],
    [
      'a customer’s deposit',
      async () => [findPoolDeployment('Service'), deposit(dusk(600n)), carol],
    ],
    ['a recycle', async () => [liquid, { do: 'recycle' }, carol]],
  ]

  it.each(cases)('%s: passes, and the chain then does exactly that', async (_name, make) => {
    const [pool, action, sender = alice] = await make()
    const told = await check(pool, action, sender)
    expect(told).toMatchObject({ exact: true, verdict: 'passes', problems: [] })
    const account = on.network.ledger.transfer.accounts.get(sender)!
    const id = await act(pool, action, sender)
    const status = await readTransactionStatus(on.client, id)
    if (!status.known || !('gasSpent' in status.value))
      throw new Error('The network does not answer')
    expect(status.value.error).toBeNull()
    expect(told.gas.estimate).toEqual({ known: true, value: status.value.gasSpent })
    if (told.outcome.known && ['withdraw', 'withdraw-all', 'claim'].includes(action.do)) {
      const after = on.network.ledger.transfer.accounts.get(sender)!
      expect(after.balance - account.balance + status.value.gasSpent).toBe(
        told.outcome.value.amount,
      )
    }
  })

  it.each<[string, string, () => Promise<[PoolDeployment, PoolAction, string?]>]>([
    ['below-minimum-deposit', 'a tiny deposit', async () => [liquid, deposit(1n)]],
    ['balance-too-low', 'more than the balance', async () => [liquid, deposit(dusk(5_000_000n))]],
    [
      'position-too-small',
      'more than the position',
      async () => [liquid, { do: 'withdraw', lux: dusk(500_000n) }],
    ],
    ['nothing-to-claim', 'nothing to claim', async () => [liquid, { do: 'claim' }]],
    [
      'referrer-self',
      'oneself',
      async () => [findPoolDeployment('Referral'), deposit(dusk(5n), carol), carol],
    ],
    [
      'referrer-circle',
      'a circle',
      async () => [findPoolDeployment('Referral'), deposit(dusk(5n), bob), alice],
    ],
    [
      'referrer-fixed',
      'another referrer',
      async () => [findPoolDeployment('Referral'), deposit(dusk(5n), carol), bob],
    ],
    [
      'not-registered',
      'a stranger',
      async () => {
        on.network.control.faucet(stranger, dusk(5000n))
        return [findPoolDeployment('Service'), deposit(dusk(5n)), stranger]
      },
    ],
    ['too-early', 'rotating early', async () => [findPoolDeployment('Rotating'), { do: 'rotate' }]],
  ])('%s: %s fails there, and on the chain with the same words', async (code, _name, make) => {
    const [pool, action, sender = alice] = await make()
    const told = await check(pool, action, sender)
    expect([told.verdict, told.exact, codes(told)]).toEqual(['fails', true, [code]])
    if (code === 'balance-too-low') return
    const status = await readTransactionStatus(on.client, await act(pool, action, sender))
    expect(status.known && 'problem' in status.value && status.value.problem).toEqual(
      told.problems[0],
    )
    expect(status.known && 'gasSpent' in status.value && status.value.gasSpent).toBe(
      told.gas.atMost,
    )
  })

  it('sends no request for input that is wrong in itself', async () => {
    const silent = createDuskClient({
      bases: ['http://127.0.0.1:1'],
      retries: 0,
      fetch: async () => Promise.reject(new Error('asked')),
    })
    const ask = (action: PoolAction, pool = liquid) =>
      preflight(silent, { deployment, pool, action, sender: alice })
    expect(codes(await ask(deposit(0n)))).toEqual(['amount-zero'])
    expect(codes(await ask(deposit(U64_MAX + 1n)))).toEqual(['amount-too-large'])
    expect(codes(await ask({ do: 'claim' }, sozu))).toEqual(['not-offered'])
    expect((await ask(deposit(5n))).verdict).toBe('unknown')
  })

  it('a pause, too little gas, another network, closed contract calls', async () => {
    on.network.control.pause('Liquid', true)
    expect(codes(await check(liquid, deposit(dusk(10n))))).toEqual(['pool-paused'])
    expect((await check(liquid, { do: 'withdraw', lux: dusk(1n) })).verdict).toBe('passes')
    on.network.control.pause('Liquid', false)
    expect(
      codes(await check(liquid, deposit(dusk(10n)), alice, { limit: 5_000_000n, price: 1n })),
    ).toEqual(['gas-too-low'])
    const elsewhere = await preflight(on.client, {
      deployment: { ...deployment, chainId: 1 },
      pool: liquid,
      action: deposit(dusk(10n)),
      sender: alice,
    })
    expect(codes(elsewhere)).toContain('wrong-network')
    on.network.control.calls(false)
    expect(codes(await check(liquid, deposit(dusk(10n))))).toEqual(['calls-closed'])
    on.network.control.calls(true)
    on.network.control.calls(false, 'Liquid')
    expect(codes(await check(liquid, deposit(dusk(10n))))).toEqual(['calls-closed'])
    expect((await check(findPoolDeployment('Rotating'), deposit(dusk(10n)))).verdict).toBe('passes')
    on.network.control.calls(true, 'Liquid')
  })
})

describe('a node without a pool’s data driver', () => {
  it('reads Sozu’s position and rate from bytes, and never denies the pool', async () => {
    await act(sozu, deposit(dusk(20n)), bob)
    const told = await readPool(on.client, sozu, bob)
    on.network.control.driver('Sozu', false)
    on.network.control.driver('Liquid', false)
    const reading = await readPool(on.client, sozu, bob)
    expect(reading.rate.known && reading.position!.value.known).toBe(true)
    expect(reading.rate).toEqual(told.rate)
    expect(reading.position).toEqual(told.position)
    const own = await check(liquid, deposit(dusk(10n)))
    expect([own.verdict, own.problems, own.doubts]).toMatchObject([
      'unknown',
      [],
      [{ code: 'driver-missing' }],
    ])
    on.network.control.driver('Sozu', true)
    on.network.control.driver('Liquid', true)
    const nowhere = { ...liquid, id: namedContract('nowhere') }
    expect(codes(await check(nowhere, deposit(dusk(10n))))).toEqual(['pool-missing'])
  })
})

describe('preflight of a third party’s pool', () => {
  it('says what is known, never that it is exact', async () => {
    const good = await check(sozu, deposit(dusk(100n)), bob)
    expect(good).toMatchObject({
      exact: false,
      tried: true,
      verdict: 'passes',
      problems: [],
      doubts: [],
    })
    expect(good.gas).toMatchObject({ atMost: 50_000_000n, estimate: { known: true } })
    expect(good.outcome).toEqual({
      known: true,
      value: { amount: dusk(100n), shares: null, fee: dusk(1n) / 4n, feePublished: true },
    })
    expect(await check(sozu, { do: 'withdraw', lux: dusk(10_000n) }, bob)).toMatchObject({
      exact: false,
      verdict: 'fails',
    })
    expect(codes(await check(sozu, { do: 'withdraw', lux: dusk(10_000n) }, bob))).toEqual([
      'position-too-small',
    ])
    expect(codes(await check(sozu, deposit(dusk(9_000_000n)), bob))).toEqual(['balance-too-low'])
  })

  it('what only the node’s dry run knows is reported too', async () => {
    on.network.control.pause('Sozu', true)
    expect(codes(await check(sozu, deposit(dusk(100n)), bob))).toEqual(['pool-paused'])
    on.network.control.pause('Sozu', false)
    expect(codes(await check(sozu, deposit(dusk(1n)), bob))).toEqual(['below-minimum-deposit'])
    const onMainnet = await preflight(on.client, {
      deployment: { ...deployment, network: 'mainnet' },
      pool: sozu,
      action: deposit(dusk(1n)),
      sender: bob,
    })
    expect(onMainnet).toMatchObject({
      exact: false,
      tried: false,
      verdict: 'unknown',
      doubts: [{ code: 'below-published-minimum' }],
      gas: { estimate: { known: false, reason: 'not-offered' } },
    })
  })
})

describe('transactions', () => {
  it('unseen, waiting, executed, final', async () => {
    expect(await readTransactionStatus(on.client, 'ab'.repeat(32))).toEqual({
      known: true,
      value: { state: 'unseen' },
    })
    expect(await readTransactionStatus(on.client, 'nonsense')).toEqual({
      known: false,
      reason: 'bad-answer',
    })
    const transaction = await on.prepare(alice, poolCallFor(liquid, deposit(dusk(5n)))!)
    await on.propagate(transaction)
    const id = transactionHash(transaction)
    expect(await readTransactionStatus(on.client, `0x${id}`)).toEqual({
      known: true,
      value: { state: 'waiting' },
    })
    on.network.control.mine(1n)
    expect(await readTransactionStatus(on.client, id)).toMatchObject({
      known: true,
      value: { state: 'executed', error: null, problem: null },
    })
    on.network.control.mine(4n)
    expect(await readTransactionStatus(on.client, id)).toMatchObject({
      known: true,
      value: { state: 'final' },
    })
  })

  it('every sentence of a failure is known, and others keep the chain’s words', () => {
    expect(callProblemOf('Panic: Something else entirely')).toMatchObject({
      code: 'other',
      text: 'Something else entirely',
    })
    expect(callProblemOf('OutOfGas').code).toBe('gas-too-low')
    expect(
      callProblemOf(
        'Panic: Transferring to stake contract should succeed: Panic("Calling receiver should succeed: Panic(\\"Keys mismatch\\")")',
      ).code,
    ).toBe('key-foreign')
  })
})

describe('a node that fails', () => {
  it.each([
    ['down', 'offline'],
    ['error', 'offline'],
    ['nonsense', 'bad-answer'],
    ['busy', 'rate-limited'],
  ] as const)('%s: everything is unknown, nothing is zero', async (kind, reason) => {
    on.network.control.nodeFaults({ kind })
    // A new client each time: one in a pause would wait.
    const fresh = () => createDuskClient({ bases: [on.network.url], timeoutMs: 500, retries: 0 })
    const reading = await readPool(fresh(), liquid, alice)
    for (const part of [reading.rate, reading.keys, reading.position!.value])
      expect(part).toEqual({ known: false, reason })
    expect(await checkModel(fresh(), deployment)).toEqual({ known: false, reason })
    expect(
      (
        await preflight(fresh(), {
          deployment,
          pool: liquid,
          action: deposit(dusk(5n)),
          sender: alice,
        })
      ).verdict,
    ).toBe('unknown')
    expect(await readTransactionStatus(fresh(), 'ab'.repeat(32))).toEqual({ known: false, reason })
  })

  it('slow: times out', async () => {
    on.network.control.nodeFaults({ kind: 'slow', delayMs: 2000 })
    const impatient = createDuskClient({ bases: [on.network.url], timeoutMs: 100, retries: 0 })
    expect(await impatient.tip()).toMatchObject({ ok: false, failure: { code: 'slow' } })
  })

  it.each([
    ['amounts that are no u64', '[{"key":"K","amount":18446744073709551616,"eligibility":0}]'],
    ['amounts below zero', '[{"key":"K","amount":-1,"eligibility":0}]'],
    ['fractions', '[{"key":"K","amount":1.5,"eligibility":0}]'],
    ['a key that is none', '[{"key":"short","amount":1,"eligibility":0}]'],
    ['no list', '{"amount":1}'],
    ['nothing', ''],
  ])('malformed answers are refused: %s', async (_name, body) => {
    const lying = createDuskClient({
      bases: ['http://127.0.0.1:1'],
      retries: 0,
      fetch: async () => new Response(body.replace('"K"', `"${alice}"`)),
    })
    expect(await lying.provisioners()).toMatchObject({ ok: false, failure: { code: 'bad-answer' } })
  })

  it('an owner of an unknown kind is unknown, the stake still counts', async () => {
    const odd = createDuskClient({
      bases: ['http://127.0.0.1:1'],
      retries: 0,
      fetch: async () =>
        new Response(
          `[{"key":"${alice}","amount":2000000000000,"eligibility":0,"owner":{"Committee":"x"}}]`,
        ),
    })
    const list = await odd.provisioners()
    expect(list).toMatchObject({ ok: true, value: [{ owner: null }] })
    expect(activeStake(list.ok ? list.value : [], nextEpoch(0n), dusk(1000n))).toBe(dusk(2000n))
  })
})
