import { describe, expect, it } from 'vitest'
import { balanceOf } from '../../../../../src/protocol/hyperstaking/chain/ledger.ts'
import { EPOCH } from '../../../../../src/protocol/hyperstaking/core/epoch.ts'
import {
  namedAccount,
  namedContract,
  STAKE,
  TRANSFER,
} from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import { liquidPool } from '../../../../../src/protocol/hyperstaking/pools/liquid.ts'
import { MAX_LINE } from '../../../../../src/protocol/hyperstaking/pools/referral.ts'
import { VIRTUAL } from '../../../../../src/protocol/hyperstaking/pools/shares.ts'
import {
  alice,
  bob,
  carol,
  ownedBy,
  ownedByAccount,
  fundAccounts,
  sendCall,
  signedStake,
} from '../../../../support/hyperstaking-ledger.ts'
import { keys, manager, POOL, setUpPool } from '../../../../support/hyperstaking-pools.ts'

const PERCENT = 1_000_000n
/** Within what rounding takes, a few LUX per operation. */
const near = (actual: bigint, expected: bigint, within = 10n) => {
  expect(
    actual <= expected && actual >= expected - within,
    `${actual} within ${within} below ${expected}`,
  ).toBe(true)
}

describe('liquid pool', () => {
  it('waits for the minimum, then stakes the signed order and the rest, all unlocked', () => {
    const pool = setUpPool('liquid', {}, [alice, bob])
    pool.deposit(alice, dusk(999n))
    expect(pool.amount()).toBeNull()
    pool.deposit(bob, dusk(501n))
    expect(pool.amount()).toEqual({ value: dusk(1500n), locked: 0n, eligibility: 4320n })
    expect(pool.health()).toMatchObject({ idle: 0n, keys: [{ state: 'maturing' }] })
    expect([pool.position(alice).value, pool.position(bob).value]).toEqual([dusk(999n), dusk(501n)])
  })

  it('a reward raises every share, and a later deposit takes none of it', () => {
    const pool = setUpPool('liquid', {}, [alice, bob, carol])
    pool.deposit(alice, dusk(3000n))
    pool.deposit(bob, dusk(1000n))
    pool.reward(dusk(400n) + 1n)
    pool.deposit(carol, dusk(4000n))
    near(pool.position(alice).value, dusk(3300n), dusk(1n) / 1000n)
    near(pool.position(bob).value, dusk(1100n), dusk(1n) / 1000n)
    near(pool.position(carol).value, dusk(4000n))
    expect(pool.ledger.stake.entries.get(keys[0])?.data.reward).toBe(1n)
  })

  it('a top-up of an eligible key locks a tenth, which still belongs to the holders', () => {
    const pool = setUpPool('liquid', {}, [alice])
    pool.deposit(alice, dusk(1000n))
    pool.ledger.host.height = 4320n
    pool.deposit(alice, dusk(1000n))
    expect(pool.amount()).toMatchObject({ value: dusk(1900n), locked: dusk(100n) })
    expect(pool.position(alice).value).toBe(dusk(2000n))
    pool.ok(alice, 'withdraw', dusk(1950n))
    expect(pool.amount()).toMatchObject({ value: 0n, locked: dusk(50n) })
    expect(pool.health().keys[0]?.state).toBe('below-minimum')
  })

  it('pays exactly what is asked, or what shares are worth, and refuses more', () => {
    const pool = setUpPool('liquid', {}, [alice, bob])
    pool.deposit(alice, dusk(2000n))
    pool.reward(dusk(123n))
    const before = balanceOf(pool.ledger, alice)
    const receipt = pool.ok(alice, 'withdraw', 1_234_567n)
    expect(balanceOf(pool.ledger, alice)).toBe(before + 1_234_567n - receipt.gasSpent)
    expect(pool.failure(alice, 'withdraw', dusk(3000n))).toBe('The position is smaller than this')
    expect(pool.failure(bob, 'redeem', 1n)).toBe('The position is smaller than this')
    expect(pool.failure(alice, 'withdraw', 0n)).toBe('The amount is zero')
    pool.ok(alice, 'redeem', pool.position(alice).shares)
    expect(pool.position(alice)).toMatchObject({ shares: 0n, value: 0n })
    expect(pool.read('total_supply')).toBe(0n)
  })

  it('takes its fees and nothing else; the manager collects them', () => {
    const pool = setUpPool('liquid', { depositFee: PERCENT / 4n, rewardFee: 10n * PERCENT }, [
      alice,
    ])
    pool.deposit(alice, dusk(4000n))
    expect(pool.position(alice).value).toBe(dusk(3990n))
    pool.reward(dusk(100n) + 1n)
    expect(pool.failure(alice, 'collect_fees')).toBe('Only the manager may call this')
    const before = balanceOf(pool.ledger, manager)
    const receipt = pool.ok(manager, 'collect_fees')
    expect(balanceOf(pool.ledger, manager)).toBe(before + dusk(20n) - receipt.gasSpent)
    near(pool.position(alice).value, dusk(4080n), dusk(1n) / 1000n)
    expect(pool.failure(manager, 'collect_fees')).toBe('The amount is zero')
  })

  it('shares move with all that belongs to them', () => {
    const pool = setUpPool('liquid', {}, [alice, bob])
    pool.deposit(alice, dusk(2000n))
    const { shares } = pool.position(alice)
    pool.ok(alice, 'transfer', { to: bob, shares: shares / 4n })
    expect([pool.position(alice).value, pool.position(bob).value]).toEqual([
      dusk(1500n),
      dusk(500n),
    ])
    expect(pool.failure(alice, 'transfer', { to: bob, shares })).toBe(
      'The position is smaller than this',
    )
    expect(pool.failure(alice, 'transfer', { to: alice, shares: 1n })).toBe(
      'An account cannot transfer to itself',
    )
    pool.ok(bob, 'withdraw', dusk(500n))
  })

  it('paused: nothing can be deposited, everything can be withdrawn', () => {
    const pool = setUpPool('liquid', {}, [alice])
    pool.deposit(alice, dusk(2000n))
    expect(pool.failure(alice, 'pause')).toBe('Only the manager may call this')
    pool.ok(manager, 'pause')
    expect(pool.read('paused')).toBe(true)
    for (const [method, arg, lux] of [
      ['deposit', dusk(1n), dusk(1n)],
      ['recycle', null, 0n],
      ['rotate', null, 0n],
    ] as const) {
      expect(pool.failure(alice, method, arg, lux)).toBe('The pool is paused')
    }
    pool.ok(alice, 'withdraw', dusk(2000n))
    pool.ok(manager, 'unpause')
    pool.deposit(alice, dusk(1n))
  })

  it('refuses a deposit below its minimum, of a wrong amount, and of no one in particular', () => {
    const pool = setUpPool('liquid', { minimumDeposit: dusk(10n) }, [alice])
    expect(pool.failure(alice, 'deposit', dusk(9n), dusk(9n))).toBe(
      "The deposit is below the pool's minimum",
    )
    expect(pool.failure(alice, 'deposit', dusk(10n), dusk(11n))).toBe(
      "The value to deposit doesn't match the value in the transaction",
    )
    expect(pool.failure(alice, 'deposit', 2n ** 64n, 0n)).toBe('Invalid argument')
    expect(() => pool.ledger.host.read(POOL, 'deposit', dusk(10n))).toThrow(
      'Only an account may call this, directly',
    )
  })

  it('cannot be used by a contract for a user, nor its callbacks by any other contract', () => {
    const pool = setUpPool('liquid', {}, [alice])
    pool.deposit(alice, dusk(2000n))
    const trap = namedContract('trap')
    pool.ledger.host.deploy(trap, () => ({
      steal: (context) => context.call(POOL, 'transfer', { to: bob, shares: 1n }),
      fake: (context) =>
        context.call(TRANSFER, 'contract_to_contract', {
          contract: POOL,
          value: 0n,
          method: 'receive_reward',
          data: null,
        }),
      fund: (context) => context.call(TRANSFER, 'deposit', 1n),
    }))
    expect(
      sendCall(pool.ledger, { sender: alice, contract: trap, method: 'steal', arg: null }).error,
    ).toBe('Panic: Only an account may call this, directly')
    sendCall(pool.ledger, { sender: alice, contract: trap, method: 'fund', arg: null, deposit: 1n })
    expect(
      sendCall(pool.ledger, { sender: alice, contract: trap, method: 'fake', arg: null }).error,
    ).toMatch(/Only the stake contract may send this/)
    const message = { contract: STAKE, value: 5n, data: null }
    expect(pool.failure(alice, 'receive_unstake', message)).toBe(
      'Only the stake contract may send this',
    )
  })

  it('no first deposit makes the next one round to nothing', () => {
    const pool = setUpPool('liquid', { minimumDeposit: 1n }, [alice, bob])
    pool.deposit(alice, dusk(1000n))
    pool.ok(alice, 'withdraw', dusk(1000n) - 1n)
    pool.reward(dusk(5000n))
    pool.ok(alice, 'recycle')
    pool.deposit(bob, dusk(100n))
    near(pool.position(bob).value, dusk(100n), dusk(6n))
    expect(pool.position(alice).value < dusk(1n)).toBe(true)
  })

  it('a late reward on an emptied key makes it foreign; the pool notices and stays usable', () => {
    const pool = setUpPool('liquid', {}, [alice])
    pool.deposit(alice, dusk(1000n))
    pool.ok(alice, 'withdraw', dusk(1000n))
    expect(pool.ledger.stake.entries.size).toBe(0)
    pool.reward(15_513_593n)
    pool.deposit(alice, dusk(2000n))
    expect(pool.health()).toMatchObject({ idle: dusk(2000n), keys: [{ state: 'foreign' }] })
    pool.ok(manager, 'add_provisioner', signedStake(keys[1], ownedBy(POOL), dusk(1000n)))
    expect(pool.amount(keys[1])?.value).toBe(dusk(2000n))
    pool.ok(alice, 'withdraw', dusk(2000n))
  })

  it('leaves one LUX of reward behind, so that an emptied key stays its own', () => {
    const pool = setUpPool('liquid', {}, [alice])
    pool.deposit(alice, dusk(1000n))
    pool.reward(dusk(10n))
    pool.ok(alice, 'redeem', pool.position(alice).shares)
    // The virtual shares keep their part: less than a thousandth of what came in.
    expect(pool.staked() < dusk(1n)).toBe(true)
    pool.reward(15_513_593n)
    pool.deposit(alice, dusk(2000n))
    expect(pool.health().keys[0]?.state).not.toBe('foreign')
  })

  it('takes only orders that its provisioner signed for this very pool', () => {
    const pool = setUpPool('liquid', {}, [alice])
    const order = signedStake(keys[1], ownedBy(POOL), dusk(1000n))
    expect(pool.failure(alice, 'add_provisioner', order)).toBe('Only the manager may call this')
    expect(
      pool.failure(
        manager,
        'add_provisioner',
        signedStake(keys[1], ownedByAccount(alice), dusk(1000n)),
      ),
    ).toBe('The order must name this pool as the owner')
    expect(pool.failure(manager, 'add_provisioner', { ...order, value: dusk(1001n) })).toBe(
      'Invalid account signature!',
    )
    expect(pool.failure(manager, 'remove_provisioner', carol)).toBe(
      'The pool does not know this provisioner',
    )
  })

  it('moves to another key when one is removed', () => {
    const pool = setUpPool('liquid', {}, [alice])
    pool.deposit(alice, dusk(2000n))
    pool.ok(manager, 'add_provisioner', signedStake(keys[1], ownedBy(POOL), dusk(1000n)))
    pool.ok(manager, 'remove_provisioner', keys[0])
    expect([pool.amount(keys[0]), pool.amount(keys[1])?.value]).toEqual([null, dusk(2000n)])
  })

  it('a hard slash is shared by all shares', () => {
    const pool = setUpPool('liquid', {}, [alice, bob])
    pool.deposit(alice, dusk(3000n))
    pool.deposit(bob, dusk(1000n))
    pool.ledger.host.fromOutside(STAKE, 'hard_slash', { account: keys[0] })
    near(pool.position(alice).value, dusk(2700n), dusk(1n) / 1000n)
    near(pool.position(bob).value, dusk(900n), dusk(1n) / 1000n)
  })

  it('refuses designs that cannot work', () => {
    expect(() => setUpPool('liquid', { rewardFee: 100n * PERCENT })).toThrow('below 100%')
    expect(() => setUpPool('liquid', { rotationWindow: 0n })).toThrow('within an epoch')
    expect(() => setUpPool('liquid', { minimumDeposit: -1n })).toThrow('amount of LUX')
    expect(liquidPool({ manager })).toBeTypeOf('function')
  })
})

