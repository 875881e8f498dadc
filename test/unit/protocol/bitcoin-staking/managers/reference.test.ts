import { describe, expect, test } from 'vitest'
import {
  BTC,
  STX,
  StakingBench,
  admin,
  alice,
  bob,
  carol,
  contract,
} from '../../../../support/staking-bench.ts'

const m1 = contract('m1')

describe('fees of the reference manager [bitcoin-staking 7.3]', () => {
  test('are fixed at the first claim of a cycle that lists a leg', () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    bench.enter(bob, 0n, BTC)
    bench.stake(alice, 50_000n * STX)
    bench.ok('update-fees', [1_000n], admin, 'm1')
    bench.mineTo(150n)
    bench.distribute(1_000_000n, [0n])
    bench.ok('claim-rewards', [[], 1n], carol, 'm1')
    bench.ok('update-fees', [2_000n], admin, 'm1')
    bench.ok('claim-rewards', [[0n], 1n], carol, 'm1')
    const bips = (leg: bigint | null) =>
      bench.read('get-fee-bips-for-cycle', [1n, leg === null ? null : { some: leg }], 'm1')
    expect([bips(null), bips(0n), bips(1n)]).toEqual([1_000n, 2_000n, 0n])
    const earned = bench.read('get-earned-staker-rewards', [bob, 1n, { some: 0n }], 'm1')
    expect(earned).toEqual({ earned: 48_000n, fees: 12_000n })
  })

  test('a holder’s cycle whose fee was never fixed is free', () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    bench.enter(bob, 0n, BTC)
    bench.ok('update-fees', [1_000n], admin, 'm1')
    bench.mineTo(150n)
    bench.distribute(1_000_000n, [0n])
    bench.ok('unstake-sbtc', [m1, 1n], bob)
    const earned = bench.read('get-earned-staker-rewards', [bob, 1n, { some: 0n }], 'm1')
    expect(earned).toEqual({ earned: 60_000n, fees: 0n })
  })
})

describe('the pool of the reference manager [bitcoin-staking 6.4]', () => {
  test('a missing sat is paid by the next cycle’s', () => {
    const bench = StakingBench.with('m1', 'm2')
    bench.stake(alice, 50_000n * STX)
    bench.stake(bob, 100_000n * STX, { manager: 'm2' })
    for (const height of [150n, 200n]) {
      bench.mineTo(height)
      bench.distribute(1_000_001n)
      bench.ok('claim-rewards', [[], 1n], carol, 'm1')
    }
    expect(bench.error('claim-staker-rewards', [alice, 1n, null], carol, 'm1')).toBe(1001)
    bench.mineTo(250n)
    bench.distribute(3_000n)
    bench.ok('claim-rewards', [[], 2n], carol, 'm1')
    bench.ok('claim-staker-rewards', [alice, 1n, null], carol, 'm1')
    expect(bench.available(alice)).toBe(100n * BTC + 566_667n)
  })

  test('a pause stops the pull, not what is held already [bitcoin-staking 6.2]', () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX)
    bench.mineTo(150n)
    bench.distribute(1_000_000n)
    bench.ok('claim-rewards', [[], 1n], carol, 'm1')
    bench.ok('pause-rewards', [], admin)
    bench.mineTo(200n)
    bench.distribute(1_000_000n)
    expect(bench.error('claim-rewards', [[], 1n], carol, 'm1')).toBe(53)
    bench.ok('claim-staker-rewards', [alice, 1n, null], carol, 'm1')
    bench.ok('unstake', [m1], alice)
  })
})

test('Xverse’s revision returns the sats alone [bitcoin-staking 7.4]', () => {
  const bench = StakingBench.with('xverse')
  bench.stake(alice, 50_000n * STX, { manager: 'xverse' })
  bench.mineTo(150n)
  bench.distribute(1_000_000n)
  bench.ok('claim-rewards', [[], 1n], carol, 'xverse')
  const { value } = bench.ok('claim-staker-rewards', [alice, 1n, null], carol, 'xverse')
  expect(value).toBe(850_000n)
})
