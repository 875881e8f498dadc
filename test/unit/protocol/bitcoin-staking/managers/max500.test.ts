import { describe, expect, test } from 'vitest'
import { configType } from '../../../../../src/protocol/bitcoin-staking/managers/max500-config.ts'
import { calldataType } from '../../../../../src/protocol/bitcoin-staking/managers/reference.ts'
import { toHex } from '../../../../../src/protocol/clarity/hex.ts'
import { serialize } from '../../../../../src/protocol/clarity/serialize.ts'
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

const max = contract('max')
const address = { version: '0x01', hashbytes: `0x${'ab'.repeat(20)}` }
const config = (maxFee: bigint, minClaim: bigint) => ({
  'pox-addr': address,
  'max-fee': maxFee,
  'min-claim': minClaim,
})

/** Alice and bob stake the same with max500 and have earned in cycle 1, which is pulled. */
function earnedBench(income = 200_000n): StakingBench {
  const bench = StakingBench.with('max')
  bench.stake(alice, 50_000n * STX, { manager: 'max' })
  bench.stake(bob, 50_000n * STX, { manager: 'max' })
  bench.mineTo(150n)
  bench.distribute(income)
  bench.ok('claim-rewards', [[], 1n], carol, 'max')
  return bench
}

describe('settings [bitcoin-staking 7.5]', () => {
  test('calldata comes in two forms', () => {
    const bench = StakingBench.with('max')
    const send = (calldata: string) => {
      const outcome = bench.call('stake', [max, STX, 1n, 2n, { some: calldata }], alice)
      return 'err' in outcome ? outcome.err : bench.read('get-payout-config', [alice], 'max')
    }
    const short = { 'pox-addr': address, 'max-fee': 1_000n }
    expect(send('0x00')).toBe(1003n)
    expect(send(toHex(serialize(configType, config(1_000n, 1_546n))))).toBe(1014n)
    const badAddress = { ...short, 'pox-addr': { ...address, version: '0x06' } }
    expect(send(toHex(serialize(calldataType, badAddress)))).toBe(1004n)
    expect(send(toHex(serialize(calldataType, short)))).toEqual({ some: config(1_000n, 1_547n) })
  })

  test('a holder changes them without any stake', () => {
    const bench = StakingBench.with('max')
    const values = Object.values(config(100n, 647n))
    const { prints } = bench.ok('set-payout-config', values, alice, 'max')
    expect(prints).toEqual([
      {
        contract: max,
        value: { topic: 'set-payout-config', staker: alice, config: config(100n, 647n) },
      },
    ])
    expect(bench.read('get-payout-config', [alice], 'max')).toEqual({ some: config(100n, 647n) })
    bench.ok('clear-payout-config', [], alice, 'max')
    expect(bench.read('get-payout-config', [alice], 'max')).toBeNull()
    const empty = [{ ...address, version: '0x' }, 100n, 647n]
    expect(bench.error('set-payout-config', empty, alice, 'max')).toBe('ok')
  })
})