describe('reward policy, behind recycle', () => {
  it('reinvest: anyone stakes the rewards again', () => {
    const pool = setUpPool('liquid', { policy: 'reinvest' }, [alice, bob])
    pool.deposit(alice, dusk(2000n))
    pool.reward(dusk(100n) + 1n)
    const receipt = pool.ok(bob, 'recycle')
    expect(receipt.events.map(({ topic }) => topic)).toEqual([
      'mint_c',
      'withdraw',
      'stake',
      'contract_to_contract',
      'reward',
      'moonlight',
    ])
    expect(pool.amount()?.value).toBe(dusk(2100n))
    expect(pool.ok(bob, 'recycle').events.map(({ topic }) => topic)).toEqual([
      'reward',
      'moonlight',
    ])
  })

  it('distribute: rewards are set aside by share and claimed, principal stays', () => {
    const pool = setUpPool('liquid', { policy: 'distribute' }, [alice, bob])
    pool.deposit(alice, dusk(3000n))
    pool.deposit(bob, dusk(1000n))
    pool.reward(dusk(40n) + 1n)
    expect(pool.position(alice)).toMatchObject({ value: dusk(3000n), claimable: dusk(30n) })
    const before = balanceOf(pool.ledger, bob)
    const receipt = pool.ok(bob, 'claim')
    expect(balanceOf(pool.ledger, bob)).toBe(before + dusk(10n) - receipt.gasSpent)
    expect(pool.failure(bob, 'claim')).toBe('There is nothing to claim')
    pool.reward(3n)
    pool.ok(bob, 'recycle')
    pool.reward(3n)
    expect(pool.position(alice).claimable).toBe(dusk(30n) + 4n)
  })

  it('hold: rewards stay in the pool, raise the price, and pay the next exits', () => {
    const pool = setUpPool('liquid', { policy: 'hold' }, [alice])
    pool.deposit(alice, dusk(2000n))
    pool.reward(dusk(100n) + 1n)
    pool.ok(bobWithFunds(pool), 'recycle')
    expect(pool.health().held).toBe(dusk(100n))
    near(pool.position(alice).value, dusk(2100n), dusk(1n) / 1000n)
    pool.ok(alice, 'withdraw', dusk(60n))
    expect([pool.health().held, pool.amount()?.value]).toEqual([dusk(40n), dusk(2000n)])
    pool.ok(manager, 'set_policy', 'reinvest')
    pool.ok(alice, 'recycle')
    expect(pool.amount()?.value).toBe(dusk(2040n))
    expect(pool.failure(manager, 'set_policy', 'burn')).toBe('Invalid argument')
  })

  const bobWithFunds = (pool: { ledger: Parameters<typeof fundAccounts>[0] }) => {
    fundAccounts(pool.ledger, bob)
    return bob
  }
})

