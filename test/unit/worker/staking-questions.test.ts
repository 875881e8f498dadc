import { describe, expect, test } from 'vitest'
import { costOfLateCalculation } from '../../../src/protocol/bitcoin-staking/projection/cost-of-late-calculation.ts'
import { costOfLeavingBond } from '../../../src/protocol/bitcoin-staking/projection/cost-of-leaving.ts'
import type { ProgrammeState } from '../../../src/protocol/bitcoin-staking/projection/programme-state.ts'
import { projectBond } from '../../../src/protocol/bitcoin-staking/projection/project-bond.ts'
import {
  projectStaking,
  type StakingQuestion,
} from '../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import { createAnswerer } from '../../../src/worker/answer.ts'
import { createProjectionClient } from '../../../src/worker/client.ts'
import { onQuietMachine } from '../../support/on-quiet-machine.ts'

/** Mainnet as it was before distribution 286 [bitcoin-staking 6.5.1]. */
const state: ProgrammeState = {
  clock: {
    firstBurnHeight: 666_050n,
    cycleBlocks: 2_100n,
    prepareBlocks: 100n,
    firstCycle: 141n,
  },
  burnHeight: 966_400n,
  cycle: 143n,
  stakedMicroStx: 438_005_558_960_464n,
  bonds: [
    {
      index: 1n,
      targetRate: 300n,
      stxValueRatio: 310_237n,
      minUstxRatio: 500n,
      sats: 23_017_037_628n,
    },
  ],
  income: {
    low: 162_018_759n,
    middle: 200_000_000n,
    high: 230_327_835n,
    calculations: 3,
    from: 962_150n,
    to: 966_399n,
  },
}

const managers = ['a', 'b', 'c', 'd', 'e'].map((manager, index) => ({
  manager,
  feeBips: index === 4 ? null : BigInt(index * 100),
  delegatedMicroStx: 10n ** 13n,
  pendingMicroStx: 10n ** 13n,
}))

const stake: StakingQuestion = {
  state,
  plan: {
    microStx: 100_000_000_000n,
    cycles: 12n,
    terms: managers[1]!,
    present: {
      position: { manager: 'a', microStx: 60_000_000_000n },
      terms: managers[0]!,
    },
  },
  managers,
  curve: { points: 200, end: 10n ** 13n },
}

const exit = {
  clock: state.clock,
  burnHeight: 967_500n,
  lastComputeHeight: 966_349n,
  bonds: state.bonds,
  bondIndex: 1n,
  sats: 500_000_000n,
  arrivedSats: 230_327_835n,
  income: state.income,
}

const bond = { index: 1n, sats: 100_000_000n, isIncluded: true, feeBips: 495n }

const halves = [162_018_759n, 230_327_835n].map((incomeSats) => ({
  incomeSats,
  bonds: state.bonds,
  held: { bondIndex: 1n, sats: 500_000_000n },
}))

/** The worker's own code behind a structured clone each way. */
function askWorker(request: object): unknown {
  const answer = createAnswerer()
  return structuredClone(answer(structuredClone({ id: 1, ...request })))
}

describe('questions about Bitcoin Staking', () => {
  const client = createProjectionClient()

  test('are answered as the projection answers them', async () => {
    expect(await client.projectStaking(stake)).toEqual(projectStaking(stake))
    expect(await client.projectBond(state, bond)).toEqual(projectBond(state, bond))
    expect(await client.projectBond(state, { ...bond, index: 2n })).toBeUndefined()
    expect(await client.weighBondExit(exit)).toEqual(costOfLeavingBond(exit))
    expect(await client.weighLateCalculation(halves)).toEqual(costOfLateCalculation(halves))
  })

  test('survive a structured clone both ways, unknown amounts as null', () => {
    const unknown = { ...stake, state: { ...state, income: null } }
    expect(askWorker({ kind: 'stake', question: unknown })).toEqual({
      id: 1,
      ok: true,
      result: projectStaking(unknown),
    })
    expect(projectStaking(unknown).plan.rewards).toBeNull()
  })

  test.each([
    ['a float', { ...stake, plan: { ...stake.plan, microStx: 1.5 } }, 'question.plan.microStx'],
    ['a minus', { ...stake, plan: { ...stake.plan, microStx: -1n } }, 'question.plan.microStx'],
    ['97 cycles', { ...stake, plan: { ...stake.plan, cycles: 97n } }, 'question.plan.cycles'],
    ['no cycle', { ...stake, plan: { ...stake.plan, cycles: 0n } }, 'question.plan.cycles'],
    ['a fee above all', { ...stake, managers: [{ ...managers[0]!, feeBips: 10_001n }] }, 'feeBips'],
    ['too many points', { ...stake, curve: { points: 2001, end: 1n } }, 'question.curve.points'],
    [
      'too many points of all curves',
      { ...stake, managers: Array(20).fill(managers[0]), curve: { points: 1001, end: 1n } },
      'too-many-points',
    ],
    [
      'a prepare phase as long as its cycle',
      { ...stake, state: { ...state, clock: { ...state.clock, prepareBlocks: 2_100n } } },
      'prepare-too-long',
    ],
  ])('with %s are refused, with the place where', (_, question, place) => {
    expect(askWorker({ kind: 'stake', question })).toMatchObject({
      ok: false,
      code: 'bad-request',
      message: expect.stringContaining(place),
    })
  })

  test('before the first block have no answer', () => {
    const early = { ...stake, state: { ...state, burnHeight: 1n } }
    expect(askWorker({ kind: 'stake', question: early })).toMatchObject({
      ok: false,
      code: 'failed',
    })
  })
})

onQuietMachine('a curve of 200 points over 5 managers takes under 5 ms in the worker', () => {
  const run = () => askWorker({ kind: 'stake', question: stake })
  for (let warming = 0; warming < 20; warming++) run()
  // Together: the clock of a process may be coarser than one of them.
  const runs = 200
  const start = process.cpuUsage().user
  for (let asked = 0; asked < runs; asked++) run()
  expect((process.cpuUsage().user - start) / 1_000 / runs).toBeLessThan(5)
})
