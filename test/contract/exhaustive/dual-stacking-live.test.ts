import { Cl } from '@stacks/transactions'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createVm } from '../../../src/dev/network/vm/vm.ts'
import { alice, bob, carol, dave, stranger } from '../../support/contract/accounts.ts'
import {
  agreeOnRatio,
  capture,
  enrollWith,
  initialize,
  nextCycle,
  nextSnapshot,
  runCycle,
  takeSnapshots,
} from '../../support/contract/cycle.ts'
import { registerSigner, signerManager, stake } from '../../support/contract/pox-5.ts'
import { admin, listContracts, createWorld, type World } from '../../support/contract/world.ts'

type Info = {
  ok: {
    'holding-data': { some: { amount: bigint; stacked: bigint } }
    'tracking-data': { some: { amount: bigint } }
    'stacking-data': { some: { amount: bigint } }
  }
}

describe('capturing live', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ build: 'live' })
  })
  beforeEach(() => world.reset())

  const info = (who: string) => (world.read('get-participant-cycle-info', [who, 0n]) as Info).ok
  const sats = (who: string) => info(who)['holding-data'].some.amount
  const stacked = (who: string) => info(who)['stacking-data'].some.amount
  const totals = () => world.read<Record<string, bigint>>('snapshot-data')
  const window = () =>
    world.read<{ start: bigint; end: bigint; 'is-open': boolean }>('get-capture-window')

  test('the balance at capture counts, not the one at the snapshot height', () => {
    enrollWith(world, alice, 1_000_000n, 5n)
    initialize(world)
    world.giveSbtc(alice, 234_567n)
    world.setLiquid(alice, 7n)
    expect(world.call('capture-snapshot-balances', [[alice]])).toMatchObject({
      result: { ok: 1_234_567n },
      prints: [
        {
          'function-name': 'compute-current-snapshot-balance',
          'sbtc-balance': 1_234_567n,
          'stx-stacked': 7n,
        },
      ],
    })
  })

  test.each([
    [150n, 36n],
    [72n, 36n],
    [71n, 36n],
    [70n, 35n],
    [5n, 3n],
    [1n, 1n],
  ])('with %s blocks to the next snapshot the window is %s blocks', (blocks, length) => {
    const start = initialize(world, { blocks })
    expect(window()).toEqual({ start, end: start + length, 'is-open': true })
    world.mineToBurnBlock(start + length - 1n)
    expect(window()['is-open']).toBe(true)
    world.mineBurnBlocks(1)
    expect(window()['is-open']).toBe(false)
  })

  test('a second capture in the window lowers, and never raises', () => {
    enrollWith(world, alice, 1_000_000n, 900n)
    world.giveSbtc(stranger, 1n)
    initialize(world)
    capture(world, [alice])
    world.giveSbtc(alice, 5n)
    expect(world.call('capture-snapshot-balances', [[alice]])).toMatchObject({
      result: { ok: 0n },
      prints: [],
    })
    world.moveSbtc(alice, stranger, 400_005n)
    world.setLiquid(alice, 300n)
    expect(world.call('capture-snapshot-balances', [[alice, alice]])).toEqual({
      result: { ok: 0n },
      transfers: [],
      costs: undefined,
      prints: [
        {
          'function-name': 'lower-current-snapshot-balance',
          'cycle-id': 0n,
          'snapshot-index': 0n,
          'sbtc-balance': 600_000n,
          'stx-stacked': 300n,
          'tracking-address': alice,
          'stacking-address': alice,
          'enrolled-address': alice,
        },
      ],
    })
    world.moveSbtc(stranger, alice, 400_000n)
    capture(world, [alice])
    expect(info(alice)).toMatchObject({
      'holding-data': { some: { amount: 600_000n, stacked: 300n } },
      'tracking-data': { some: { amount: 600_000n } },
      'stacking-data': { some: { amount: 300n } },
    })
    expect(totals()).toMatchObject({
      'current-snapshot-count': 1n,
      'current-snapshot-total-sbtc': 600_000n,
      'current-snapshot-total-stx': 300n,
    })

    // The next snapshot starts over.
    nextSnapshot(world)
    expect(capture(world, [alice])).toBe(1_000_000n)
    expect(sats(alice)).toBe(1_600_000n)
  })

  test('sBTC moved through two enrolled addresses counts once, after new captures', () => {
    enrollWith(world, alice, 10_000n)
    enrollWith(world, bob, 10_000n)
    world.giveSbtc(alice, 1_000_000n)
    initialize(world)
    capture(world, [alice])
    world.moveSbtc(alice, bob, 1_000_000n)
    capture(world, [bob])
    expect(totals()['current-snapshot-total-sbtc']).toBe(2_020_000n)
    world.call('capture-snapshot-balances', [[alice, bob]], stranger)
    expect([sats(alice), sats(bob)]).toEqual([10_000n, 1_010_000n])
    expect(totals()['current-snapshot-total-sbtc']).toBe(1_020_000n)
  })

  test('after any moves, one capture of all leaves each its smallest balance', async () => {
    const people = [alice, bob, carol, dave]
    const someone = fc.integer({ min: 0, max: 3 })
    const move = fc.record({ from: someone, to: someone, share: fc.integer({ min: 1, max: 10 }) })
    const captures = fc.uniqueArray(someone, { minLength: 1 })
    const steps = fc.array(fc.oneof(move, captures), { minLength: 3, maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        await world.reset()
        const held = [50_000n, 40_000n, 30_000n, 20_000n]
        people.forEach((who, index) => enrollWith(world, who, held[index]!))
        initialize(world)
        const found: (bigint | undefined)[] = [undefined, undefined, undefined, undefined]
        const look = (indexes: number[]) => {
          capture(
            world,
            indexes.map((index) => people[index]!),
          )
          for (const index of indexes)
            found[index] =
              found[index] === undefined || held[index]! < found[index]
                ? held[index]!
                : found[index]
        }
        for (const step of sequence) {
          if (Array.isArray(step)) look(step)
          else {
            const amount = (held[step.from]! * BigInt(step.share)) / 10n
            if (step.from === step.to || amount === 0n) continue
            world.moveSbtc(people[step.from]!, people[step.to]!, amount)
            held[step.from]! -= amount
            held[step.to]! += amount
          }
        }
        look([0, 1, 2, 3])
        expect(people.map(sats)).toEqual(found)
        const total = totals()['current-snapshot-total-sbtc']!
        expect(total).toBe(people.reduce((sum, who) => sum + sats(who), 0n))
        expect(total).toBe(
          people.reduce((sum, who) => sum + info(who)['tracking-data'].some.amount, 0n),
        )
        expect(total).toBeLessThanOrEqual(140_000n)
        expect(totals()['current-snapshot-count']).toBe(4n)
      }),
      { numRuns: 12 },
    )
  })

  test('a contract cannot capture, not for its caller either: a flash loan stays unseen', () => {
    const borrower = `${admin}.borrower`
    world.vm.deploy({
      name: 'borrower',
      source: `(define-public (capture (who principal))
                 (contract-call? '${world.contract} capture-snapshot-balances (list who)))
               (define-public (capture-itself (who principal)) (as-contract (capture who)))`,
    })
    enrollWith(world, alice, 1_000_000n)
    initialize(world)
    for (const fn of ['capture', 'capture-itself']) {
      const refused = world.vm.callPublic(borrower, fn, [Cl.standardPrincipal(alice)], alice)
      expect(!refused.aborted && refused.value, fn).toEqual(Cl.error(Cl.uint(304)))
    }
    expect(capture(world, [alice])).toBe(1_000_000n)
  })

  test('rows with one stacking address: its STX counts once, and falls with any of them', () => {
    world.setLiquid(dave, 900n)
    for (const who of [alice, bob]) {
      world.giveSbtc(who, 1_000_000n)
      world.ok('enroll-defi', [who, who, who, { some: dave }])
    }
    initialize(world)
    capture(world, [alice])
    world.setLiquid(dave, 500n)
    capture(world, [bob])
    expect(stacked(alice)).toBe(900n)
    capture(world, [bob])
    expect(stacked(alice)).toBe(900n)
    capture(world, [alice])
    expect(stacked(alice)).toBe(500n)
    world.setLiquid(dave, 400n)
    capture(world, [bob])
    expect(stacked(alice)).toBe(400n)
    // A row that is whitelisted by now says nothing about STX.
    world.ok('whitelist-defi-tracking', [alice])
    capture(world, [alice])
    expect(stacked(alice)).toBe(400n)
  })

  test('a capture after the window counts 0, lowers nothing, and lets the cycle go on', () => {
    enrollWith(world, alice, 1_000_000n, 5n)
    enrollWith(world, bob, 1_000_000n)
    const start = initialize(world)
    capture(world, [alice])
    world.mineToBurnBlock(start + 3n)
    expect(world.result('advance-to-next-snapshot', [1n])).toEqual({ err: 140n })
    world.moveSbtc(alice, stranger, 1_000_000n)
    expect(world.call('capture-snapshot-balances', [[alice, bob]])).toMatchObject({
      result: { ok: 0n },
      prints: [{ 'enrolled-address': bob, 'sbtc-balance': 0n, 'stx-stacked': 0n }],
    })
    expect([sats(alice), sats(bob)]).toEqual([1_000_000n, 0n])
    nextSnapshot(world)
    expect(capture(world, [bob])).toBe(1_000_000n)
  })

  test('the last snapshot has its whole window, even when all participants are captured', () => {
    enrollWith(world, alice, 1_000_000n)
    const start = initialize(world, { snapshots: 1n })
    capture(world, [alice])
    world.mineToBurnBlock(start + 2n)
    expect(world.result('finalize-snapshots')).toEqual({ err: 301n })
    world.mineToBurnBlock(start + 3n)
    expect(world.result('finalize-snapshots')).toEqual({ ok: true })
    expect(capture(world, [alice])).toBe(0n)
  })

  test('a cycle takes all enrolled at the call that starts it, however late', () => {
    enrollWith(world, alice, 1_000_000n)
    const start = initialize(world, { snapshots: 1n })
    runCycle(world, [alice])
    world.mineToBurnBlock(start + 7n)
    enrollWith(world, bob, 1_000_000n)
    world.ok('advance-to-next-cycle', [world.firstBlockOf(start + 5n)])
    enrollWith(world, carol, 1_000_000n)
    expect([alice, bob, carol].map((who) => world.read('is-enrolled-this-cycle', [who]))).toEqual([
      true,
      true,
      false,
    ])
    expect(world.read('cycle-data')).toMatchObject({ 'participants-count': 2n })
    expect(capture(world, [alice, bob, carol])).toBe(2_000_000n)
  })

  test('an overdue cycle pays nothing, and the next one starts on time', () => {
    enrollWith(world, alice, 1_000_000n)
    world.giveSbtc(world.contract, 1_000_000n)
    const start = initialize(world, { snapshots: 1n })
    world.mineToBurnBlock(start + 5n)
    expect(runCycle(world, [alice])).toMatchObject({
      result: { ok: [{ ok: true }] },
      transfers: [],
    })
    nextCycle(world)
    expect(capture(world, [alice])).toBe(1_000_000n)
    expect(world.read('get-contract-sbtc-balance')).toBe(1_000_000n)
  })

  test('stacked STX is answered for the present only', () => {
    world.setLiquid(alice, 7n)
    const now = BigInt(world.vm.heights().stacks)
    expect(world.read('get-amount-stacked-now', [alice])).toBe(7n)
    expect(world.read('get-amount-stacked-at-block-height', [alice, now])).toBe(7n)
    expect(world.read('get-amount-stacked-at-block-height-mainnet', [alice, now])).toBe(7n)
    expect(world.read('get-amount-stx-stacked-at-block-height', [alice, now])).toBe(0n)
    expect(() => world.read('get-amount-stacked-at-block-height', [alice, now - 1n])).toThrow(
      'UnwrapFailure',
    )
  })
})

