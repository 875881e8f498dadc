import { describe, expect, test } from 'vitest'
import {
  BTC,
  STX,
  StakingBench,
  alice,
  bob,
  carol,
  contract,
  pox,
} from '../../../../support/staking-bench.ts'

const m1 = contract('m1')
const m2 = contract('m2')
const cycleShares = (bench: StakingBench, cycle: bigint, who = alice) =>
  bench.read('get-signer-cycle-membership', [who, cycle])
const lockOf = (bench: StakingBench, who = alice) => {
  const { lockedMicroStx, unlockBurnHeight } = bench.chain.stx.account(who)
  return [lockedMicroStx, unlockBurnHeight]
}

describe('stakes', () => {
  test('an update keeps the first and the running cycle [bitcoin-staking 4.2]', () => {
    const bench = StakingBench.with('m1', 'm2')
    bench.stake(alice, 50_000n * STX, { cycles: 3n })
    bench.mineTo(150n)
    const { value } = bench.ok('stake-update', [m2, m1, 2n, 10n, null], alice)
    expect(value).toMatchObject({
      'num-cycles': 4n,
      'prev-unlock-height': 4n,
      'unlock-cycle': 6n,
      'unlock-burn-height': 600n,
      'amount-ustx': 50_000n * STX + 10n,
    })
    expect(bench.read('get-staker-info', [alice])).toEqual({
      some: {
        'amount-ustx': 50_000n * STX + 10n,
        'first-reward-cycle': 1n,
        'num-cycles': 5n,
        signer: m2,
      },
    })
    expect(cycleShares(bench, 1n)).toEqual({ some: { 'amount-ustx': 50_000n * STX, signer: m1 } })
    expect(cycleShares(bench, 5n)).toMatchObject({ some: { signer: m2 } })
    expect(cycleShares(bench, 6n)).toBeNull()
  })

  test('a pending stake can be left twice, and taken back [bitcoin-staking 4.3]', () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX, { cycles: 3n })
    for (let times = 0; times < 2; times++) {
      const { value } = bench.ok('unstake', [m1], alice)
      expect(value).toMatchObject({ 'unlock-cycle': 1n, 'unlock-burn-height': 100n })
      expect(bench.read('get-staker-info', [alice])).toMatchObject({ some: { 'num-cycles': 0n } })
    }
    const stake = [m1, STX, 1n, bench.chain.burnHeight, null]
    expect(bench.error('stake', stake, alice)).toBe(19)
    bench.ok('stake-update', [m1, m1, 2n, 0n, null], alice)
    expect(bench.read('get-staker-info', [alice])).toMatchObject({ some: { 'num-cycles': 2n } })
    expect(lockOf(bench)).toEqual([50_000n * STX, 300n])
  })

  test('an exit keeps the lock until the cycle ends, to the block [bitcoin-staking 4.9]', () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX)
    bench.mineTo(150n)
    const { locks } = bench.ok('unstake', [m1], alice)
    expect(locks).toEqual([{ who: alice, microStx: 50_000n * STX, unlockBurnHeight: 200n }])
    bench.mineTo(199n)
    expect(lockOf(bench)).toEqual([50_000n * STX, 200n])
    bench.mineTo(200n)
    expect(lockOf(bench)).toEqual([0n, 0n])
    expect(bench.read('get-staker-info', [alice])).toBeNull()
  })

  test('below 50,000 STX a manager earns nothing in that cycle [bitcoin-staking 7.1]', () => {
    const bench = StakingBench.with('m1', 'm2')
    bench.stake(alice, 50_000n * STX - 1n)
    bench.stake(bob, 50_000n * STX, { manager: 'm2' })
    bench.mineTo(150n)
    bench.distribute(1_000_000n)
    expect(bench.read('get-earned', [m1, 1n, null])).toBe(0n)
    expect(bench.read('get-earned', [m2, 1n, null])).toBe(850_000n)
    expect(bench.error('claim-rewards', [[], 1n], alice, 'm1')).toBe(32)
  })

  test('a revoked grant stops new stake, not running stake [bitcoin-staking 4.14]', () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX)
    bench.chain.poxState.grants.delete(`${bench.chain.poxState.signers.get(m1)!}|${m1}`)
    const stake = [m1, STX, 1n, bench.chain.burnHeight, null]
    expect(bench.error('stake', stake, bob)).toBe(17)
    expect(bench.error('stake-update', [m1, m1, 1n, 0n, null], alice)).toBe(17)
    bench.mineTo(150n)
    bench.distribute(1_000_000n)
    bench.ok('claim-rewards', [[], 1n], bob, 'm1')
    bench.ok('claim-staker-rewards', [alice, 1n, null], bob, 'm1')
    expect(bench.available(alice)).toBe(100n * BTC + 850_000n)
  })
})

