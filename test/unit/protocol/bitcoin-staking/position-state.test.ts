import { expect, test } from 'vitest'
import {
  bondPartStateAt,
  stakeStateAt,
} from '../../../../src/protocol/bitcoin-staking/position-state.ts'
import { BTC, alice, dave, STX, StakingBench } from '../../../support/staking-bench.ts'

test('positions are what the contract says of them, from their beginning past their end', () => {
  const bench = StakingBench.with('m1')
  bench.setupBond(0n)
  bench.stake(alice, 60_000n * STX, { cycles: 2n })
  bench.enter(dave, 0n, BTC)
  const { clock, stakes } = bench.chain.poxState
  const stake = stakes.get(alice)!
  const seen = new Set<string>()
  for (let height = 2n; height < 1_320n; height += 7n) {
    bench.mineTo(height)
    const states = [stakeStateAt(clock, height, stake), bondPartStateAt(clock, height, 0n)]
    const running = [
      bench.read('get-staker-info', [alice]) !== null,
      bench.read('get-bond-membership', [dave]) !== null,
    ]
    expect([states[0] !== 'expired', states[1] !== 'ended']).toEqual(running)
    const cycle = bench.read('current-pox-reward-cycle') as bigint
    expect(states.map((state) => state === 'pending' || state === 'enrolled')).toEqual([
      cycle < 1n,
      cycle < 1n,
    ])
    for (const state of states) seen.add(state)
  }
  expect([...seen].sort()).toEqual(
    ['active', 'ended', 'enrolled', 'expired', 'pending', 'running'].sort(),
  )
})
