import { describe, expect, test } from 'vitest'
import { MAX_U128 } from '../../../../../src/protocol/clarity/u128.ts'
import { ModelBench, admin, pool } from '../../../../support/model-bench.ts'

const scale = 10n ** 8n

describe('transactions', () => {
  test('a refused call and an aborted one leave nothing behind', () => {
    const bench = new ModelBench()
    bench.hold('alice', 50_000n)
    bench.enroll('alice')
    const before = { ...bench.contract.variables }
    expect(bench.call('opt-out-defi-batch', { 'defi-contracts': ['alice', 'bob'] })).toEqual({
      abort: 'ArithmeticUnderflow',
    })
    expect(bench.call('emergency-withdraw-sbtc', { amount: 1n, recipient: 'bob' })).toEqual({
      err: 240n,
    })
    expect(bench.contract.variables).toEqual(before)
    expect(bench.read('is-enrolled-in-next-cycle', { address: 'alice' })).toBe(true)
    expect(bench.contract.nextCycleParticipants).toBe(1n)
  })

  test('an abort takes back the transfers made before it', () => {
    const bench = new ModelBench()
    for (const who of ['alice', 'bob']) bench.hold(who, scale)
    bench.hold(pool, scale)
    bench.enroll('alice', 'bob')
    bench.start({ snapshots: 1n })
    bench.captureAll('alice', 'bob')
    bench.enable(scale, 'alice', 'bob')
    const checkpoint = bench.chain.checkpoint()
    bench.ok('distribute-rewards', { principals: ['alice'] })
    expect(bench.chain.sbtcNow('alice') > scale).toBe(true)
    checkpoint()
    expect([bench.chain.sbtcNow('alice'), bench.chain.sbtcNow(pool)]).toEqual([scale, scale])
  })

  test('a refused element of a batch is undone alone, with its event', () => {
    const bench = new ModelBench()
    const entry = {
      'defi-contract': 'app',
      'rewarded-address': 'app',
      'tracking-address': 'app',
      'stacking-address': null,
    }
    const { value, prints } = bench.ok('enroll-defi-batch', {
      'defi-contracts': [entry, entry, { ...entry, 'defi-contract': 'other' }],
    })
    expect(value).toEqual([{ ok: true }, { err: 101n }, { ok: true }])
    expect(prints.map((print) => print['enrolled-address'])).toEqual(['app', 'other'])
  })

  test('a calling contract enrolls itself, and proposes for its user [dual-stacking 1.3]', () => {
    const bench = new ModelBench()
    bench.hold('vault', 50_000n)
    expect(
      bench.call('enroll', { 'rewarded-address': { some: 'alice' } }, 'alice', 'vault'),
    ).toMatchObject({ ok: true })
    expect(bench.read('is-enrolled-in-next-cycle', { address: 'vault' })).toBe(true)
    expect(bench.read('get-latest-reward-address', { address: 'vault' })).toEqual({ some: 'alice' })
    bench.start({ snapshots: 1n })
    bench.captureAll('vault')
    expect(bench.call('propose-golden-ratio', { ratio: 1n }, 'alice', 'vault')).toMatchObject({
      ok: true,
    })
    expect(bench.read('get-ratio-data', {}, 'alice')).toMatchObject({ ok: {} })
    expect(bench.read('get-ratio-data', {}, 'vault')).toEqual({ err: 107n })
  })
})