describe('bonds', () => {
  test('STX of a bond count for the manager but earn nothing [bitcoin-staking 4.10]', () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    bench.stake(carol, 10_000n * STX)
    expect(bench.read('get-total-shares-staked-for-cycle', [1n, null])).toBe(0n)
    bench.enter(alice, 0n, 3n * BTC)
    expect(bench.read('get-amount-delegated-for-signer', [m1, 1n])).toBe(70_000n * STX)
    expect(bench.read('get-total-shares-staked-for-cycle', [1n, null])).toBe(10_000n * STX)
    expect(bench.read('get-total-shares-staked-for-cycle', [1n, { some: 0n }])).toBe(3n * BTC)
    expect(bench.read('get-total-shares-staked-for-cycle', [12n, { some: 0n }])).toBe(3n * BTC)
    expect(bench.read('get-total-shares-staked-for-cycle', [13n, { some: 0n }])).toBe(0n)
  })

  test('a move changes the manager from the next cycle on [bitcoin-staking 4.6]', () => {
    const bench = StakingBench.with('m1', 'm2')
    bench.setupBond(0n)
    bench.enter(alice, 0n, 3n * BTC)
    bench.mineTo(150n)
    const { value } = bench.ok('update-bond-registration', [m2, m1, null], alice)
    expect(value).toMatchObject({ 'first-reward-cycle': 2n, 'num-cycles': 11n })
    const shares = (signer: string, cycle: bigint) =>
      bench.read('get-signer-shares-staked-for-cycle', [signer, cycle, { some: 0n }])
    expect([shares(m1, 1n), shares(m2, 1n)]).toEqual([3n * BTC, 0n])
    expect([shares(m1, 2n), shares(m2, 2n)]).toEqual([0n, 3n * BTC])
    expect(bench.read('get-amount-delegated-for-signer', [m2, 12n])).toBe(60_000n * STX)
  })

  test('in its last cycle a move changes the record only [bitcoin-staking 4.6]', () => {
    const bench = StakingBench.with('m1', 'm2')
    bench.setupBond(0n)
    bench.enter(alice, 0n, 3n * BTC)
    bench.mineTo(1_250n)
    const { value } = bench.ok('update-bond-registration', [m2, m1, null], alice)
    expect(value).toMatchObject({ 'num-cycles': 0n, signer: m2 })
    expect(cycleShares(bench, 12n)).toMatchObject({ some: { signer: m1 } })
    expect(bench.error('unstake-sbtc', [m1, 1n], alice)).toBe(36)
    const { value: left } = bench.ok('unstake-sbtc', [m2, BTC], alice)
    expect(left).toMatchObject({ 'new-amount-sats': 2n * BTC })
    expect(bench.read('get-signer-shares-staked-for-cycle', [m1, 12n, { some: 0n }])).toBe(2n * BTC)
  })

  test('sats that are taken out leave the running cycle at once [bitcoin-staking 4.7]', () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    bench.enter(alice, 0n, 3n * BTC)
    bench.mineTo(250n)
    const { moves } = bench.ok('unstake-sbtc', [m1, BTC], alice)
    expect(moves).toEqual([{ from: pox, to: alice, sats: BTC }])
    const total = (cycle: bigint) =>
      bench.read('get-total-shares-staked-for-cycle', [cycle, { some: 0n }])
    expect([total(1n), total(2n), total(12n)]).toEqual([3n * BTC, 2n * BTC, 2n * BTC])
    expect(bench.read('get-total-sbtc-staked-for-bond', [0n])).toBe(2n * BTC)
    expect(bench.read('get-total-sbtc-staked')).toBe(2n * BTC)
  })

  test('sBTC stays after the end until it is taken [bitcoin-staking 11.11]', () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    bench.enter(alice, 0n, 3n * BTC)
    bench.mineTo(1_300n)
    expect(bench.read('get-bond-membership', [alice])).toBeNull()
    expect(bench.read('get-staker-custodied-sbtc', [alice])).toBe(3n * BTC)
    expect(lockOf(bench)).toEqual([0n, 0n])
    bench.ok('unstake-sbtc', [m1, BTC], alice)
    expect(bench.read('get-staker-custodied-sbtc', [alice])).toBe(2n * BTC)
    const { moves } = bench.ok('stake', [m1, STX, 1n, 1_300n, null], alice)
    expect(moves).toEqual([{ from: pox, to: alice, sats: 2n * BTC }])
    expect(bench.read('get-total-sbtc-staked')).toBe(0n)
  })

  test('a bond rolls into the next, and only the difference moves [bitcoin-staking 4.5]', () => {
    const bench = StakingBench.with('m1', 'm2')
    bench.setupBond(0n)
    bench.enter(alice, 0n, 3n * BTC)
    bench.enter(bob, 0n, 3n * BTC)
    bench.mineTo(1_150n)
    bench.setupBond(6n, { ratio: 200_000n })
    bench.mineTo(1_250n)
    const enter = (who: string, sats: bigint) =>
      bench.ok('register-for-bond', [6n, m2, 40_000n * STX, { err: sats }, null], who)
    const up = enter(alice, 4n * BTC)
    expect(up.moves).toEqual([{ from: alice, to: pox, sats: BTC }])
    expect(up.locks).toEqual([{ who: alice, microStx: 40_000n * STX, unlockBurnHeight: 2_500n }])
    expect(enter(bob, BTC).moves).toEqual([{ from: pox, to: bob, sats: 2n * BTC }])
    expect(bench.read('get-total-sbtc-staked')).toBe(5n * BTC)
    const shares = (cycle: bigint, bond: bigint, signer: string) =>
      bench.read('get-staker-shares-staked-for-cycle', [alice, cycle, { some: bond }, signer])
    expect([shares(12n, 0n, m1), shares(13n, 6n, m2)]).toEqual([3n * BTC, 4n * BTC])
  })

  test('0 sats make a member that earns nothing [bitcoin-staking 4.5]', () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    const { moves, locks } = bench.ok('register-for-bond', [0n, m1, 1n, { err: 0n }, null], alice)
    expect(moves).toEqual([])
    expect(locks).toEqual([{ who: alice, microStx: 1n, unlockBurnHeight: 1_300n }])
    const lockup = { ok: { outputs: [], 'staker-unlock-bytes': '0x' } }
    const { value } = bench.ok('register-for-bond', [0n, m1, 1n, lockup, null], bob)
    expect(value).toMatchObject({
      'is-l1-lock': true,
      'btc-lockup': { type: 'l1', txs: { some: [] } },
    })
    expect(bench.error('register-for-bond', [0n, m1, 0n, { err: 0n }, null], carol)).toBe(
      'LockFailed',
    )
  })
})