describe('later epochs', () => {
  test('the v1 build is refused from epoch 3.4 on', async () => {
    const deployed = createVm({ epoch: '3.4', contracts: listContracts('v1') })
    await expect(deployed).rejects.toThrow('at-block')
  })

  test('a cycle of the live build at epoch 3.4, with STX locked in PoX-4', async () => {
    const world = await createWorld({ build: 'live', epoch: '3.4' })
    expect(world.vm.sdk.currentEpoch).toBe('3.4')
    world.lockStx(alice, 90_000_000_000n)
    enrollWith(world, alice, 50_000_000n)
    enrollWith(world, bob, 50_000_000n)
    world.giveSbtc(world.contract, 1_000_000n)
    initialize(world, { snapshots: 2n, blocks: 100n })
    // 262 cycles a year: 19083 / 10^8 of half a bitcoin, and a tenth of that without STX
    expect(runCycle(world, [alice, bob]).transfers.map(({ to, sats }) => [to, sats])).toEqual([
      [alice, 9541n],
      [bob, 954n],
    ])
  })

  test('at epoch 4.0 stacked STX is what is staked in PoX-5', async () => {
    const world = await createWorld({ build: 'live', epoch: '4.0', more: [signerManager] })
    expect(world.vm.sdk.currentEpoch).toBe('4.0')
    registerSigner(world)
    stake(world, alice, 90_000_000_000n)
    expect(world.read('get-amount-stx-stacked', [alice])).toBe(90_000_000_000n)
    enrollWith(world, alice, 50_000_000n)
    enrollWith(world, bob, 50_000_000n)
    world.giveSbtc(world.contract, 1_000_000n)
    initialize(world, { snapshots: 2n, blocks: 100n })
    takeSnapshots(world, [alice, bob])
    expect(world.variable('current-cycle-total-stx')).toBe(180_000_000_000n)
    agreeOnRatio(world, [alice, bob])
    world.ok('calculate-participant-weights', [[alice, bob]])
    world.ok('finalize-weight-computation')
    world.ok('set-is-distribution-enabled')
    expect(
      world.call('distribute-rewards', [[alice, bob]]).transfers.map(({ to, sats }) => [to, sats]),
    ).toEqual([
      [alice, 9541n],
      [bob, 954n],
    ])
    world.ok('finalize-reward-distribution')
    nextCycle(world)
  })
})
