import { Cl } from '@stacks/transactions'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contractSource } from '../../../src/dev/network/contracts.ts'
import { alice, bob, carol, dave, stranger } from '../../support/contract/accounts.ts'
import {
  agreeOnRatio,
  capture,
  enrollWith,
  finalizeSnapshots,
  initialize,
  nextCycle,
  nextSnapshot,
  runCycle,
  runToDistribution,
  takeSnapshots,
  weigh,
} from '../../support/contract/cycle.ts'
import { admin, createWorld, type World } from '../../support/contract/world.ts'

// Each known defect of v1, and what the live build does instead.

let v1: World
let live: World
beforeAll(async () => {
  v1 = await createWorld({ build: 'v1' })
  live = await createWorld({ build: 'live' })
})
beforeEach(async () => {
  await v1.reset()
  await live.reset()
})

const noStx = 10n ** 8n
const participants = (world: World) => world.variable<bigint>('next-cycle-participants-count')

/** Both contracts in turn, for what is done alike. */
const both = (work: (world: World) => void) => {
  work(v1)
  work(live)
}

test('opting out an address that is not enrolled [dual-stacking Q1]', () => {
  both((world) => {
    enrollWith(world, alice, 1_000_000n)
    enrollWith(world, bob, 1_000_000n)
  })
  expect(v1.ok('opt-out-defi-batch', [[stranger]])).toEqual([true])
  expect(live.ok('opt-out-defi-batch', [[stranger, bob, bob]])).toEqual([
    { err: 103n },
    { ok: true },
    { err: 103n },
  ])
  expect([participants(v1), participants(live)]).toEqual([1n, 1n])

  // Two rows counted as one: when both are captured, the cycle cannot continue.
  initialize(v1, { snapshots: 1n })
  capture(v1, [alice, bob])
  expect(v1.result('finalize-snapshots')).toEqual({ err: 141n })
  initialize(live, { snapshots: 1n })
  expect(runCycle(live, [alice]).result).toEqual({ ok: [{ ok: true }] })

  // At a count of 0, v1 aborts the batch.
  expect(v1.result('opt-out-defi-batch', [[alice, bob, stranger]])).toHaveProperty('abort')
  expect(live.ok('opt-out-defi-batch', [[alice, stranger]])).toEqual([{ ok: true }, { err: 103n }])
})

describe('the block that starts a cycle [dual-stacking Q2]', () => {
  test('is older than the contract', () => {
    const late = (world: World) => {
      world.mineBurnBlocks(2)
      const start = BigInt(world.vm.heights().burn)
      world.mineBurnBlocks(1)
      world.vm.deploy({
        name: 'late',
        source: contractSource(world.build === 'v1' ? 'dual-stacking' : 'dual-stacking-live'),
      })
      world.vm.callPublic('late', 'update-initialize-block', [Cl.uint(start)])
      return world.vm.callPublic('late', 'initialize-contract', [
        Cl.uint(world.firstBlockOf(start)),
      ])
    }
    expect(late(v1)).toMatchObject({ aborted: true })
    const refused = late(live)
    expect(!refused.aborted && refused.value).toEqual(Cl.error(Cl.uint(300)))
  })

  test('is the block being built', () => {
    // A call in the first block of a tenure can name that block, which brackets; tenures here begin
    // with an empty block, so the check is called alone.
    expect(live.callPrivate('check-start-block', [BigInt(live.vm.heights().stacks + 1)])).toEqual({
      err: 146n,
    })
    expect(live.callPrivate('check-start-block', [BigInt(live.vm.heights().stacks)])).toEqual({
      ok: true,
    })
    // v1 reads the participants of that block, which cannot be read yet.
    expect(() =>
      v1.callPrivate('participants-count-at', [BigInt(v1.vm.heights().stacks + 1)]),
    ).toThrow('UnwrapFailure')
  })
})

test('the pool is read at the last snapshot, or at distribution [dual-stacking Q3]', () => {
  both((world) => {
    enrollWith(world, alice, 100_000_000n)
    world.giveSbtc(world.contract, 1_000_000n)
    initialize(world, { snapshots: 1n, blocks: 100n })
    takeSnapshots(world, [alice])
    agreeOnRatio(world, [alice])
    weigh(world, [alice])
    world.ok('emergency-withdraw-sbtc', [999_999n, admin])
    world.ok('set-is-distribution-enabled')
  })
  // 0.5 % / 525 of 100000000 sats; v1 promises it and cannot pay.
  expect(v1.variable('rewards-to-distribute')).toBe(95_230_000_000n)
  expect(v1.ok('distribute-rewards', [[alice]])).toEqual([{ err: 1n }])
  expect(live.variable('rewards-to-distribute')).toBe(100_000_000n)
  expect(live.call('distribute-rewards', [[alice]]).transfers).toEqual([
    { from: live.contract, to: alice, sats: 1n },
  ])
})