describe('rotation', () => {
  const atEpochEnd = (pool: ReturnType<typeof setUpPool>, epoch: bigint) => {
    pool.ledger.host.height = (epoch + 1n) * EPOCH - 5n
    return pool.ok(alice, 'rotate')
  }

  it('keeps all funds in consensus in every epoch, and locks none of what is deposited', () => {
    const pool = setUpPool('liquid', { routing: 'rotation' }, [alice, bob])
    pool.ledger.host.height = 1n
    pool.deposit(alice, dusk(10_000n))
    for (let epoch = 1n; epoch < 12n; epoch++) {
      atEpochEnd(pool, epoch)
      pool.ledger.host.height = (epoch + 1n) * EPOCH
      const active = pool.health().keys.filter(({ state }) => state === 'active')
      expect(active).toHaveLength(1)
      expect(pool.health().keys.find(({ state }) => state === 'maturing')?.value).toBe(dusk(1000n))
      expect(active[0]?.value).toBe(pool.staked() - dusk(1000n))
      pool.reward(dusk(10n), active[0]!.account)
      pool.ledger.host.height += 100n
      pool.deposit(bob, dusk(500n))
      expect(pool.health().keys.every(({ locked }) => locked === 0n)).toBe(true)
    }
  })

  it('only near an epoch’s end, with two keys, when the pool rotates at all', () => {
    const pool = setUpPool('liquid', { routing: 'rotation' }, [alice])
    pool.deposit(alice, dusk(3000n))
    pool.ledger.host.height = EPOCH - 31n
    expect(pool.failure(alice, 'rotate')).toBe('It is too early in the epoch to rotate')
    pool.ledger.host.height = EPOCH - 30n
    pool.ok(alice, 'rotate')
    pool.ok(manager, 'remove_provisioner', keys[1])
    expect(pool.failure(alice, 'rotate')).toBe('Rotation needs two provisioner keys')
    expect(setUpPool('liquid', {}, [alice]).failure(alice, 'rotate')).toBe(
      'This pool does not rotate',
    )
  })

  it('restarts after epochs in which no one called', () => {
    const pool = setUpPool('liquid', { routing: 'rotation' }, [alice])
    pool.deposit(alice, dusk(5000n))
    atEpochEnd(pool, 1n)
    atEpochEnd(pool, 6n)
    expect(
      pool
        .health()
        .keys.map(({ state }) => state)
        .toSorted(),
    ).toEqual(['active', 'maturing'])
    atEpochEnd(pool, 7n)
    expect(pool.staked()).toBe(dusk(5000n))
    pool.ledger.host.height = 8n * EPOCH
    expect(pool.health().keys.find(({ state }) => state === 'active')?.value).toBe(dusk(4000n))
  })

  it('frees what a soft slash locked', () => {
    const pool = setUpPool('liquid', { routing: 'rotation' }, [alice])
    pool.deposit(alice, dusk(5000n))
    atEpochEnd(pool, 1n)
    for (let fault = 0; fault < 2; fault++)
      pool.ledger.host.fromOutside(STAKE, 'slash', { account: keys[0] })
    expect(pool.amount(keys[0])?.locked).toBe(dusk(400n))
    atEpochEnd(pool, 2n)
    expect(pool.staked()).toBe(dusk(5000n))
    expect(pool.health().keys.every(({ locked }) => locked === 0n)).toBe(true)
  })

  it('a pool too small for two stakes keeps its one', () => {
    const pool = setUpPool('liquid', { routing: 'rotation' }, [alice])
    pool.deposit(alice, dusk(1500n))
    for (let epoch = 0n; epoch < 5n; epoch++) atEpochEnd(pool, epoch)
    expect(pool.staked() + pool.health().idle).toBe(dusk(1500n))
    expect(pool.health().keys.some(({ value }) => value === dusk(1500n))).toBe(true)
  })
})

