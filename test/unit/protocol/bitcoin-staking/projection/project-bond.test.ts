import { describe, expect, test } from 'vitest'
import { costOfLateCalculation } from '../../../../../src/protocol/bitcoin-staking/projection/cost-of-late-calculation.ts'
import {
  costOfLeavingBond,
  stakeExit,
} from '../../../../../src/protocol/bitcoin-staking/projection/cost-of-leaving.ts'
import type { ProgrammeState } from '../../../../../src/protocol/bitcoin-staking/projection/programme-state.ts'
import { projectBond } from '../../../../../src/protocol/bitcoin-staking/projection/project-bond.ts'
import {
  BTC,
  STX,
  StakingBench,
  alice,
  bob,
  carol,
  contract,
} from '../../../../support/staking-bench.ts'

const clock = { firstBurnHeight: 0n, cycleBlocks: 100n, prepareBlocks: 10n, firstCycle: 1n }
const terms = { targetRate: 300n, stxValueRatio: 400_000n, minUstxRatio: 500n }
const bonds = [{ index: 0n, sats: 12n * BTC, ...terms }]
const range = { low: 100_000n, middle: 500_000n, high: 60_000_000n }
const state: ProgrammeState = {
  clock,
  burnHeight: 2n,
  cycle: 1n,
  stakedMicroStx: 150_000n * STX,
  bonds,
  income: { ...range, calculations: 3, from: 0n, to: 1n },
}

describe('a bond’s projection [bitcoin-staking 6.6]', () => {
  test('is the target where the income suffices, less where not', () => {
    const plan = { index: 0n, sats: 2n * BTC, isIncluded: true, feeBips: 1_000n }
    const projection = projectBond(state, plan)!
    expect(projection.target.half).toEqual({
      grossSats: 120_000n,
      feeSats: 12_000n,
      netSats: 108_000n,
    })
    const { low, middle, high } = projection.rewards!
    expect(low.half.grossSats).toBe(16_666n)
    expect(middle.half.grossSats).toBe(83_333n)
    expect(high.half).toEqual(projection.target.half)
    expect(projection).toMatchObject({
      pairedMicroStx: 40_000n * STX,
      startHeight: 100n,
      firstClaimHeight: 150n,
      btcUnlockHeight: 1_250n,
      stxUnlockHeight: 1_300n,
    })
  })

  test('of a hypothetical part adds it to the bond', () => {
    const plan = { index: 0n, sats: 12n * BTC, isIncluded: false, feeBips: 0n }
    const { low } = projectBond(state, plan)!.rewards!
    expect(low.half.grossSats).toBe(49_999n)
    expect(projectBond(state, { ...plan, index: 7n })).toBeUndefined()
  })
})

describe('a late calculation [bitcoin-staking 6.2]', () => {
  const held = { microStx: 50_000n * STX, totalMicroStx: 150_000n * STX }
  const half = (incomeSats: bigint, shares = held) => ({ incomeSats, bonds: [], held: shares })

  test('moves income to the last cycle’s holders', () => {
    const gone = { microStx: 0n, totalMicroStx: 100_000n * STX }
    expect(costOfLateCalculation([half(3_000_000n), half(3_000_000n, gone)])).toEqual({
      onTimeSats: 850_000n,
      lateSats: 0n,
      lossSats: 850_000n,
    })
  })

  test('costs a bond its targets', () => {
    const bondHalf = { incomeSats: 60_000_000n, bonds, held: { bondIndex: 0n, sats: 12n * BTC } }
    expect(costOfLateCalculation([bondHalf, bondHalf, bondHalf])).toEqual({
      onTimeSats: 2_160_000n,
      lateSats: 720_000n,
      lossSats: 1_440_000n,
    })
  })

  test('is what the contract does', () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX, { cycles: 1n })
    bench.stake(bob, 100_000n * STX, { cycles: 3n })
    bench.mineTo(190n)
    bench.mineTo(250n)
    bench.distribute(6_000_000n)
    const earned = (who: string, cycle: bigint) => {
      bench.call('claim-rewards', [[], cycle], carol, 'm1')
      return bench.read('get-earned-staker-rewards', [contract('m1'), cycle, null, who])
    }
    const one = { microStx: 100_000n * STX, totalMicroStx: 150_000n * STX }
    const alone = { microStx: 100_000n * STX, totalMicroStx: 100_000n * STX }
    const cost = costOfLateCalculation([half(3_000_000n, one), half(3_000_000n, alone)])
    expect([earned(alice, 1n), earned(bob, 1n), earned(bob, 2n)]).toEqual([0n, 0n, cost.lateSats])
  })
})

describe('leaving a bond now or later [bitcoin-staking 11.10]', () => {
  const exit = {
    clock,
    bonds,
    bondIndex: 0n,
    sats: 2n * BTC,
    arrivedSats: 60_000_000n,
    income: range,
  }

  test('gives up a half that is over but not calculated', () => {
    const due = costOfLeavingBond({ ...exit, burnHeight: 155n, lastComputeHeight: 99n })
    expect(due).toMatchObject({
      endedHalfSats: 120_000n,
      isCalculationDue: true,
      nextBoundary: 200n,
      blockedUntil: null,
    })
    expect(due.runningHalfSats!.high).toBe(120_000n)
    const done = costOfLeavingBond({ ...exit, burnHeight: 155n, lastComputeHeight: 149n })
    expect(done).toMatchObject({ endedHalfSats: 0n, isCalculationDue: false })
  })

  test('leaves the second half of the cycle before alone', () => {
    const cost = costOfLeavingBond({ ...exit, burnHeight: 205n, lastComputeHeight: 149n })
    expect(cost).toMatchObject({ endedHalfSats: 0n, isCalculationDue: true, nextBoundary: 250n })
  })

  test('waits for the end of a prepare phase', () => {
    const cost = costOfLeavingBond({ ...exit, burnHeight: 190n, lastComputeHeight: 149n })
    expect(cost.blockedUntil).toBe(200n)
  })
})

test.each([
  [100n, { unlockHeight: 200n, lastHeight: 189n, isTooLate: false }],
  [189n, { unlockHeight: 200n, isTooLate: false }],
  [190n, { unlockHeight: 300n, lastHeight: 289n, isTooLate: true }],
])('a stake left at %s ends with a cycle [bitcoin-staking 4.3]', (height, expected) => {
  expect(stakeExit(clock, height)).toMatchObject(expected)
})
