import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alice, bob, carol, dave, stranger } from '../support/contract/accounts.ts'
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
} from '../support/contract/cycle.ts'
import { admin, createWorld, type World } from '../support/contract/world.ts'

const data = (world: World) => world.read<Record<string, bigint>>('cycle-data')

describe.each(['v1', 'live'] as const)('the cycle, %s build', (build) => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ build })
  })
  beforeEach(() => world.reset())

  test('before it is initialized, everything reads as not begun', () => {
    expect(data(world)).toEqual({
      'blocks-per-snapshot': 150n,
      'current-cycle-bitcoin-block-height': 922150n,
      'current-cycle-stacks-block-height': 0n,
      'current-snapshot-index': 0n,
      'cycle-id': 0n,
      'next-cycle-bitcoin-block-height': 0n,
      'participants-count': 0n,
      'snapshots-per-cycle': 14n,
    })
    expect(() => world.read('get-cycle-current-state')).toThrow('ArithmeticUnderflow')
    expect(world.read('get-next-action-bitcoin-height')).toBe(922150n)
    expect(world.read('get-apr-data')).toEqual({
      MAX_APR: 5_000_000n,
      MIN_APR: 500_000n,
      MULTIPLIER: 10n,
    })
    expect([world.read('nr-cycles-year'), world.read('cycle-percentage-rate')]).toEqual([
      25n,
      200_000n,
    ])
    const refused: [string, unknown[], bigint][] = [
      ['capture-snapshot-balances', [[]], 202n],
      ['calculate-participant-weights', [[]], 160n],
      ['distribute-rewards', [[]], 180n],
      ['propose-golden-ratio', [1n], 143n],
      ['tally-participant-ratios', [[]], 107n],
      ['validate-ratio', [], 107n],
      ['finalize-weight-computation', [], 160n],
      ['set-is-distribution-enabled', [], 202n],
      ['finalize-reward-distribution', [], 202n],
      ['finalize-snapshots', [], 202n],
      ['advance-to-next-snapshot', [1n], 202n],
      ['advance-to-next-cycle', [1n], 202n],
      ['initialize-contract', [1n], 100n],
    ]
    for (const [fn, args, code] of refused)
      expect(world.result(fn, args as never), fn).toEqual({ err: code })
  })

  test('the specification’s example: full pool, three holders, one of them stacks', () => {
    enrollWith(world, alice, 100_000_000n, 7_000_000_000_000n)
    enrollWith(world, bob, 33_333_333n)
    enrollWith(world, carol, 10_001n)
    world.giveSbtc(world.contract, 5_000_000n)
    const people = [alice, bob, carol]
    initialize(world)

    expect(capture(world, [stranger, alice, alice])).toBe(100_000_000n)
    expect(world.call('capture-snapshot-balances', [people])).toMatchObject({
      result: { ok: 33_343_334n },
      prints: [
        {
          'function-name': 'compute-current-snapshot-balance',
          'cycle-id': 0n,
          'snapshot-index': 0n,
          'sbtc-balance': 33_333_333n,
          'stx-stacked': 0n,
          'tracking-address': bob,
          'stacking-address': bob,
          'enrolled-address': bob,
        },
        { 'enrolled-address': carol },
      ],
    })
    expect(world.read('snapshot-data')).toMatchObject({
      'current-snapshot-count': 3n,
      'current-snapshot-total-sbtc': 133_343_334n,
      'current-snapshot-total-stx': 7_000_000_000_000n,
    })
    nextSnapshot(world)
    capture(world, people)
    finalizeSnapshots(world)
    expect(world.variable('current-cycle-total-sbtc')).toBe(266_686_668n)
    expect(world.variable('current-cycle-total-stx')).toBe(14_000_000_000_000n)

    // Each wrong ratio needs a separate proposer.
    const refusals: [string, bigint, bigint][] = [
      [alice, 0n, 110n],
      [bob, 6_999_999_999_999n, 110n],
      [carol, 7_000_000_000_001n, 111n],
      [dave, 14_000_000_000_000n, 111n],
    ]
    for (const [who, ratio, code] of refusals) {
      world.ok('propose-golden-ratio', [ratio], who)
      world.ok('tally-participant-ratios', [people], who)
      expect(world.result('validate-ratio', [], who), String(ratio)).toEqual({ err: code })
    }
    world.ok('propose-golden-ratio', [7_000_000_000_000n])
    expect(world.call('tally-participant-ratios', [people]).prints.slice(0, 2)).toEqual([
      {
        'function-name': 'count-golden-ratio',
        'cycle-id': 0n,
        'enrolled-address': alice,
        'stacking-address': alice,
        'tracking-address': alice,
        'stx-user-amount': 14_000_000_000_000n,
        'sbtc-user-amount': 200_000_000n,
        'tx-sender': admin,
      },
      {
        'user-address': alice,
        'user-ratio': 7_000_000_000_000n,
        action: 'equal',
        'user-amount': 200_000_000n,
      },
    ])
    expect(world.read('get-ratio-data')).toEqual({
      ok: {
        'nr-snapshots': 2n,
        'sbtc-above': 0n,
        'sbtc-below': 66_686_668n,
        'sbtc-total-totals': 266_686_668n,
      },
    })
    expect(world.call('validate-ratio').prints).toEqual([
      {
        'sbtc-above': 0n,
        'sbtc-below': 66_686_668n,
        'sbtc-equal': 200_000_000n,
        'sbtc-total': 266_686_668n,
      },
    ])

    expect(weigh(world, people)).toEqual({ D: 7_000_000_000_000n, total: 1_033_343_334n })
    expect(people.map((who) => world.read('get-participant-weight', [0n, who]))).toEqual(
      [1_000_000_000n, 33_333_333n, 10_001n].map((weight) => ({ some: { weight } })),
    )
    world.ok('set-is-distribution-enabled')
    expect(world.variable('rewards-to-distribute')).toBe(98_374_285_396n)
    const paid = world.call('distribute-rewards', [people])
    expect(paid.transfers).toEqual([
      { from: world.contract, to: alice, sats: 951n },
      { from: world.contract, to: bob, sats: 31n },
    ])
    expect(paid.prints[0]).toEqual({
      'function-name': 'distribute-rewards',
      'cycle-id': 0n,
      'enrolled-address': alice,
      'reward-address': alice,
      'stacking-address': alice,
      'tracking-address': alice,
      amount: 951n,
      weight: 1_000_000_000n,
      ratio: 7_000_000_000_000n,
    })
    expect(
      people.map((who) => world.read('reward-amount-for-cycle-and-address', [0n, who])),
    ).toEqual([{ some: 951n }, { some: 31n }, { some: 0n }])
    world.ok('finalize-reward-distribution')
    expect(world.read('get-distribution-finalized-at-height', [0n])).toEqual({
      some: { 'stx-block-height': BigInt(world.vm.heights().stacks) },
    })
  })

  test('a short pool is shared by weight; the dust stays', () => {
    enrollWith(world, alice, 10_000_000n)
    enrollWith(world, bob, 20_000_000n)
    world.giveSbtc(world.contract, 100n)
    initialize(world, { snapshots: 1n, blocks: 100n })
    const paid = runCycle(world, [alice, bob])
    expect(paid.transfers.map(({ sats }) => sats)).toEqual([33n, 66n])
    expect(world.read('get-contract-sbtc-balance')).toBe(1n)
    nextCycle(world)
    expect(runCycle(world, [alice, bob]).transfers).toEqual([])
  })

  test('at exactly 5 % above, any ratio of an interval is valid', () => {
    enrollWith(world, alice, 50_000n, 500_000n)
    enrollWith(world, bob, 950_000n)
    initialize(world, { snapshots: 1n })
    takeSnapshots(world, [alice, bob])
    world.ok('propose-golden-ratio', [1_000_000_001n], stranger)
    world.ok('tally-participant-ratios', [[alice, bob]], stranger)
    expect(world.result('validate-ratio', [], stranger)).toEqual({ err: 111n })
    agreeOnRatio(world, [alice, bob], 123_456n)
    expect(
      world.vm.mapEntry(world.contract, 'ratio-used', {
        type: 'tuple',
        value: { 'cycle-id': { type: 'uint', value: 0n } },
      } as never),
    ).toMatchObject({ type: 'some' })
  })

  test('rows of one tracking address: one weight, one payment, to the first row’s address', () => {
    const enrollDefi = (who: string, reward: string) => {
      world.giveSbtc(who, 50_000_000n)
      world.ok('enroll-defi', [who, dave, reward, null])
    }
    enrollDefi(alice, carol)
    enrollDefi(bob, stranger)
    world.giveSbtc(world.contract, 1_000_000n)
    initialize(world, { snapshots: 1n, blocks: 1000n })
    runToDistribution(world, [alice, bob])
    expect(world.read('get-participant-weight', [0n, dave])).toEqual({
      some: { weight: 100_000_000n },
    })
    const paid = world.call('distribute-rewards', [[bob, alice]])
    // 52 cycles of 1000 blocks in a year: 0.5 % / 52 of 100000000 sats
    expect(paid.transfers).toEqual([{ from: world.contract, to: stranger, sats: 9615n }])
    expect(paid.prints).toMatchObject([
      { 'enrolled-address': bob, amount: 9615n, weight: 100_000_000n },
      { 'enrolled-address': alice, amount: 0n, weight: 0n, ratio: 0n },
    ])
    expect(
      [alice, bob].map((who) => world.read('reward-amount-for-cycle-and-address', [0n, who])),
    ).toEqual([{ some: 9615n }, { some: 9615n }])
    expect(world.read('reward-amount-for-cycle-and-reward-address', [0n, stranger])).toEqual({
      some: 9615n,
    })
    expect(world.read('reward-amount-for-cycle-and-reward-address', [0n, carol])).toBeNull()
  })

  test('a whitelisted tracking address has the full boost, and its STX is not read', () => {
    enrollWith(world, alice, 1_000_000n, 9_000_000n)
    enrollWith(world, bob, 1_000_000n, 5_000_000n)
    world.ok('whitelist-defi-tracking', [alice])
    initialize(world, { snapshots: 1n })
    takeSnapshots(world, [alice, bob])
    expect(world.variable('current-cycle-total-stx')).toBe(5_000_000n)
    agreeOnRatio(world, [alice, bob], 500_000_000n)
    expect(world.call('calculate-participant-weights', [[alice, bob]]).prints).toMatchObject([
      {
        Bi: 1_000_000n,
        Si: 0n,
        di: 0n,
        D: 500_000_000n,
        ri: 100_000_000n,
        'sqrt-ri': 10_000n,
        weight: 10_000_000n,
        'is-whitelisted': true,
      },
      {
        Bi: 1_000_000n,
        Si: 5_000_000n,
        di: 500_000_000n,
        ri: 100_000_000n,
        weight: 10_000_000n,
        'is-whitelisted': false,
      },
    ])
  })

  test('a partial boost', () => {
    enrollWith(world, alice, 100_000_000n, 1_000_000_000_000n)
    enrollWith(world, bob, 100_000_000n, 7_000_000_000_000n)
    initialize(world, { snapshots: 1n })
    takeSnapshots(world, [alice, bob])
    agreeOnRatio(world, [alice, bob])
    const [first] = world.call('calculate-participant-weights', [[alice, bob]]).prints
    expect(first).toMatchObject({
      di: 1_000_000_000_000n,
      ri: 14_285_714n,
      'sqrt-ri': 3779n,
      weight: 440_110_000n,
    })
  })

  test('with no enrollments the cycle still runs', () => {
    initialize(world)
    runCycle(world, [])
    nextCycle(world)
    expect(data(world)['cycle-id']).toBe(1n)
  })

  test('native and liquid STX add up; liquid counts only while it is switched on', () => {
    world.lockStx(alice, 90_000_000_000n)
    enrollWith(world, alice, 1_000_000n, 7n)
    initialize(world, { snapshots: 1n })
    expect(world.read('get-amount-stx-stacked', [alice])).toBe(90_000_000_000n)
    expect(world.read('get-amount-stacked-now', [alice])).toBe(90_000_000_007n)
    world.ok('set-liquid-stacking', [false])
    expect(world.read('get-amount-stacked-now', [alice])).toBe(90_000_000_000n)
    expect(world.call('capture-snapshot-balances', [[alice]]).prints).toMatchObject([
      { 'stx-stacked': 90_000_000_000n },
    ])
  })

  test('the calendar is nominal: a late call does not move the next start', () => {
    const start = initialize(world)
    world.ok('update-cycle-data', [1n, 4n])
    expect(data(world)).toMatchObject({
      'blocks-per-snapshot': 5n,
      'snapshots-per-cycle': 2n,
      'next-cycle-bitcoin-block-height': start + 10n,
    })
    runCycle(world, [])
    world.mineToBurnBlock(start + 13n)
    expect(world.result('advance-to-next-cycle', [world.firstBlockOf(start + 10n)])).toEqual({
      ok: true,
    })
    expect(data(world)).toMatchObject({
      'current-cycle-bitcoin-block-height': start + 10n,
      'next-cycle-bitcoin-block-height': start + 14n,
      'blocks-per-snapshot': 4n,
      'snapshots-per-cycle': 1n,
    })
    expect(world.read('get-yield-cycle-data', [1n])).toEqual({
      some: {
        'blocks-per-snapshot': 4n,
        'snapshots-per-cycle': 1n,
        'start-btc-block-height': start + 10n,
        'start-stx-block-height': world.firstBlockOf(start + 10n),
      },
    })
    expect(world.read('get-stacks-block-height-for-cycle-snapshot', [1n, 0n])).toEqual({
      some: world.firstBlockOf(start + 10n),
    })
    expect(world.read('get-bitcoin-block-height-for-cycle-snapshot', [1n, 0n])).toEqual({
      some: start + 10n,
    })
    expect(world.read('get-cycle-current-state')).toEqual({
      'cycle-id': 1n,
      'first-bitcoin-block': start + 10n,
      'last-bitcoin-block': start + 13n,
    })
  })

  test('each phase is shown in the operation state', () => {
    enrollWith(world, alice, 1_000_000n)
    initialize(world, { snapshots: 1n })
    const states: unknown[] = [world.read('get-last-operation-state')]
    const step = (work: () => unknown) => {
      work()
      states.push(world.read('get-last-operation-state'))
    }
    step(() => takeSnapshots(world, [alice]))
    step(() => world.ok('propose-golden-ratio', [5n]))
    step(() => world.ok('change-proposed-golden-ratio', [10n ** 8n]))
    step(() => {
      world.ok('tally-participant-ratios', [[alice]])
      world.ok('validate-ratio')
    })
    step(() => weigh(world, [alice]))
    step(() => world.ok('set-is-distribution-enabled'))
    step(() => world.ok('distribute-rewards', [[alice]]))
    step(() => world.ok('finalize-reward-distribution'))
    step(() => nextCycle(world))
    expect(states).toEqual([0n, 1n, 2n, 2n, 3n, 4n, 5n, 5n, 6n, 0n])
  })

  test('a list with a non-participant aborts tally and weighing', () => {
    enrollWith(world, alice, 1_000_000n)
    initialize(world, { snapshots: 1n })
    takeSnapshots(world, [alice])
    world.ok('propose-golden-ratio', [10n ** 8n])
    expect(world.result('tally-participant-ratios', [[alice, stranger]])).toHaveProperty('abort')
    world.ok('tally-participant-ratios', [[alice]])
    world.ok('validate-ratio')
    expect(world.result('calculate-participant-weights', [[stranger]])).toHaveProperty('abort')
  })

  describe('administration', () => {
    const at = () => ({ 'bitcoin-block-height': BigInt(world.vm.heights().burn), 'cycle-id': 0n })
    test.each([
      ['update-admin', [alice], { 'function-name': 'update-admin', 'admin-address': alice }],
      [
        'update-min-sbtc-hold-required-for-enrollment',
        [5n],
        { 'function-name': 'update-min-enrollment', 'min-sbtc-hold-required-for-enrollment': 5n },
      ],
      [
        'update-snapshot-length',
        [7n],
        { 'function-name': 'update-snapshot-length', 'snapshot-length': 7n },
      ],
      [
        'update-snapshots-per-cycle',
        [7n],
        { 'function-name': 'update-snapshots-per-cycle', 'snapshots-per-cycle': 7n },
      ],
      [
        'update-cycle-data',
        [3n, 7n],
        { 'function-name': 'update-cycle-data', 'snapshots-per-cycle': 3n, 'snapshot-length': 7n },
      ],
      [
        'update-bitcoin-blocks-per-year',
        [52_560n],
        { 'function-name': 'update-bitcoin-blocks-per-year', 'bitcoin-blocks-per-year': 52_560n },
      ],
      ['update-APR', [4_500_000n], null],
      [
        'update-yield-boost-multiplier',
        [4n],
        {
          'function-name': 'update-yield-boost-multiplier',
          'yield-boost-multiplier': 4n,
          'max-boost': 5n,
        },
      ],
      ['set-liquid-stacking', [false], null],
      ['set-max-percentage-above-ratio', [100n], null],
    ] as const)('%s', (fn, args, event) => {
      expect(world.result(fn, [...args], alice)).toEqual({ err: 200n })
      const done = world.call(fn, [...args])
      expect(done.result).toEqual({ ok: true })
      expect(done.prints).toEqual(event ? [{ ...event, ...at() }] : [])
    })

    test('a new administrator, rate and boost act at once', () => {
      world.ok('update-admin', [alice])
      expect(world.read('get-admin')).toBe(alice)
      expect(world.result('update-APR', [4_500_000n])).toEqual({ err: 200n })
      world.ok('update-APR', [4_500_000n], alice)
      world.ok('update-bitcoin-blocks-per-year', [52_560n], alice)
      world.ok('update-yield-boost-multiplier', [4n], alice)
      expect(world.read('cycle-percentage-rate')).toBe(180_000n)
      expect(world.read('get-apr-data')).toEqual({
        MAX_APR: 4_500_000n,
        MIN_APR: 900_000n,
        MULTIPLIER: 5n,
      })
    })

    test('emergency withdrawal', () => {
      world.giveSbtc(world.contract, 1000n)
      const done = world.call('emergency-withdraw-sbtc', [400n, alice])
      expect(done.prints).toEqual([
        {
          'function-name': 'emergency-withdraw-sbtc',
          amount: 400n,
          recipient: alice,
          'contract-balance': 1000n,
          ...at(),
        },
      ])
      expect(done.transfers).toEqual([{ from: world.contract, to: alice, sats: 400n }])
      expect(world.result('emergency-withdraw-sbtc', [1n, alice], alice)).toEqual({ err: 200n })
    })
  })
})

