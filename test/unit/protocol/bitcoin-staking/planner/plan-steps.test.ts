import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calldataType } from '../../../../../src/protocol/bitcoin-staking/managers/reference.ts'
import {
  planSteps,
  readySteps,
} from '../../../../../src/protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../../../../src/protocol/bitcoin-staking/planner/planned-step.ts'
import { toHex } from '../../../../../src/protocol/clarity/hex.ts'
import { serialize } from '../../../../../src/protocol/clarity/serialize.ts'
import { viewAsOperator, type OperatorScope } from '../../../../support/operator-view.ts'
import {
  BTC,
  STX,
  StakingBench,
  admin,
  alice,
  bob,
  carol,
  contract,
  dave,
  pox,
  stranger,
} from '../../../../support/staking-bench.ts'

const scope: OperatorScope = {
  managers: { m1: 'reference', m2: 'reference', max: 'max500', native: 'native' },
  holders: [alice, bob, carol, dave],
  cycles: [1n, 2n, 3n, 4n],
  bonds: [0n, 1n],
}

function startedBench(): StakingBench {
  const bench = StakingBench.with('m1', 'm2', 'max', 'native')
  bench.setupBond(0n)
  bench.enter(alice, 0n, 3n * BTC)
  bench.stake(bob, 60_000n * STX, { manager: 'm1' })
  bench.stake(carol, 50_000n * STX, { manager: 'max' })
  bench.ok('delegate', [contract('native'), 70_000n * STX, 12n], dave, 'pool')
  return bench
}

/** Makes a planned step for real; answers how it ended. */
function make(bench: StakingBench, step: PlannedStep): number | string {
  const name = step.contract === pox ? undefined : step.contract.split('.')[1]
  const sender = step.sender ?? stranger
  const outcome = bench.call(step.functionName, step.args, sender, name)
  if ('err' in outcome) return Number(outcome.err)
  if ('abort' in outcome) return outcome.abort
  const sent = outcome.effects.moves.flatMap((move) => {
    if ('from' in move) return [{ from: move.from, sats: move.sats }]
    return 'burned' in move ? [{ from: move.who, sats: move.sats }] : []
  })
  if (step.moves !== null) expect(sent).toEqual(step.moves)
  return 'ok'
}

const plan = (bench: StakingBench, options = {}) => planSteps(viewAsOperator(bench, scope), options)
const obstacles = (steps: PlannedStep[], kind: PlannedStep['kind']) =>
  steps
    .filter((step) => step.kind === kind)
    .map((step) => [step.contract.split('.')[1], step.cycle, obstacleOf(step)])

function obstacleOf({ obstacle }: PlannedStep): string {
  if (obstacle === undefined) return 'ready'
  return obstacle.code === 'refused' ? obstacle.refusal : obstacle.code
}

