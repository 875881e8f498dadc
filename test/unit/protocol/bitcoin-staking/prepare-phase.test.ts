import { expect, test } from 'vitest'
import { preparePhaseAt } from '../../../../src/protocol/bitcoin-staking/prepare-phase.ts'
import { StakingBench } from '../../../support/staking-bench.ts'

test('a prepare phase starts and ends where the contract says', () => {
  const bench = new StakingBench()
  const { clock } = bench.chain.poxState
  for (let height = 2n; height < 320n; height++) {
    bench.mineTo(height)
    const cycle = bench.read('current-pox-reward-cycle')
    const { isNow, blocksLeft, startHeight, endHeight } = preparePhaseAt(clock, height)
    expect(isNow).toBe(bench.read('is-in-prepare-phase', [cycle]))
    expect(height + blocksLeft).toBe(isNow ? endHeight : startHeight)
    expect(preparePhaseAt(clock, height + blocksLeft).isNow).toBe(!isNow)
    expect(blocksLeft).toBeGreaterThan(0n)
  }
})