describe('the past', () => {
  test('enrollment counts at the end of the cycle block: later in that block is too late', () => {
    const bench = new ModelBench()
    for (const who of ['alice', 'bob']) bench.hold(who, 50_000n)
    bench.enroll('alice')
    bench.ok('update-initialize-block', { 'new-bitcoin-block-height': bench.chain.burnHeight + 1n })
    const first = bench.mine(1n)
    bench.enroll('bob')
    bench.ok('initialize-contract', { 'stx-block-height': first })
    expect(bench.contract.variables.cycleParticipants).toBe(1n)
    expect(bench.read('is-enrolled-this-cycle', { address: 'bob' })).toBe(false)
    expect(bench.read('is-enrolled-in-next-cycle', { address: 'bob' })).toBe(true)
  })

  test('leaving and coming back with other addresses changes nothing in the running cycle', () => {
    const bench = new ModelBench()
    bench.hold('alice', 50_000n)
    bench.enroll('alice')
    bench.start()
    bench.ok('opt-out', {}, 'alice')
    bench.ok('enroll', { 'rewarded-address': { some: 'safe' } }, 'alice')
    expect(bench.capture('alice')).toBe(50_000n)
    expect(bench.read('get-participant-cycle-info', { address: 'alice', cycle: 0n })).toMatchObject(
      {
        ok: { 'participant-data': { some: { 'rewarded-address': 'alice' } } },
      },
    )
  })

  test('a balance counts as it was at the snapshot block, however late it is captured', () => {
    const bench = new ModelBench()
    bench.hold('alice', 50_000n, 70n)
    bench.enroll('alice')
    bench.start()
    bench.mine(20n)
    bench.hold('alice', 999n, 999n)
    const { prints } = bench.ok('capture-snapshot-balances', { principals: ['alice'] })
    expect(prints[0]).toMatchObject({ 'sbtc-balance': 50_000n, 'stx-stacked': 70n })
  })

  test('a native lock that expired before the capture reads 0 [dual-stacking Q11]', () => {
    const bench = new ModelBench()
    bench.hold('alice', 50_000n)
    bench.chain.lock('alice', 77n, bench.chain.burnHeight + 5n)
    bench.enroll('alice')
    bench.start()
    const h = bench.contract.variables.snapshotStacksHeight
    expect(
      bench.read('get-amount-stx-stacked-at-block-height', {
        address: 'alice',
        'stx-block-height': h,
      }),
    ).toBe(77n)
    bench.mine(5n)
    expect(
      bench.read('get-amount-stx-stacked-at-block-height', {
        address: 'alice',
        'stx-block-height': h,
      }),
    ).toBe(0n)
    expect(bench.read('get-amount-stx-stacked', { address: 'alice' })).toBe(0n)
  })

  test('the block being built cannot be read, and a cycle cannot begin before the contract', () => {
    const bench = new ModelBench({ burn: 3000n, stacks: 3004n })
    const args = { address: 'alice', 'stx-block-height': bench.chain.stacksHeight }
    expect(bench.contract.read('get-amount-stx-stacked-at-block-height', args, admin)).toEqual({
      abort: 'BlockNotResolvable',
    })
    const young = new ModelBench({ burn: 3000n, stacks: 3004n }, 3000n)
    young.ok('update-initialize-block', { 'new-bitcoin-block-height': 2900n })
    expect(young.call('initialize-contract', { 'stx-block-height': 2904n })).toEqual({
      abort: 'NoSuchDataVariable',
    })
  })
})

