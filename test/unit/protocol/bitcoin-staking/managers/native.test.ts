import { expect, test } from 'vitest'
import {
  BTC,
  STX,
  StakingBench,
  admin,
  alice,
  bob,
  contract,
} from '../../../../support/staking-bench.ts'

const native = contract('native')

function delegated(): StakingBench {
  const bench = StakingBench.with('native', 'm1')
  bench.ok('delegate', [native, 50_000n * STX, 3n], alice, 'pool')
  bench.mineTo(150n)
  bench.distribute(1_000_000n)
  return bench
}

test('positions come through the wrapper only [bitcoin-staking 7.6]', () => {
  const bench = delegated()
  const stake = [native, STX, 1n, bench.chain.burnHeight, null]
  expect(bench.error('stake', stake, bob)).toBe(37002)
  expect(bench.error('stake-update', [native, native, 1n, 0n, null], alice)).toBe(37002)
  const { locks } = bench.ok('delegate-update', [native, native, 1n, 0n, null], alice, 'pool')
  expect(locks).toEqual([{ who: alice, microStx: 50_000n * STX, unlockBurnHeight: 500n }])
})

test('leaving needs no wrapper [bitcoin-staking 7.6]', () => {
  const moving = delegated()
  moving.ok('stake-update', [contract('m1'), native, 0n, 0n, null], alice)
  const leaving = delegated()
  leaving.ok('unstake', [native], alice)
  const undelegating = delegated()
  undelegating.ok('undelegate', [native], alice, 'pool')
})

test('a holder claims for itself, without a fee [bitcoin-staking 7.6]', () => {
  const bench = delegated()
  expect(bench.error('claim-staker-rewards', [1n, null], alice, 'native')).toBe(37003)
  const pulled = bench.ok('claim-rewards', [[], 1n], bob, 'native')
  expect(pulled.prints.at(-1)).toEqual({
    contract: native,
    value: {
      action: 'claim-rewards',
      data: { 'total-rewards': 850_000n, 'reward-cycle': 1n },
    },
  })
  expect(bench.error('claim-staker-rewards', [1n, null], bob, 'native')).toBe(37003)
  expect(bench.ok('claim-staker-rewards', [1n, null], alice, 'native').value).toBe(850_000n)
  expect(bench.available(alice)).toBe(100n * BTC + 850_000n)
})

test('only its admin registers it [bitcoin-staking 7.6]', () => {
  const bench = new StakingBench()
  const { key, authId, signature } = bench.signGrant(native, 3)
  const args = [native, key, authId, signature]
  expect(bench.error('register-self', args, alice, 'native')).toBe(37001)
  bench.ok('register-self', args, admin, 'native')
  expect(bench.read('get-signer-info', [native])).toEqual({ some: key })
})