describe('a plan [bitcoin-staking 8.5]', () => {
  test('calculates with the right list, once, as soon as a half is over', () => {
    const bench = startedBench()
    bench.mineTo(149n)
    expect(plan(bench)[0]).toMatchObject({
      kind: 'calculate',
      obstacle: undefined,
      args: [[]],
      cycle: 0n,
    })
    expect(make(bench, plan(bench)[0]!)).toBe('ok')
    expect(plan(bench)[0]!.obstacle).toEqual({ code: 'half-is-calculated', untilHeight: 150n })
    bench.mineTo(150n)
    bench.chain.mintSbtc(pox, 60_000_000n)
    const [calculation] = plan(bench)
    expect(calculation).toMatchObject({ args: [[0n]], sats: 60_000_000n, cycle: 1n, moves: [] })
    expect(make(bench, calculation!)).toBe('ok')
  })

  test('sorts overlapping bonds as the contract wants them', () => {
    const bench = startedBench()
    bench.mineTo(110n)
    bench.setupBond(1n, { ratio: 500_000n })
    bench.mineTo(350n)
    const [calculation] = plan(bench)
    expect(calculation!.args).toEqual([[1n, 0n]])
    expect(make(bench, calculation!)).toBe('ok')
  })

  test('cannot calculate in the first half of the chain', () => {
    const bench = StakingBench.with('m1')
    expect(plan(bench)[0]!.obstacle).toEqual({ code: 'half-is-calculated', untilHeight: 50n })
  })

  test('continues with managers and holders in order, and waits for whole cycles', () => {
    const bench = startedBench()
    for (const height of [150n, 200n]) {
      bench.mineTo(height)
      bench.chain.mintSbtc(pox, 60_000_001n)
      const waiting = plan(bench)
      expect(readySteps(waiting).map(({ kind }) => kind)).toEqual(['calculate'])
      expect(make(bench, waiting[0]!)).toBe('ok')
      if (height === 150n) {
        const open = plan(bench)
        expect(readySteps(open)).toEqual([])
        expect(obstacles(open, 'manager-claim')).toContainEqual(['m1', 1n, 'cycle-is-open'])
        expect(readySteps(plan(bench, { wholeCycles: false })).length).toBe(3)
      }
    }
    const pulls = readySteps(plan(bench))
    expect(pulls.map(({ contract: at, cycle }) => [at.split('.')[1], cycle])).toEqual([
      ['m1', 1n],
      ['max', 1n],
      ['native', 1n],
    ])
    expect(pulls[0]!.args).toEqual([[0n], 1n])
    expect(obstacles(plan(bench), 'holder-claim')).toContainEqual([
      'm1',
      1n,
      'manager-claims-first',
    ])
    for (const pull of pulls) expect(make(bench, pull)).toBe('ok')
    const claims = readySteps(plan(bench, { sender: dave }))
    expect(claims.map(({ kind, sender }) => [kind, sender])).toEqual([
      ['holder-claim', null],
      ['holder-claim', null],
      ['holder-claim', null],
      ['holder-claim', dave],
    ])
    for (const claim of claims) expect(make(bench, claim)).toBe('ok')
    expect(readySteps(plan(bench, { sender: dave }))).toEqual([])
    expect(obstacles(plan(bench), 'holder-claim')).toContainEqual(['native', 1n, 'holder-only'])
  })

  test('adds costs to the steps', () => {
    const steps = plan(startedBench(), { costs: { calculate: 12_000n } })
    expect(steps[0]!.costMicroStx).toBe(12_000n)
    expect(steps[1]!.costMicroStx).toBeNull()
  })

  test('stops at a pause, but pays what managers hold', () => {
    const bench = startedBench()
    bench.mineTo(150n)
    bench.distribute(60_000_000n, [0n])
    bench.ok('claim-rewards', [[0n], 1n], stranger, 'm1')
    bench.ok('pause-rewards', [], admin)
    bench.mineTo(200n)
    bench.distribute(60_000_000n, [0n])
    const steps = plan(bench)
    expect(obstacles(steps, 'manager-claim')).toContainEqual(['m1', 1n, 'paused'])
    const claims = readySteps(steps)
    expect(claims.map(({ kind, contract: at }) => [kind, at])).toEqual([
      ['holder-claim', contract('m1')],
      ['holder-claim', contract('m1')],
    ])
    for (const claim of claims) expect(make(bench, claim)).toBe('ok')
  })
})

