import { expect, test } from 'vitest'
import {
  nextHalf,
  splitHalf,
} from '../../../../../src/protocol/bitcoin-staking/projection/project-half.ts'
import type { ContractTuple } from '../../../../../src/protocol/clarity/contract-value.ts'
import {
  BTC,
  StakingBench,
  STX,
  alice,
  bob,
  pox,
  stranger,
} from '../../../../support/staking-bench.ts'

const clock = { firstBurnHeight: 0n, cycleBlocks: 100n, prepareBlocks: 10n, firstCycle: 1n }

test.each([
  ['runs while the one before is calculated', { burn: 160n, last: 149n }, [150n, 199n, 1n, false]],
  ['is the one that ended last while it is not', { burn: 160n, last: 99n }, [100n, 149n, 1n, true]],
  ['is the latest of several', { burn: 260n, last: 99n }, [200n, 249n, 2n, true]],
  ['ends with its last block', { burn: 200n, last: 149n }, [150n, 199n, 1n, true]],
])('the half %s', (_, { burn, last }, [startHeight, height, cycle, isDue]) => {
  expect(nextHalf(clock, burn, last)).toEqual({ startHeight, height, cycle, isDue })
})

/** A bond of 100 sBTC beside a stake, in the second half of cycle 1. */
function startedBench(): StakingBench {
  const bench = StakingBench.with('m1')
  bench.setupBond(0n)
  bench.enter(alice, 0n, 50n * BTC)
  bench.stake(bob, 60_000n * STX)
  bench.mineTo(150n)
  return bench
}

test.each([[50_000_000n], [2_000_000n], [0n]])(
  'what each leg would get of %s sats is what the calculation pays',
  (income) => {
    const bench = startedBench()
    const { poxState } = bench.chain
    const bond = poxState.bonds.get('0')!
    const half = nextHalf(poxState.clock, bench.chain.burnHeight, 0n)
    const split = splitHalf(poxState.clock, half, {
      arrivedSats: income,
      bonds: [{ ...bond, index: 0n, sats: 50n * BTC }],
      stakedMicroStx: 60_000n * STX,
    })
    bench.chain.mintSbtc(pox, income)
    const paid = bench.ok('calculate-rewards', [[0n]], stranger).value as ContractTuple
    expect(paid).toMatchObject({
      'calculation-height': half.height,
      'stx-cycle': half.cycle,
      'total-bond-rewards': split.bonds.reduce((sum, { paidSats }) => sum + paidSats, 0n),
      'total-stx-staker-rewards': split.stxSats,
      'reserve-deposit': split.reserveSats,
    })
    expect(split.targetSats).toBe(3_000_000n)
    expect(split.missingSats).toBe(income < 3_000_000n ? 3_000_000n - income : 0n)
  },
)

test('without stakes of STX the reserve takes all that bonds leave', () => {
  const half = nextHalf(clock, 150n, 0n)
  expect(splitHalf(clock, half, { arrivedSats: 1_000n, bonds: [], stakedMicroStx: 0n })).toEqual({
    bonds: [],
    targetSats: 0n,
    missingSats: 0n,
    stxSats: 0n,
    reserveSats: 1_000n,
  })
})