describe('known defects are kept [dual-stacking 8.2]', () => {
  test('opting out strangers lowers the count: a row is left out [dual-stacking Q1]', () => {
    const bench = new ModelBench()
    for (const who of ['alice', 'bob']) bench.hold(who, 50_000n)
    bench.enroll('alice', 'bob')
    expect(bench.ok('opt-out-defi-batch', { 'defi-contracts': ['stranger'] }).value).toEqual([true])
    bench.start({ snapshots: 1n })
    expect(bench.contract.variables.cycleParticipants).toBe(1n)
    bench.capture('alice')
    bench.ok('finalize-snapshots')
    expect(bench.capture('bob')).toBe(50_000n)
    expect(bench.contract.variables.cycleTotalSats).toBe(50_000n)
  })

  test('the pool is read at the last snapshot, not at distribution [dual-stacking Q3]', () => {
    const bench = new ModelBench()
    bench.hold('alice', 10n ** 12n)
    bench.hold(pool, 1000n)
    bench.enroll('alice')
    bench.start({ snapshots: 1n })
    bench.captureAll('alice')
    bench.ok('emergency-withdraw-sbtc', { amount: 1000n, recipient: admin })
    bench.enable(scale, 'alice')
    expect(bench.contract.variables.rewardsToDistribute).toBe(1000n * scale)
  })

  test('a reward whose transfer fails counts as paid [dual-stacking Q4]', () => {
    const bench = new ModelBench()
    for (const [who, rewarded] of [
      ['alice', 'alice'],
      ['bob', pool],
    ] as const) {
      bench.hold(who, scale)
      bench.enrollDefi(who, { rewarded })
    }
    bench.hold(pool, scale)
    bench.start({ snapshots: 1n })
    bench.captureAll('alice', 'bob')
    bench.enable(scale, 'alice', 'bob')
    bench.ok('emergency-withdraw-sbtc', { amount: scale, recipient: admin })
    const { value, transfers, prints } = bench.ok('distribute-rewards', {
      principals: ['alice', 'bob'],
    })
    expect(value).toEqual([{ err: 1n }, { err: 2n }])
    expect([transfers.length, prints.length]).toEqual([0, 2])
    expect(bench.ok('distribute-rewards', { principals: ['alice'] }).value).toEqual([{ err: 181n }])
    expect(
      bench.read('reward-amount-for-cycle-and-address', {
        'wanted-cycle-id': 0n,
        address: 'alice',
      }),
    ).toEqual({ some: 28n })
  })

  test('a shared tracking address’s second row counts on each call [dual-stacking Q5]', () => {
    const bench = new ModelBench()
    for (const who of ['alice', 'bob', 'carol']) {
      bench.hold(who, scale)
      bench.enrollDefi(who, { tracking: who === 'carol' ? 'carol' : 'shared' })
    }
    bench.start({ snapshots: 1n })
    bench.captureAll('alice', 'bob', 'carol')
    bench.validate(scale, 'alice', 'bob', 'carol')
    bench.ok('calculate-participant-weights', { principals: ['alice', 'bob', 'bob'] })
    bench.ok('finalize-weight-computation')
    expect(bench.ok('calculate-participant-weights', { principals: ['carol'] }).value).toEqual({
      D: scale,
      total: scale,
    })
    expect(bench.contract.variables.weightsComputed).toBe(4n)
  })

  test('a ratio that was tallied before counts nothing the second time [dual-stacking Q6]', () => {
    const bench = new ModelBench()
    bench.hold('alice', scale, 5n)
    bench.enroll('alice')
    bench.start({ snapshots: 1n })
    bench.captureAll('alice')
    bench.ok('propose-golden-ratio', { ratio: 5n })
    bench.ok('tally-participant-ratios', { principals: ['alice'] })
    bench.ok('change-proposed-golden-ratio', { ratio: 5n })
    bench.ok('tally-participant-ratios', { principals: ['alice'] })
    expect(bench.call('validate-ratio')).toEqual({ err: 108n })
    bench.ok('propose-golden-ratio', { ratio: 5n }, 'bob')
    bench.ok('tally-participant-ratios', { principals: ['alice'] }, 'bob')
    expect(bench.call('validate-ratio', {}, 'bob')).toMatchObject({ ok: true })
  })

  test.each([
    [['alice', 'bob'], 0n],
    [['bob', 'alice'], 70n],
  ])(
    'captured in the order %s, the shared stacking address counts %s [dual-stacking Q7]',
    (order, counted) => {
      const bench = new ModelBench()
      bench.hold('alice', scale)
      bench.hold('bob', scale)
      bench.hold('stacker', 0n, 70n)
      for (const who of ['alice', 'bob']) bench.enrollDefi(who, { stacking: 'stacker' })
      bench.ok('whitelist-defi-tracking', { 'defi-rewards-contract': 'alice' })
      bench.start({ snapshots: 1n })
      bench.capture(...order)
      expect(bench.read('get-participant-cycle-info', { address: 'bob', cycle: 0n })).toMatchObject(
        {
          ok: { 'stacking-data': { some: { amount: counted } } },
        },
      )
    },
  )

  test('a next cycle without blocks can neither advance nor conclude [dual-stacking Q8]', () => {
    const bench = new ModelBench()
    bench.start({ snapshots: 1n })
    bench.ok('update-cycle-data', {
      'updated-snapshots-per-cycle': 2n,
      'updated-blocks-per-snapshot': 0n,
    })
    bench.captureAll()
    bench.enable(scale)
    bench.ok('finalize-reward-distribution')
    bench.nextCycle()
    expect(bench.call('advance-to-next-snapshot', { 'new-stx-block-height': 1n })).toEqual({
      err: 122n,
    })
    expect(bench.call('finalize-snapshots')).toEqual({ err: 142n })
    expect(bench.contract.read('nr-cycles-year', {}, admin)).toEqual({ abort: 'DivisionByZero' })
  })

  test('without sBTC one distribution counts all, and marks none [dual-stacking Q9]', () => {
    const bench = new ModelBench()
    bench.enrollDefi('app')
    bench.start({ snapshots: 1n })
    bench.captureAll('app')
    bench.enable(scale, 'app')
    expect(bench.ok('distribute-rewards', { principals: [] })).toEqual({
      value: [],
      prints: [],
      transfers: [],
    })
    bench.ok('finalize-reward-distribution')
    expect(bench.read('get-participant-cycle-info', { address: 'app', cycle: 0n })).toMatchObject({
      ok: { 'holding-data': { some: { rewarded: false, 'reward-amount': 0n } } },
    })
  })
})