describe('referral pool', () => {
  const rate = 20n * PERCENT

  it.each(['reinvest', 'distribute', 'hold'] as const)(
    '%s: a referrer earns its part of the referred accounts’ rewards, and nothing else',
    (policy) => {
      const pool = setUpPool('referral', { policy, referralRate: rate }, [alice, bob, carol])
      pool.deposit(alice, dusk(1000n))
      pool.ok(bob, 'deposit_with_referrer', { amount: dusk(2000n), referrer: alice }, dusk(2000n))
      pool.deposit(carol, dusk(1000n))
      pool.reward(dusk(400n) + 1n)
      pool.ok(carol, 'settle', bob)
      pool.ok(carol, 'settle', alice)
      const worth = (user: string) => pool.position(user).value + pool.position(user).claimable
      near(worth(alice), dusk(1140n), dusk(1n) / 1000n)
      near(worth(bob), dusk(2160n), dusk(1n) / 1000n)
      near(worth(carol), dusk(1100n), dusk(1n) / 1000n)
      near(pool.position(alice).income, dusk(40n), dusk(1n) / 1000n)
    },
  )

  it('principal is never split: not after a slash and its recovery, not by leaving', () => {
    const pool = setUpPool('referral', { referralRate: rate }, [alice, bob])
    pool.ok(bob, 'deposit_with_referrer', { amount: dusk(2000n), referrer: alice }, dusk(2000n))
    pool.ledger.host.fromOutside(STAKE, 'hard_slash', { account: keys[0] })
    pool.ok(bob, 'settle', bob)
    pool.reward(dusk(200n) + 1n)
    pool.ok(bob, 'settle', bob)
    expect(pool.position(alice).income).toBe(0n)
    near(pool.position(bob).value, dusk(2000n), dusk(1n) / 1000n)
    pool.ok(bob, 'withdraw', dusk(1000n))
    expect(pool.position(alice).value).toBe(0n)
  })

  it('a referrer is named once, before the first deposit, never oneself, never in a circle', () => {
    const pool = setUpPool('referral', { referralRate: rate }, [alice, bob, carol])
    const name = (user: string, referrer: string) =>
      pool.failure(user, 'deposit_with_referrer', { amount: dusk(5n), referrer }, dusk(5n))
    expect(name(alice, alice)).toBe('An account cannot refer itself')
    expect(name(bob, alice)).toBe('none')
    expect(name(bob, alice)).toBe('none')
    expect(name(bob, carol)).toBe('A referrer is named with the first deposit and cannot change')
    expect(name(carol, bob)).toBe('none')
    expect(name(alice, carol)).toBe('These referrals would go round in a circle')
    pool.deposit(alice, dusk(5n))
    expect(name(alice, manager)).toBe(
      'A referrer is named with the first deposit and cannot change',
    )
    expect(pool.read('referrals', alice)).toEqual([bob])
  })

  it('a chain of referrals has an end', () => {
    const line = Array.from({ length: MAX_LINE + 3 }, (_, index) => namedAccount(`line ${index}`))
    const pool = setUpPool('referral', {}, line)
    const results = line
      .slice(1)
      .map((user, index) =>
        pool.failure(
          user,
          'deposit_with_referrer',
          { amount: dusk(1n), referrer: line[index] },
          dusk(1n),
        ),
      )
    expect(results.slice(0, MAX_LINE)).toEqual(Array(MAX_LINE).fill('none'))
    expect(results[MAX_LINE]).toBe('This line of referrals is too long')
  })
})