describe('a transfer that fails [dual-stacking Q4]', () => {
  const withdrawnAfterEnabling = (world: World) => {
    enrollWith(world, alice, 100_000_000n)
    world.giveSbtc(world.contract, 1_000_000n)
    initialize(world, { snapshots: 1n, blocks: 100n })
    runToDistribution(world, [alice])
    world.ok('emergency-withdraw-sbtc', [1_000_000n, admin])
    expect(world.ok('distribute-rewards', [[alice]])).toEqual([{ err: 1n }])
  }

  test('leaves the row marked as paid, or can be tried again', () => {
    both(withdrawnAfterEnabling)
    both((world) => world.giveSbtc(world.contract, 1_000_000n))
    expect(v1.ok('distribute-rewards', [[alice]])).toEqual([{ err: 181n }])
    expect(v1.read('reward-amount-for-cycle-and-address', [0n, alice])).toEqual({ some: 952n })
    expect(v1.result('finalize-reward-distribution')).toEqual({ ok: true })
    expect(v1.sbtcOf(alice)).toBe(100_000_000n)

    expect(live.read('reward-amount-for-cycle-and-address', [0n, alice])).toEqual({ some: 0n })
    expect(live.result('finalize-reward-distribution')).toEqual({ err: 123n })
    expect(live.ok('distribute-rewards', [[alice]])).toEqual([{ ok: true }])
    expect(live.sbtcOf(alice)).toBe(100_000_952n)
    expect(live.result('finalize-reward-distribution')).toEqual({ ok: true })
  })

  test('permanently, to the contract itself: refused where the address is set', () => {
    both((world) => world.giveSbtc(alice, 1_000_000n))
    expect(v1.result('enroll', [{ some: v1.contract }], alice)).toEqual({ ok: true })
    expect(live.result('enroll', [{ some: live.contract }], alice)).toEqual({ err: 303n })
    live.ok('enroll', [null], alice)
    expect(live.result('change-reward-address', [live.contract], alice)).toEqual({ err: 303n })
    expect(live.result('change-reward-address-defi', [alice, live.contract])).toEqual({ err: 303n })
    expect(
      live.result('change-addresses-defi', [alice, null, { some: live.contract }, null]),
    ).toEqual({ err: 303n })
    expect(live.result('enroll-defi', [bob, bob, live.contract, null])).toEqual({ err: 303n })
  })
})

test('the second row of a tracking address, weighed twice [dual-stacking Q5]', () => {
  both((world) => {
    for (const who of [alice, bob]) world.ok('enroll-defi', [who, dave, who, null])
    world.ok('enroll-defi', [carol, carol, carol, null])
    for (const who of [alice, bob, carol]) world.giveSbtc(who, 100_000_000n)
    initialize(world, { snapshots: 1n })
    takeSnapshots(world, [alice, bob, carol])
    agreeOnRatio(world, [alice, bob, carol])
    world.ok('calculate-participant-weights', [[alice, bob]])
    world.ok('calculate-participant-weights', [[bob]])
  })
  // v1 counts bob twice and believes that carol has been weighed.
  expect(v1.result('finalize-weight-computation')).toEqual({ ok: true })
  v1.ok('set-is-distribution-enabled')
  expect(v1.ok('distribute-rewards', [[carol]])).toEqual([{ err: 161n }])
  expect(live.result('finalize-weight-computation')).toEqual({ err: 163n })
  live.ok('calculate-participant-weights', [[carol]])
  expect(live.result('finalize-weight-computation')).toEqual({ ok: true })
})

test('going back to a ratio tallied before [dual-stacking Q6]', () => {
  both((world) => {
    enrollWith(world, alice, 1_000_000n)
    initialize(world, { snapshots: 1n })
    takeSnapshots(world, [alice])
    world.ok('propose-golden-ratio', [noStx])
    world.ok('tally-participant-ratios', [[alice]])
    world.ok('change-proposed-golden-ratio', [5n])
    world.ok('change-proposed-golden-ratio', [noStx])
    world.ok('tally-participant-ratios', [[alice]])
  })
  expect(v1.result('validate-ratio')).toEqual({ err: 108n })
  expect(live.result('validate-ratio')).toEqual({ ok: true })
})

