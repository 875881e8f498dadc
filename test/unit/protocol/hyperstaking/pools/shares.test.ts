import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EPOCH, nextEpoch } from '../../../../../src/protocol/hyperstaking/core/epoch.ts'
import {
  type Account,
  namedAccount,
  STAKE,
} from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import { PRICE_SCALE, VIRTUAL } from '../../../../../src/protocol/hyperstaking/pools/shares.ts'
import { POLICIES } from '../../../../../src/protocol/hyperstaking/pools/state.ts'
import {
  type Kind,
  manager,
  POOL,
  setUpPool,
  type PoolSetup,
} from '../../../../support/hyperstaking-pools.ts'

const users = ['ann', 'ben', 'cleo', 'dan'].map(namedAccount) as [
  Account,
  Account,
  Account,
  Account,
]
const user = fc.integer({ min: 0, max: 3 }).map((index) => users[index]!)
const lux = fc.oneof(
  fc.bigInt(1n, 1000n),
  fc.bigInt(dusk(1n), dusk(20_000n)),
  fc.constant(dusk(1000n)),
)
const share = fc.bigInt(0n, 100n)

/**
 * What can happen to a pool; the parts of a position are in hundredths, so that calls often
 * succeed.
 */
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deposit' as const), user, lux }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('deposit_with_referrer' as const),
      user,
      lux,
      other: user,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('withdraw' as const), user, share }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('redeem' as const), user, share }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('transfer' as const), user, share, other: user }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('claim' as const), user }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), user, other: user }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('recycle' as const), user }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('collect_fees' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('reward' as const), lux: fc.bigInt(1n, dusk(100n)) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('epoch' as const), blocks: fc.bigInt(1n, EPOCH) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('soft' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hard' as const),
      severity: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      policy: fc.constantFrom(...POLICIES),
    }),
  },
)
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

const rate = fc.bigInt(0n, 50_000_000n)
const design = fc.record({
  policy: fc.constantFrom(...POLICIES),
  routing: fc.constantFrom('top-up' as const, 'rotation' as const),
  depositFee: fc.oneof(fc.constant(0n), rate),
  rewardFee: fc.oneof(fc.constant(0n), rate),
  referralRate: rate,
  minimumDeposit: fc.constant(1n),
})

/** Books of a run: what users put in and got out, and what the chain gave and burned. */
interface Books {
  put: bigint
  taken: bigint
  rewards: bigint
}

const amountOf = (
  events: Array<{ contract: string; topic: string; data: unknown }>,
  topic: string,
) =>
  events
    .filter((event) => event.contract === POOL && event.topic === topic)
    .reduce((sum, { data }) => sum + (data as { amount: bigint }).amount, 0n)

const stakedKeys = (pool: PoolSetup) =>
  pool.health().keys.filter(({ state }) => state !== 'empty' && state !== 'foreign')

const act = (pool: PoolSetup, books: Books, step: Action): void => {
  const { host } = pool.ledger
  const called = (account: Account, method: string, arg: unknown = null, deposit = 0n) => {
    const { events } = pool.call(account, method, arg, deposit)
    books.put += amountOf(events, 'deposit')
    books.taken +=
      amountOf(events, 'unstake') + amountOf(events, 'claim') + amountOf(events, 'fees')
  }
  const position = (account: Account) => pool.position(account)
  switch (step.do) {
    case 'deposit':
      return called(step.user, 'deposit', step.lux, step.lux)
    case 'deposit_with_referrer':
      return called(
        step.user,
        'deposit_with_referrer',
        { amount: step.lux, referrer: step.other },
        step.lux,
      )
    case 'withdraw':
      return called(step.user, 'withdraw', (position(step.user).value * step.share) / 100n)
    case 'redeem':
      return called(step.user, 'redeem', (position(step.user).shares * step.share) / 100n)
    case 'transfer':
      return called(step.user, 'transfer', {
        to: step.other,
        shares: (position(step.user).shares * step.share) / 100n,
      })
    case 'claim':
      return called(step.user, 'claim')
    case 'settle':
      return called(step.user, 'settle', step.other)
    case 'recycle':
      return called(step.user, 'recycle')
    case 'collect_fees':
      return called(manager, 'collect_fees')
    case 'pause':
      return called(manager, step.on ? 'pause' : 'unpause')
    case 'policy':
      return called(manager, 'set_policy', step.policy)
    case 'reward': {
      const key = stakedKeys(pool)[0]
      if (!key) return
      pool.reward(step.lux, key.account)
      books.rewards += step.lux
      return
    }
    case 'epoch': {
      const boundary = nextEpoch(host.height)
      host.height += step.blocks
      if (host.height >= boundary) {
        const after = host.height
        host.height = boundary - 1n
        called(users[0], 'rotate')
        host.height = after
      }
      return
    }
    case 'soft':
    case 'hard': {
      const key = stakedKeys(pool)[0]
      if (!key) return
      if (step.do === 'soft') host.fromOutside(STAKE, 'slash', { account: key.account })
      else host.fromOutside(STAKE, 'hard_slash', { account: key.account, severity: step.severity })
    }
  }
}