describe('payouts', () => {
  test('rewards are banked and paid in one [bitcoin-staking 7.5]', () => {
    const bench = earnedBench()
    bench.mineTo(250n)
    bench.distribute(100_000n)
    bench.ok('claim-rewards', [[], 2n], carol, 'max')
    expect(bench.ok('settle-staker-rewards', [alice, 1n, null], carol, 'max').value).toBe(85_000n)
    expect(bench.read('get-pending-payout', [alice], 'max')).toBe(85_000n)
    const { value, moves } = bench.ok('claim-staker-rewards', [alice, 2n, null], carol, 'max')
    expect(value).toEqual({ amount: 127_500n, 'withdrawal-request': null })
    expect(moves).toEqual([{ from: max, to: alice, sats: 127_500n }])
    expect(bench.error('payout', [alice], alice, 'max')).toBe(1016)
    expect(bench.error('settle-staker-rewards', [alice, 1n, null], carol, 'max')).toBe(1001)
  })

  test('others may pay out from a bound up; dust can never be paid [bitcoin-staking 7.5]', () => {
    const bench = earnedBench()
    bench.ok('settle-staker-rewards', [alice, 1n, null], carol, 'max')
    const set = (maxFee: bigint, minClaim: bigint) =>
      bench.ok('set-payout-config', Object.values(config(maxFee, minClaim)), alice, 'max')
    set(1_000n, 85_001n)
    expect(bench.error('payout', [alice], carol, 'max')).toBe(1013)
    set(84_454n, 85_001n)
    expect(bench.error('payout', [alice], alice, 'max')).toBe(1012)
    set(1_000n, 85_000n)
    const { value, moves } = bench.ok('payout', [alice], carol, 'max')
    expect(value).toEqual({ amount: 85_000n, 'withdrawal-request': { some: 1n } })
    expect(moves).toEqual([
      { burned: 'available', who: max, sats: 85_000n },
      { minted: 'locked', who: max, sats: 85_000n },
    ])
  })

  test('an unused fee is the holder’s [bitcoin-staking 7.5]', () => {
    const bench = earnedBench()
    bench.ok('set-payout-config', Object.values(config(1_000n, 1_547n)), alice, 'max')
    bench.ok('claim-staker-rewards', [alice, 1n, null], carol, 'max')
    expect(bench.error('settle-accepted-withdrawal', [1n], carol, 'max')).toBe(1011)
    bench.chain.withdrawals.accept(1n, 400n)
    expect(bench.error('sweep-fee-refunds', [admin], admin, 'max')).toBe(1010)
    expect(bench.ok('settle-accepted-withdrawal', [1n], carol, 'max').value).toBe(85_000n)
    expect(bench.read('get-staker-refund', [alice], 'max')).toBe(600n)
    expect(bench.error('sweep-fee-refunds', [admin], admin, 'max')).toBe(1010)
    expect(bench.ok('claim-refund', [alice], carol, 'max').value).toBe(600n)
    expect(bench.available(alice)).toBe(100n * BTC + 600n)
    expect(bench.error('claim-refund', [alice], carol, 'max')).toBe(1017)
  })

  test('a rejected withdrawal comes back as sBTC [bitcoin-staking 7.5]', () => {
    const bench = earnedBench()
    bench.ok('set-payout-config', Object.values(config(1_000n, 1_547n)), alice, 'max')
    bench.ok('claim-staker-rewards', [alice, 1n, null], carol, 'max')
    bench.chain.withdrawals.reject(1n)
    expect(bench.ok('reclaim-failed-withdrawal', [1n], carol, 'max').value).toBe(85_000n)
    expect(bench.available(alice)).toBe(100n * BTC + 85_000n)
    expect(bench.error('reclaim-failed-withdrawal', [1n], carol, 'max')).toBe(1008)
  })

  test('a sole holder’s dust can lock its cycle permanently [bitcoin-staking 6.4]', () => {
    const bench = StakingBench.with('max', 'm1')
    bench.stake(alice, 50_000n * STX, { manager: 'max' })
    bench.stake(bob, 100_000n * STX)
    for (const height of [150n, 200n]) {
      bench.mineTo(height)
      bench.distribute(1_000_001n)
      bench.ok('claim-rewards', [[], 1n], carol, 'max')
    }
    expect(bench.read('get-unclaimed-rewards-for-cycle', [1n, null], 'max')).toBe(566_666n)
    expect(bench.read('get-earned-staker-rewards', [max, 1n, null, alice])).toBe(566_667n)
    expect(bench.error('settle-staker-rewards', [alice, 1n, null], alice, 'max')).toBe(1001)
  })
})

describe('fees', () => {
  test('rise two cycles later and fall at once [bitcoin-staking 7.5]', () => {
    const bench = StakingBench.with('max')
    bench.mineTo(250n)
    const fees = () => bench.read('get-pending-fees', [], 'max')
    const raised = bench.ok('update-fees', [500n], admin, 'max').prints[0]!.value
    expect(raised).toMatchObject({ 'old-fees': 0n, 'new-fees': 500n, 'activation-cycle': 4n })
    bench.mineTo(399n)
    expect(fees()).toEqual({ 'pending-bips': 500n, 'activation-cycle': 4n, 'active-bips': 0n })
    bench.mineTo(400n)
    expect(fees()).toMatchObject({ 'active-bips': 500n })
    const lowered = bench.ok('update-fees', [100n], admin, 'max').prints[0]!.value
    expect(lowered).toMatchObject({ 'old-fees': 500n, 'activation-cycle': 4n })
    expect(bench.read('get-active-fee-bips', [], 'max')).toBe(100n)
    expect(bench.error('update-fees', [501n], admin, 'max')).toBe(1005)
    expect(bench.error('update-fees', [1n], alice, 'max')).toBe(1002)
  })

  test('no admin removes themselves [bitcoin-staking 7.5]', () => {
    const bench = StakingBench.with('max')
    expect(bench.error('update-admin', [admin, false], admin, 'max')).toBe(1015)
    bench.ok('update-admin', [alice, true], admin, 'max')
    bench.ok('update-admin', [admin, false], alice, 'max')
    expect(bench.read('is-admin', [admin], 'max')).toBe(false)
  })
})