test('a whitelisted row and another one with the same stacking address [dual-stacking Q7]', () => {
  const stx = 7_000_000n
  both((world) => {
    world.ok('whitelist-defi-tracking', [alice])
    world.giveSbtc(alice, 1_000_000n)
    world.giveSbtc(bob, 1_000_000n)
    world.setLiquid(dave, stx)
    world.ok('enroll-defi', [alice, alice, alice, { some: dave }])
    world.ok('enroll-defi', [bob, bob, bob, { some: dave }])
    initialize(world, { snapshots: 2n })
    capture(world, [alice, bob])
    nextSnapshot(world)
    capture(world, [bob, alice])
  })
  const stacked = (world: World) =>
    (
      world.read('get-participant-cycle-info', [bob, 0n]) as {
        ok: { 'stacking-data': { some: { amount: bigint } } }
      }
    ).ok['stacking-data'].some.amount
  expect(stacked(v1)).toBe(stx)
  expect(stacked(live)).toBe(2n * stx)
})

describe('settings without bounds [dual-stacking Q8]', () => {
  test('0 snapshots or 0 blocks stall the next cycle', () => {
    both((world) => initialize(world, { snapshots: 1n }))
    expect(v1.result('update-cycle-data', [0n, 5n])).toEqual({ ok: true })
    for (const lengths of [
      [0n, 5n],
      [5n, 0n],
      [101n, 5n],
      [1n, 2101n],
      [100n, 526n],
    ]) {
      expect(live.result('update-cycle-data', lengths), String(lengths)).toEqual({ err: 302n })
    }
    expect(live.result('update-cycle-data', [100n, 525n])).toEqual({ ok: true })
    expect(live.result('update-snapshot-length', [526n])).toEqual({ err: 302n })
    expect(live.result('update-snapshots-per-cycle', [0n])).toEqual({ err: 302n })
    runCycle(v1, [])
    nextCycle(v1)
    expect(v1.result('finalize-snapshots')).toEqual({ err: 142n })
  })

  test('a year shorter than a cycle aborts the distribution', () => {
    both((world) => {
      initialize(world, { snapshots: 1n })
      takeSnapshots(world, [])
      agreeOnRatio(world, [])
      weigh(world, [])
    })
    v1.ok('update-bitcoin-blocks-per-year', [4n])
    expect(v1.result('set-is-distribution-enabled')).toHaveProperty('abort')
    expect(live.result('update-bitcoin-blocks-per-year', [4n])).toEqual({ err: 302n })
    expect(live.result('update-bitcoin-blocks-per-year', [105_121n])).toEqual({ err: 302n })
    live.ok('update-cycle-data', [2n, 5n])
    expect(live.result('update-bitcoin-blocks-per-year', [9n])).toEqual({ err: 302n })
    expect(live.result('update-bitcoin-blocks-per-year', [10n])).toEqual({ ok: true })
    expect(live.result('set-is-distribution-enabled')).toEqual({ ok: true })
  })

  test('the first lengths, the minimum and the percentage', () => {
    const refused: [string, bigint[]][] = [
      ['update-cycle-data-before-initialized', [0n, 5n]],
      ['update-min-sbtc-hold-required-for-enrollment', [0n]],
      ['update-min-sbtc-hold-required-for-enrollment', [100_000_001n]],
      ['set-max-percentage-above-ratio', [0n]],
      ['set-max-percentage-above-ratio', [10_001n]],
    ]
    for (const [fn, args] of refused) {
      expect(v1.result(fn, args), fn).toEqual({ ok: true })
      expect(live.result(fn, args), fn).toEqual({ err: 302n })
    }
  })
})

test('a cycle without any sBTC [dual-stacking Q9]', () => {
  both((world) => {
    world.ok('enroll-defi', [alice, alice, alice, null])
    initialize(world, { snapshots: 1n })
    runToDistribution(world, [alice])
  })
  const rewarded = (world: World) =>
    (
      world.read('get-participant-cycle-info', [alice, 0n]) as {
        ok: { 'holding-data': { some: { rewarded: boolean } } }
      }
    ).ok['holding-data'].some.rewarded
  // v1 counts all participants, whatever the list, and marks none.
  expect(v1.ok('distribute-rewards', [[]])).toEqual([])
  expect(v1.result('finalize-reward-distribution')).toEqual({ ok: true })
  expect(rewarded(v1)).toBe(false)
  expect(live.ok('distribute-rewards', [[]])).toEqual([])
  expect(live.result('finalize-reward-distribution')).toEqual({ err: 123n })
  expect(live.ok('distribute-rewards', [[alice]])).toEqual([{ ok: true }])
  expect(rewarded(live)).toBe(true)
  expect(live.result('finalize-reward-distribution')).toEqual({ ok: true })
})