describe('service', () => {
  it('serves registered customers, each at its own fee on rewards', () => {
    const pool = setUpPool('service', { policy: 'distribute' }, [alice, bob])
    fundAccounts(pool.ledger, carol)
    expect(pool.failure(carol, 'deposit', dusk(5n), dusk(5n))).toBe(
      'The operator has not registered this customer',
    )
    pool.ok(manager, 'register', { customer: bob, feeRate: 50n * PERCENT })
    pool.deposit(alice, dusk(1000n))
    pool.deposit(bob, dusk(1000n))
    pool.reward(dusk(200n) + 1n)
    expect([pool.position(alice).claimable, pool.position(bob).claimable]).toEqual([
      dusk(90n),
      dusk(50n),
    ])
    pool.ok(alice, 'claim')
    pool.ok(bob, 'claim')
    expect(pool.position(manager)).toMatchObject({ claimable: dusk(60n), income: dusk(60n) })
    pool.ok(manager, 'claim')
    expect(pool.read('customers')).toEqual([
      { account: alice, feeRate: 10n * PERCENT },
      { account: bob, feeRate: 50n * PERCENT },
    ])
    expect(pool.failure(alice, 'transfer', { to: bob, shares: 1n })).not.toBe('none')
  })

  it('a fee rises only for a customer without funds; the old fee counts up to the change', () => {
    const pool = setUpPool('service', {}, [alice])
    pool.deposit(alice, dusk(1000n))
    const set = (feeRate: bigint) => pool.failure(manager, 'register', { customer: alice, feeRate })
    expect(set(20n * PERCENT)).toBe('A fee cannot rise while the customer has funds here')
    pool.reward(dusk(100n) + 1n)
    expect(set(0n)).toBe('none')
    near(pool.position(alice).value, dusk(1090n), VIRTUAL)
    pool.reward(dusk(100n))
    near(pool.position(alice).value, dusk(1090n) + (dusk(100n) * 1090n) / 1100n, 2n * VIRTUAL)
    pool.ok(alice, 'redeem', pool.position(alice).shares)
    expect(set(20n * PERCENT)).toBe('none')
    expect(set(100n * PERCENT)).toBe('The fee is a part of the rewards, below 100%')
    expect(pool.failure(manager, 'register', { customer: manager, feeRate: 0n })).toBe(
      'The operator cannot be its own customer',
    )
  })
})