describe('what only the v1 build does', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ build: 'v1' })
  })
  beforeEach(() => world.reset())

  test('a snapshot sees the end of its block, however late it is captured', () => {
    enrollWith(world, alice, 1_000_000n)
    const start = initialize(world)
    world.moveSbtc(alice, bob, 1_000_000n)
    world.mineToBurnBlock(start + 9n)
    expect(capture(world, [alice])).toBe(1_000_000n)
    world.ok('advance-to-next-snapshot', [world.firstBlockOf(start + 5n)])
    expect(capture(world, [alice])).toBe(0n)
  })

  test('enrollment and payments in the cycle block count, one block later is too late', () => {
    world.giveSbtc(alice, 10_000n)
    world.giveSbtc(bob, 10_000n)
    world.ok('update-cycle-data-before-initialized', [1n, 5n])
    world.mineBurnBlocks(1)
    const start = BigInt(world.vm.heights().burn)
    // The first block of a tenure is empty here: what counts are the transactions before it.
    world.ok('enroll', [null], bob)
    world.ok('update-initialize-block', [start])
    world.ok('initialize-contract', [world.firstBlockOf(start)])
    expect(world.read('is-enrolled-this-cycle', [bob])).toBe(false)
    expect(data(world)['participants-count']).toBe(0n)
  })

  test('the past is read with at-block, up to the block before the latest', () => {
    world.setLiquid(alice, 7n)
    const height = BigInt(world.vm.heights().stacks)
    world.setLiquid(alice, 9n)
    world.mineBurnBlocks(1)
    expect(world.read('get-amount-stacked-at-block-height', [alice, height])).toBe(7n)
    expect(world.read('get-amount-stacked-at-block-height-mainnet', [alice, height + 1n])).toBe(9n)
    // Before the contracts were there, nobody had any.
    for (const read of [
      'get-amount-stacked-at-block-height',
      'get-amount-stacked-at-block-height-mainnet',
      'get-amount-stx-stacked-at-block-height',
    ])
      for (let early = 0n; early < height; early += 1n)
        expect(world.read(read, [alice, early]), `${read} ${early}`).toBe(0n)
    expect(world.read('get-amount-stx-stacked-at-block-height', [alice, height])).toBe(0n)
    expect(() => world.read('get-amount-stacked-at-block-height', [alice, height + 100n])).toThrow(
      'UnwrapFailure',
    )
  })

  test('a lock that has ended reads as 0 in the past too', () => {
    world.lockStx(alice, 90_000_000_000n, 1)
    const height = BigInt(world.vm.heights().stacks)
    world.mineBurnBlocks(1)
    expect(world.read('get-amount-stx-stacked-at-block-height', [alice, height])).toBe(
      90_000_000_000n,
    )
    world.vm.mineEmptyBurnBlocks(2200)
    expect(world.read('get-amount-stx-stacked-at-block-height', [alice, height])).toBe(0n)
  })
})