test('bracketing near the start of the chain [dual-stacking Q10]', () => {
  const asks = (world: World, name: string, first: bigint, wanted: bigint) =>
    world.callOf(`${admin}.${name}`, 'validate-stx-block-brackets-btc-block', [first, wanted])
      .result
  const height = BigInt(v1.vm.heights().burn)
  const questions: [bigint, bigint][] = [
    [0n, height],
    [v1.firstBlockOf(height) + 1n, height],
    [v1.firstBlockOf(height), height - 1n],
  ]
  for (const [first, wanted] of questions) {
    expect(asks(v1, 'bitcoin-block-buffer', first, wanted)).toHaveProperty('abort')
    expect(asks(live, 'bitcoin-block-buffer-live', first, wanted)).toEqual({ ok: false })
  }
  expect(asks(v1, 'bitcoin-block-buffer', v1.firstBlockOf(height), height)).toEqual({ ok: true })
  expect(asks(live, 'bitcoin-block-buffer-live', live.firstBlockOf(height), height)).toEqual({
    ok: true,
  })
})

test('a lock that ends before the capture counts 0 in both builds [dual-stacking Q11]', () => {
  both((world) => {
    world.lockStx(alice, 90_000_000_000n, 1)
    enrollWith(world, alice, 1_000_000n)
    initialize(world, { snapshots: 1n })
    world.vm.mineEmptyBurnBlocks(2200)
  })
  const stx = (world: World) =>
    world.call('capture-snapshot-balances', [[alice]]).prints[0]!['stx-stacked']
  expect([stx(v1), stx(live)]).toEqual([0n, 0n])
})

describe('an enrollment costs only a fee, a row costs everyone [dual-stacking Q12]', () => {
  const emptied = (world: World, lengths = { snapshots: 2n }) => {
    enrollWith(world, alice, 10_000n)
    enrollWith(world, bob, 10_000n)
    world.ok('enroll-defi', [carol, carol, carol, null])
    world.moveSbtc(alice, stranger, 10_000n)
    initialize(world, lengths)
  }
  const people = [alice, bob, carol]

  test('v1 keeps rows without sBTC forever; the live build drops rows below the minimum', () => {
    both((world) => {
      emptied(world)
      takeSnapshots(world, people)
      agreeOnRatio(world, people)
    })
    const [first, second, ...others] = live.call('calculate-participant-weights', [people]).prints
    expect([first, second]).toMatchObject([
      { 'function-name': 'below-minimum', 'enrolled-address': alice },
      { 'function-name': 'opt-out', 'enrolled-address': alice },
    ])
    expect(others.every((print) => print['function-name'] === 'compute-weight')).toBe(true)
    v1.ok('calculate-participant-weights', [people])
    both((world) => {
      world.ok('finalize-weight-computation')
      world.ok('set-is-distribution-enabled')
      // The running cycle still pays her.
      expect(world.ok('distribute-rewards', [people])).toEqual([
        { ok: true },
        { ok: true },
        { ok: true },
      ])
      world.ok('finalize-reward-distribution')
      nextCycle(world)
    })
    const next = (world: World) => people.map((who) => world.read('is-enrolled-this-cycle', [who]))
    expect(next(v1)).toEqual([true, true, true])
    // Bob held the minimum; the administrator answers for carol.
    expect(next(live)).toEqual([false, true, true])
    expect(live.read<Record<string, bigint>>('cycle-data')['participants-count']).toBe(2n)
  })

  test('a row that enrolls again in the same cycle stays', () => {
    emptied(live)
    live.ok('opt-out', [], alice)
    live.giveSbtc(alice, 10_000n)
    live.ok('enroll', [null], alice)
    live.moveSbtc(alice, stranger, 10_000n)
    takeSnapshots(live, people)
    agreeOnRatio(live, people)
    weigh(live, people)
    expect(live.read('is-enrolled-in-next-cycle', [alice])).toBe(true)
  })

  test('a new reward address does not help', () => {
    emptied(live)
    live.ok('change-reward-address', [dave], alice)
    takeSnapshots(live, people)
    agreeOnRatio(live, people)
    weigh(live, people)
    expect(live.read('is-enrolled-in-next-cycle', [alice])).toBe(false)
  })

  test('late captures remove no rows', () => {
    emptied(live, { snapshots: 1n })
    live.mineBurnBlocks(3)
    capture(live, people)
    finalizeSnapshots(live)
    agreeOnRatio(live, people)
    weigh(live, people)
    expect(people.map((who) => live.read('is-enrolled-in-next-cycle', [who]))).toEqual([
      true,
      true,
      true,
    ])
  })
})