describe('the meanings of 1001 are distinguished [bitcoin-staking 7.2]', () => {
  const payout = (maxFee: bigint) => ({
    some: toHex(
      serialize(calldataType, {
        'pox-addr': { version: '0x01', hashbytes: `0x${'ab'.repeat(20)}` },
        'max-fee': maxFee,
      }),
    ),
  })
  const claimOf = (bench: StakingBench, staker: string) =>
    plan(bench, { wholeCycles: true }).find(
      ({ kind, args, cycle }) => kind === 'holder-claim' && args[0] === staker && cycle === 1n,
    )!

  test('the manager has not claimed yet; nothing was earned', () => {
    const bench = startedBench()
    bench.mineTo(150n)
    expect(claimOf(bench, bob).obstacle).toEqual({ code: 'refused', refusal: 'nothing-earned' })
    bench.distribute(60_000_000n, [0n])
    const claim = claimOf(bench, bob)
    expect(claim.obstacle).toEqual({ code: 'refused', refusal: 'manager-has-not-claimed' })
    expect(make(bench, claim)).toBe(1001)
  })

  test('the pool is a sat short', () => {
    const bench = StakingBench.with('m1', 'm2', 'max', 'native')
    bench.stake(alice, 50_000n * STX, { manager: 'm1' })
    bench.stake(bob, 100_000n * STX, { manager: 'm2' })
    for (const height of [150n, 200n]) {
      bench.mineTo(height)
      bench.distribute(1_000_001n)
      bench.ok('claim-rewards', [[], 1n], stranger, 'm1')
    }
    const claim = claimOf(bench, alice)
    expect(claim.obstacle).toEqual({ code: 'refused', refusal: 'pool-too-small' })
    expect(make(bench, claim)).toBe(1001)
  })

  test.each([
    [90_000n, 'below-budget', 1001],
    [84_999n, 'dust', 502],
    [84_454n, 'dust', 502],
    [84_453n, undefined, 'ok'],
  ] as const)('a budget of %s for a payout on Bitcoin: %s', (maxFee, refusal, ends) => {
    const bench = StakingBench.with('m1', 'm2', 'max', 'native')
    const args = [contract('m1'), 50_000n * STX, 3n, 2n, payout(maxFee)]
    bench.ok('stake', args, alice)
    bench.mineTo(150n)
    bench.distribute(100_000n)
    bench.ok('claim-rewards', [[], 1n], stranger, 'm1')
    const claim = claimOf(bench, alice)
    expect(claim.obstacle).toEqual(refusal && { code: 'refused', refusal })
    expect(make(bench, claim)).toBe(ends)
  })
})

/** Errors that an obstacle may cause when its step is made nevertheless. */
const errorsOf: Readonly<Record<string, ReadonlyArray<number | string>>> = {
  'half-is-calculated': [30, 'ArithmeticUnderflow'],
  'nothing-earned': [32],
  paused: [53],
  refused: [1, 502, 1001, 1012, 1013, 37003],
}

/** Incomes of which two holders of a manager each earn their part, and both together a sat more. */
const aSatShort = (wholeCycles: boolean): [Drawn] => [
  {
    incomes: [218_843n, 411_422n, 0n, 0n, 0n],
    budgets: [10_455n, null],
    fee: 4n,
    late: [],
    wholeCycles,
  },
]

interface Drawn {
  incomes: bigint[]
  /** The most that a payout on Bitcoin may cost, of a reference manager and of max500. */
  budgets: [bigint | null, bigint | null]
  fee: bigint
  /** Halves at whose end no step is made. */
  late: number[]
  wholeCycles: boolean
}

test('what is ready succeeds and moves what was planned; what is refused fails', () => {
  const addresses = fc.option(fc.bigInt(0n, 200_000n))
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    incomes: fc.array(fc.bigInt(0n, 500_000n), { minLength: 5, maxLength: 5 }),
    budgets: fc.tuple(addresses, addresses),
    fee: fc.bigInt(0n, 9_999n),
    late: fc.subarray([1, 2, 3]),
    wholeCycles: fc.boolean(),
  })
  fc.assert(
    fc.property(drawn, ({ incomes, budgets, fee, late, wholeCycles }) => {
      const bench = startedBench()
      const address = { version: '0x01', hashbytes: `0x${'ab'.repeat(20)}` }
      if (budgets[0] !== null) {
        const data = serialize(calldataType, { 'pox-addr': address, 'max-fee': budgets[0] })
        const args = [contract('m1'), contract('m1'), 0n, 0n, { some: toHex(data) }]
        bench.ok('stake-update', args, bob)
      }
      if (budgets[1] !== null)
        bench.ok('set-payout-config', [address, budgets[1], budgets[1] + 600n], carol, 'max')
      bench.ok('update-fees', [fee], admin, 'm1')
      incomes.forEach((income, index) => {
        bench.mineTo(150n + 50n * BigInt(index))
        bench.chain.mintSbtc(pox, income)
        if (late.includes(index)) return
        const options = { sender: dave, wholeCycles }
        for (let rounds = 0; rounds < 4; rounds++)
          for (const step of readySteps(plan(bench, options))) expect(make(bench, step)).toBe('ok')
        for (const step of plan(bench, options)) {
          const allowed = errorsOf[step.obstacle?.code ?? '']
          if (allowed !== undefined) expect(allowed).toContain(make(bench, step))
        }
      })
    }),
    { numRuns: 25, examples: [false, true].map(aSatShort) },
  )
})