/** Shares and assets at present, without harvesting. */
const rateOf = (pool: PoolSetup) =>
  pool.read<{ numerator: bigint; denominator: bigint }>('exchange_rate')

const check = (pool: PoolSetup, books: Books): void => {
  const totals = pool.totals()
  const holders = pool.holders().map(([, holder]) => holder)
  expect(pool.held(STAKE), 'the stake contract holds value plus locked').toBe(pool.staked())
  expect(pool.held(POOL), 'the pool holds what its books say').toBe(
    totals.idle + totals.held + totals.owed + totals.fees,
  )
  expect(
    holders.reduce((sum, { shares, bonus }) => sum + shares + bonus, 0n),
    'all shares are someone’s',
  ).toBe(totals.shares)
  expect(holders.reduce((sum, { bonus }) => sum + bonus, 0n)).toBe(totals.bonus)
  const pending = holders.reduce(
    (sum, { shares, paid, claimable }) =>
      sum + claimable + (shares * (totals.perShare - paid)) / PRICE_SCALE,
    0n,
  )
  expect(pending + totals.carry <= totals.owed, 'what is owed is set aside').toBe(true)
  expect(
    books.taken <= books.put + books.rewards,
    'nobody takes more than was put in plus rewards',
  ).toBe(true)
  const { numerator } = rateOf(pool)
  const worth = users.reduce(
    (sum, account) =>
      sum + (pool.holders().some(([known]) => known === account) ? plainValue(pool, account) : 0n),
    0n,
  )
  expect(
    worth <= numerator - VIRTUAL,
    'all positions together are worth no more than there is',
  ).toBe(true)
}

const plainValue = (pool: PoolSetup, account: Account): bigint => {
  const holder = pool.holders().find(([known]) => known === account)![1]
  const { numerator, denominator } = rateOf(pool)
  const [assets, shares] = [numerator - VIRTUAL, denominator - VIRTUAL]
  return assets < shares
    ? (holder.shares * assets) / shares
    : (holder.shares * numerator) / denominator
}

const loses = (step: Action) => step.do === 'hard'

describe.each<Kind>(['liquid', 'referral', 'service'])('%s pool, whatever its users do', (kind) => {
  it('keeps its books, its holders’ shares and the chain’s', () => {
    fc.assert(
      fc.property(design, fc.array(action, { maxLength: 40 }), (choice, steps) => {
        const pool = setUpPool(kind, choice, [...users])
        const books: Books = { put: 0n, taken: 0n, rewards: 0n }
        for (const step of steps) {
          const before = rateOf(pool)
          act(pool, books, step)
          const after = rateOf(pool)
          if (!loses(step))
            expect(
              after.numerator * before.denominator >= before.numerator * after.denominator,
              `a share lost value by ${step.do}`,
            ).toBe(true)
          check(pool, books)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('lets everyone leave with the amount that their position states', () => {
    fc.assert(
      fc.property(design, fc.array(action, { maxLength: 25 }), (choice, steps) => {
        const pool = setUpPool(kind, choice, [...users])
        const books: Books = { put: 0n, taken: 0n, rewards: 0n }
        for (const step of steps) act(pool, books, step)
        for (const account of [...users, manager]) {
          const { value, shares, claimable } = pool.position(account)
          if (value > 0n)
            expect(amountOf(pool.ok(account, 'redeem', shares).events, 'unstake')).toBe(value)
          if (claimable > 0n)
            expect(amountOf(pool.ok(account, 'claim').events, 'claim')).toBe(claimable)
        }
        check(pool, books)
      }),
      { numRuns: 80 },
    )
  })
})
