import { describe, expect, test } from 'vitest'
import {
  readPlannedStep,
  type StepName,
} from '../../../../../../src/chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import { PoxReader } from '../../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { planSteps } from '../../../../../../src/protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../../../../../src/protocol/bitcoin-staking/planner/planned-step.ts'
import type { Principal } from '../../../../../../src/protocol/clarity/principal.ts'
import { modelNode } from '../../../../../support/bitcoin-staking/model-node.ts'
import { viewAsOperator } from '../../../../../support/operator-view.ts'
import {
  alice,
  bob,
  BTC,
  carol,
  contract,
  dave,
  pox,
  StakingBench,
  stranger,
  STX,
} from '../../../../../support/staking-bench.ts'

const families = { m1: 'reference', max: 'max500', native: 'native' } as const

/** Holders of three managers and a bond, with a half that nobody has calculated. */
function startedBench(): StakingBench {
  const bench = StakingBench.with('m1', 'max', 'native')
  bench.setupBond(0n)
  bench.enter(alice, 0n, 3n * BTC)
  bench.stake(bob, 60_000n * STX, { manager: 'm1' })
  bench.stake(carol, 50_000n * STX, { manager: 'max' })
  bench.ok('delegate', [contract('native'), 70_000n * STX, 12n], dave, 'pool')
  bench.mineTo(150n)
  bench.chain.mintSbtc(pox, 60_000_000n)
  return bench
}

async function readStep(bench: StakingBench, name: StepName, drawnSats = 0n) {
  const { client, deployment } = modelNode(bench, { managers: families })
  await client.tip()
  const reader = new PoxReader(client, deployment)
  const { burnHeight } = bench.chain
  const drawn =
    drawnSats === 0n ? [] : [{ manager: contract('m1'), cycle: 1n, bond: null, sats: drawnSats }]
  const read = await readPlannedStep(reader, name, { burnHeight, sender: stranger, drawn })
  if (!read.known) throw new Error(read.reason)
  return read.value
}

/** The same step of a plan that knows the chain's state itself. */
const planned = (bench: StakingBench, is: (step: PlannedStep) => boolean): PlannedStep =>
  planSteps(
    viewAsOperator(bench, {
      managers: families,
      holders: [alice, bob, carol, dave],
      cycles: [1n],
      bonds: [0n],
    }),
    { sender: stranger as Principal },
  ).find(is)!

const make = (bench: StakingBench, { contract: to, functionName, args }: PlannedStep) =>
  bench.ok(functionName, args, stranger, to === pox ? undefined : to.split('.')[1]!)

/** All calculated, the managers have claimed. */
function claimedBench(): StakingBench {
  const bench = startedBench()
  bench.ok('calculate-rewards', [[0n]], stranger)
  bench.mineTo(200n)
  bench.distribute(60_000_000n, [0n])
  for (const name of Object.keys(families)) bench.ok('claim-rewards', [[0n], 1n], stranger, name)
  return bench
}

describe('a step as the chain has it', () => {
  test('of the calculation is what the planner plans, and it can be made', async () => {
    const bench = startedBench()
    const { step } = await readStep(bench, { kind: 'calculate' })
    expect(step).toEqual(planned(bench, ({ kind }) => kind === 'calculate'))
    expect(step).toMatchObject({ obstacle: undefined, sats: 60_000_000n, args: [[0n]] })
    make(bench, step)
  })

  test('of a manager waits for the calculation, then for the whole cycle, then pulls', async () => {
    const bench = startedBench()
    const name = { kind: 'manager-claim', manager: contract('m1'), cycle: 1n } as const
    expect((await readStep(bench, name)).step.obstacle).toEqual({ code: 'calculate-first' })
    bench.ok('calculate-rewards', [[0n]], stranger)
    expect((await readStep(bench, name)).step.obstacle).toEqual({
      code: 'cycle-is-open',
      untilHeight: 200n,
    })
    bench.mineTo(200n)
    bench.distribute(60_000_000n, [0n])
    const { step } = await readStep(bench, name)
    const isIt = ({ kind, contract: of }: PlannedStep) =>
      kind === 'manager-claim' && of === contract('m1')
    expect(step).toEqual(planned(bench, isIt))
    expect(step.obstacle).toBeUndefined()
    make(bench, step)
    expect((await readStep(bench, name)).step.obstacle).toEqual({ code: 'nothing-earned' })
  })

  test.each([
    ['of a manager that pays for anyone', 'm1', bob, null],
    ['of a part in a bond', 'm1', alice, 0n],
    ['of a manager with a pool for each cycle', 'max', carol, null],
  ] as const)('of a holder %s is planned and paid', async (_, manager, staker, bond) => {
    const bench = claimedBench()
    const name = {
      kind: 'holder-claim',
      manager: contract(manager),
      staker,
      cycle: 1n,
      bond,
    } as const
    const { step, drawnSats } = await readStep(bench, name)
    expect(step).toEqual(
      planned(bench, ({ kind, args }) => kind === 'holder-claim' && args[0] === staker),
    )
    expect(step.obstacle).toBeUndefined()
    expect(drawnSats).toBe(step.sats)
    make(bench, step)
  })

  test('of a holder is refused where claims on their way have used the pool up', async () => {
    const bench = claimedBench()
    const name = {
      kind: 'holder-claim',
      manager: contract('m1'),
      staker: bob,
      cycle: 1n,
      bond: null,
    } as const
    const pool = bench.read('get-unclaimed-staker-rewards', [], 'm1') as bigint
    expect((await readStep(bench, name, pool)).step.obstacle).toEqual({
      code: 'refused',
      refusal: 'pool-too-small',
    })
  })

  test('of a holder of the native manager is the holder’s own', async () => {
    const bench = claimedBench()
    const name = {
      kind: 'holder-claim',
      manager: contract('native'),
      staker: dave,
      cycle: 1n,
      bond: null,
    } as const
    expect((await readStep(bench, name)).step.obstacle).toEqual({ code: 'holder-only' })
  })

  test('that there is not, is not offered', async () => {
    const bench = claimedBench()
    const { client, deployment } = modelNode(bench, { managers: families })
    await client.tip()
    const name = {
      kind: 'holder-claim',
      manager: contract('m1'),
      staker: carol,
      cycle: 1n,
      bond: null,
    } as const
    expect(
      await readPlannedStep(new PoxReader(client, deployment), name, {
        burnHeight: bench.chain.burnHeight,
        sender: stranger,
        drawn: [],
      }),
    ).toEqual({ known: false, reason: 'not-offered' })
  })
})