describe('bracketing [dual-stacking 7.1]', () => {
  const accepts = (burn: bigint, h: bigint) => {
    const fresh = new ModelBench({ burn: 3000n, stacks: 3004n })
    fresh.mine(10n)
    fresh.chain.mineStacksBlocks(2n)
    fresh.ok('update-initialize-block', { 'new-bitcoin-block-height': burn })
    return fresh.call('initialize-contract', { 'stx-block-height': h })
  }

  test('only the first Stacks block of the target passes', () => {
    expect(accepts(3010n, 3014n)).toMatchObject({ ok: true })
    for (const h of [3013n, 3015n, 3016n]) expect(accepts(3010n, h)).toEqual({ err: 145n })
    expect(accepts(2500n, 2504n)).toMatchObject({ ok: true })
    for (const h of [2503n, 2505n, 3014n]) expect(accepts(2500n, h)).toEqual({ err: 145n })
  })

  test('height 0 aborts, and near the start of the chain so does a missing tenure', () => {
    expect(accepts(3010n, 0n)).toEqual({ abort: 'ArithmeticUnderflow' })
    expect(accepts(100n, 104n)).toMatchObject({ ok: true })
    expect(accepts(100n, 105n)).toEqual({ abort: 'ArithmeticUnderflow' })
  })

  test('a block that is not built yet is refused', () => {
    expect(accepts(3010n, 9999n)).toEqual({ err: 145n })
  })

  test('the block being built passes as the next snapshot, and is captured one block later', () => {
    const late = new ModelBench()
    late.hold('alice', scale)
    late.enroll('alice')
    late.start({ snapshots: 2n, blocks: 1n })
    late.capture('alice')
    late.chain.mineBurnBlocks(1n)
    const being = late.chain.stacksHeight
    const caller = { txSender: admin, contractCaller: admin }
    expect(
      late.contract.call('advance-to-next-snapshot', { 'new-stx-block-height': being }, caller),
    ).toMatchObject({ ok: true })
    expect(
      late.contract.call('capture-snapshot-balances', { principals: ['alice'] }, caller),
    ).toEqual({ err: 146n })
    expect(late.capture('alice')).toBe(scale)
  })
})

describe('overflow aborts as in the VM', () => {
  test('21 million BTC against the whole STX supply over 14 snapshots fits', () => {
    const bench = new ModelBench()
    bench.hold('alice', 21n * 10n ** 14n - 1n, 18n * 10n ** 14n)
    bench.hold('bob', 1n, 18n * 10n ** 14n)
    bench.hold(pool, 10n ** 12n)
    for (const who of ['alice', 'bob']) bench.enrollDefi(who)
    bench.ok('update-yield-boost-multiplier', { 'new-multiplier': 20n })
    bench.ok('update-APR', { 'new-apr-one-eight': 20_000_000n })
    bench.start({ snapshots: 14n, blocks: 1n })
    bench.captureAll('alice', 'bob')
    bench.enable((14n * 18n * 10n ** 22n) / (14n * (21n * 10n ** 14n - 1n)), 'alice', 'bob')
    expect(bench.ok('distribute-rewards', { principals: ['alice', 'bob'] }).transfers[0]).toBe(
      111_992_999_999n,
    )
  })

  test('a personal ratio above 2^128 - 1 aborts the tally, a relative one the weights', () => {
    const bench = new ModelBench()
    bench.hold('alice', scale, MAX_U128 / scale + 1n)
    bench.enroll('alice')
    bench.start({ snapshots: 1n })
    bench.captureAll('alice')
    bench.ok('propose-golden-ratio', { ratio: 1n })
    expect(bench.call('tally-participant-ratios', { principals: ['alice'] })).toEqual({
      abort: 'ArithmeticOverflow',
    })

    const other = new ModelBench()
    other.hold('bob', 1n, MAX_U128 / scale)
    other.enrollDefi('bob')
    other.start({ snapshots: 1n })
    other.captureAll('bob')
    other.validate((MAX_U128 / scale) * scale, 'bob')
    expect(other.call('calculate-participant-weights', { principals: ['bob'] })).toEqual({
      abort: 'ArithmeticOverflow',
    })
  })

  test('sums over snapshots above 2^128 - 1 abort the capture', () => {
    const bench = new ModelBench()
    bench.hold('alice', scale, MAX_U128)
    bench.enroll('alice')
    bench.start()
    bench.capture('alice')
    bench.nextSnapshot()
    expect(bench.call('capture-snapshot-balances', { principals: ['alice'] })).toEqual({
      abort: 'ArithmeticOverflow',
    })
  })
})
