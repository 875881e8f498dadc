import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alice, bob, carol, dave, stranger } from '../support/contract/accounts.ts'
import {
  enrollWith,
  initialize,
  nextCycle,
  runCycle,
  runToDistribution,
} from '../support/contract/cycle.ts'
import { admin, createWorld, type World } from '../support/contract/world.ts'

/** A contract that enrolls itself: nothing in enrolling asks for the sender of the transaction. */
const enroller = (contract: string) => ({
  name: 'enroller',
  source: `(define-public (join) (as-contract (contract-call? '${contract} enroll none)))
           (define-public (join-for-sender) (contract-call? '${contract} enroll none))`,
})

describe.each(['v1', 'live'] as const)('enrollment, %s build', (build) => {
  let world: World
  beforeAll(async () => {
    const name = build === 'v1' ? 'dual-stacking-v1' : 'dual-stacking-live'
    world = await createWorld({ build, more: [enroller(`${admin}.${name}`)] })
  })
  beforeEach(() => world.reset())

  const burn = () => BigInt(world.vm.heights().burn)
  const count = () => world.variable<bigint>('next-cycle-participants-count')
  const row = (who: string) => ({
    'enrolled-address': who,
    'bitcoin-block-height': burn(),
    'cycle-id': 0n,
  })
  const enrolled = (who: string) => world.read<boolean>('is-enrolled-in-next-cycle', [who])
  const inCycle = (who: string) => world.read<boolean>('is-enrolled-this-cycle', [who])

  test('enrolling writes the row, counts it and prints it', () => {
    world.giveSbtc(alice, 10_000n)
    expect(world.call('enroll', [null], alice)).toMatchObject({
      result: { ok: true },
      transfers: [],
      prints: [
        {
          'function-name': 'enroll',
          ...row(alice),
          'reward-address': alice,
          'stacking-address': alice,
          'tracking-address': alice,
        },
      ],
    })
    expect(enrolled(alice)).toBe(true)
    expect(inCycle(alice)).toBe(false)
    expect(count()).toBe(1n)
    expect(world.read('get-latest-reward-address', [alice])).toEqual({ some: alice })
  })

  test('the reward can go to any principal', () => {
    world.giveSbtc(alice, 10_000n)
    world.ok('enroll', [{ some: bob }], alice)
    expect(world.read('get-latest-reward-address', [alice])).toEqual({ some: bob })
  })

  test('a contract enrolls itself; the identity is the caller, not the sender', () => {
    const contract = `${admin}.enroller`
    world.giveSbtc(contract, 10_000n)
    world.giveSbtc(alice, 10_000n)
    expect(world.callOf(contract, 'join', [], alice).result).toEqual({ ok: true })
    expect(enrolled(contract)).toBe(true)
    expect(world.callOf(contract, 'join-for-sender', [], alice).result).toEqual({ err: 101n })
    expect(enrolled(alice)).toBe(false)
  })

  test('what changes during a cycle acts from the next one on', () => {
    enrollWith(world, alice, 10_000n)
    enrollWith(world, bob, 10_000n)
    initialize(world)
    enrollWith(world, carol, 10_000n)
    world.ok('opt-out', [], bob)
    world.ok('change-reward-address', [dave], alice)
    expect([alice, bob, carol].map(inCycle)).toEqual([true, true, false])
    expect([alice, bob, carol].map(enrolled)).toEqual([true, false, true])
    runToDistribution(world, [alice, bob])
    const paid = world.call('distribute-rewards', [[alice, bob, carol]])
    world.ok('finalize-reward-distribution')
    expect(
      paid.prints.map((print) => [print['enrolled-address'], print['reward-address']]),
    ).toEqual([
      [alice, alice],
      [bob, bob],
    ])
    expect(paid.result).toEqual({ ok: [{ ok: true }, { ok: true }, { err: 103n }] })
    nextCycle(world)
    expect([alice, bob, carol].map(inCycle)).toEqual([true, false, true])
    expect(world.read('get-participant-cycle-info', [alice, 1n])).toMatchObject({
      ok: { 'participant-data': { some: { 'rewarded-address': dave } } },
    })
    expect(world.read('get-participant-cycle-info', [alice, 0n])).toMatchObject({
      ok: { 'participant-data': { some: { 'rewarded-address': alice } } },
    })
    expect(world.read('get-participant-cycle-info', [bob, 0n])).toMatchObject({
      ok: { 'holding-data': { some: { rewarded: true } } },
    })
    expect(world.read('get-participant-cycle-info', [bob, 1n])).toEqual({ err: 103n })
    expect(world.read('get-participant-cycle-info', [carol, 0n])).toEqual({ err: 103n })
  })

  test('leaving and coming back within a cycle changes nothing in it', () => {
    enrollWith(world, alice, 10_000n)
    initialize(world)
    world.ok('change-reward-address', [bob], alice)
    world.ok('opt-out', [], alice)
    world.ok('enroll', [{ some: carol }], alice)
    expect(inCycle(alice)).toBe(true)
    expect(count()).toBe(1n)
    expect(runCycle(world, [alice]).prints).toMatchObject([{ 'reward-address': alice }])
    nextCycle(world)
    expect(world.read('cycle-data')).toMatchObject({ 'participants-count': 1n })
    expect(runCycle(world, [alice]).prints).toMatchObject([{ 'reward-address': carol }])
  })

  test('opting out prints it', () => {
    enrollWith(world, alice, 10_000n)
    expect(world.call('opt-out', [], alice).prints).toEqual([
      { 'function-name': 'opt-out', ...row(alice) },
    ])
    expect(count()).toBe(0n)
  })

  test('the administrator enrolls DeFi contracts without a minimum, in batches', () => {
    const entry = (contract: string, stacking: string | null) => ({
      'defi-contract': contract,
      'rewarded-address': bob,
      'tracking-address': carol,
      'stacking-address': stacking === null ? null : { some: stacking },
    })
    world.ok('add-blacklisted', [dave])
    expect(
      world.ok('enroll-defi-batch', [
        [entry(alice, stranger), entry(alice, null), entry(dave, null), entry(bob, null)],
      ]),
    ).toEqual([{ ok: true }, { err: 101n }, { err: 102n }, { ok: true }])
    expect(count()).toBe(2n)
    expect(world.result('enroll-defi-batch', [[]], alice)).toEqual({ err: 200n })
    expect(world.result('enroll-defi', [carol, carol, carol, null], alice)).toEqual({ err: 200n })
    expect(world.call('opt-out-defi', [alice]).prints).toEqual([
      { 'function-name': 'opt-out', ...row(alice) },
    ])
    expect(world.result('opt-out-defi', [alice])).toEqual({ err: 103n })
  })

  describe('address changes', () => {
    const event = {
      'function-name': 'update-participant-details',
      'cycle-id': 0n,
      'enrolled-address': alice,
    }
    const some = { some: alice }
    beforeEach(() => enrollWith(world, alice, 10_000n))

    test.each([
      [
        'change-reward-address',
        [bob],
        alice,
        { 'reward-address': bob, 'stacking-address': some, 'tracking-address': some },
      ],
      [
        'change-reward-address-defi',
        [alice, bob],
        admin,
        { 'reward-address': bob, 'stacking-address': some, 'tracking-address': some },
      ],
      [
        'change-stacking-address-defi',
        [alice, bob],
        admin,
        { 'reward-address': some, 'stacking-address': bob, 'tracking-address': some },
      ],
      [
        'change-tracking-address-defi',
        [alice, bob],
        admin,
        { 'reward-address': some, 'stacking-address': some, 'tracking-address': bob },
      ],
      [
        'change-addresses-defi',
        [alice, { some: bob }, null, { some: carol }],
        admin,
        { 'reward-address': alice, 'stacking-address': carol, 'tracking-address': bob },
      ],
    ] as const)('%s', (fn, args, sender, addresses) => {
      const done = world.call(fn, [...args], sender)
      expect(done.result).toEqual({ ok: true })
      expect(done.prints).toEqual([{ ...event, ...addresses, 'bitcoin-block-height': burn() }])
      initialize(world)
      const info = world.read<{ ok: { 'participant-data': { some: Record<string, string> } } }>(
        'get-participant-cycle-info',
        [alice, 0n],
      )
      const bare = (value: string | { some: string }) =>
        typeof value === 'string' ? value : value.some
      expect(info.ok['participant-data'].some).toEqual({
        'rewarded-address': bare(addresses['reward-address']),
        'stacking-address': bare(addresses['stacking-address']),
        'tracking-address': bare(addresses['tracking-address']),
      })
      expect(world.result(fn, [...args], stranger)).toEqual({
        err: fn === 'change-reward-address' ? 103n : 200n,
      })
    })

    test('in a batch, each element separately', () => {
      const entry = (who: string) => ({
        'defi-contract': who,
        'rewarded-address': { some: bob },
        'stacking-address': null,
        'tracking-address': null,
      })
      const done = world.call('change-addresses-defi-batch', [[entry(stranger), entry(alice)]])
      expect(done.result).toEqual({ ok: [{ err: 103n }, { ok: true }] })
      expect(done.prints).toMatchObject([
        { ...event, 'reward-address': bob, 'stacking-address': alice, 'tracking-address': alice },
      ])
      expect(world.result('change-addresses-defi-batch', [[]], alice)).toEqual({ err: 200n })
    })
  })

  describe('blacklist', () => {
    test('removes an address from the next cycle on: the running one still pays it', () => {
      enrollWith(world, alice, 10_000n)
      initialize(world)
      const some = { some: alice }
      expect(world.call('add-blacklisted', [alice]).prints).toEqual([
        { 'function-name': 'opt-out', ...row(alice) },
        {
          'function-name': 'blacklisted',
          ...row(alice),
          'reward-address': some,
          'stacking-address': some,
          'tracking-address': some,
        },
      ])
      expect(world.read('get-is-blacklisted', [alice])).toBe(true)
      expect(world.result('enroll', [null], alice)).toEqual({ err: 102n })
      expect(runCycle(world, [alice]).result).toEqual({ ok: [{ ok: true }] })
      nextCycle(world)
      expect(inCycle(alice)).toBe(false)
    })

    test('takes an address that is not enrolled, and takes it twice', () => {
      const expected = [{ 'function-name': 'blacklisted', ...row(bob) }]
      expect(world.call('add-blacklisted', [bob]).prints).toEqual(expected)
      expect(world.call('add-blacklisted', [bob]).prints).toEqual(expected)
      expect(world.call('remove-blacklisted', [bob]).prints).toEqual([
        { 'function-name': 'unblacklisted', ...row(bob) },
      ])
      expect(world.read('get-is-blacklisted', [bob])).toBe(false)
    })

    test('in batches, each element separately', () => {
      expect(world.ok('add-blacklisted-batch', [[alice, bob]])).toEqual([
        { ok: true },
        { ok: true },
      ])
      expect(world.ok('remove-blacklisted-batch', [[carol, alice]])).toEqual([
        { err: 116n },
        { ok: true },
      ])
      expect(world.read('get-is-blacklisted-list', [[alice, bob, carol]])).toEqual([
        false,
        true,
        false,
      ])
      expect(world.result('add-blacklisted-batch', [[]], alice)).toEqual({ err: 200n })
      expect(world.result('remove-blacklisted-batch', [[]], alice)).toEqual({ err: 200n })
    })
  })

  test('the whitelist returns its result, without a cycle', () => {
    const at = { 'bitcoin-block-height': burn() }
    expect(world.call('whitelist-defi-tracking', [alice]).prints).toEqual([
      { 'function-name': 'whitelisted-defi-tracking-address', 'whitelisted-address': alice, ...at },
    ])
    expect(world.read('get-is-whitelisted-defi', [alice])).toBe(true)
    expect(world.call('remove-whitelisted-defi-tracking', [alice]).prints).toEqual([
      {
        'function-name': 'remove-whitelisted-defi-tracking-address',
        'removed-whitelisted-address': alice,
        ...at,
      },
    ])
    world.ok('whitelist-defi-tracking', [bob])
    expect(world.ok('remove-whitelisted-defi-tracking-batch', [[alice, bob]])).toEqual([
      { err: 115n },
      { ok: true },
    ])
    expect(world.result('whitelist-defi-tracking', [alice], alice)).toEqual({ err: 200n })
  })
})
