import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  personalRatio,
  ratioVerdict,
} from '../../../../../src/protocol/dual-stacking/math/ratio.ts'
import { rewardCap } from '../../../../../src/protocol/dual-stacking/math/reward.ts'
import { ModelBench, pool } from '../../../../support/model-bench.ts'

// Holds as long as no known defect is triggered [dual-stacking 2.3]: no one is whitelisted, and
// rows that share a tracking address come once.

const names = ['ann', 'bea', 'cid', 'dan', 'eve', 'fay']
const scale = 10n ** 8n
const row = fc.record({
  sats: fc.bigInt({ min: 0n, max: 10n ** 10n }),
  later: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  microStx: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  tracking: fc.constantFrom(...names),
  stacking: fc.constantFrom(...names),
})
const rows = fc.array(row, { minLength: 1, maxLength: names.length })

type Info = {
  ok: {
    'participant-data': { some: { 'tracking-address': string; 'stacking-address': string } }
    'holding-data': { some: { amount: bigint; stacked: bigint; 'reward-amount': bigint } }
    'tracking-data': { some: { amount: bigint } }
    'stacking-data': { some: { amount: bigint } }
  }
}

const sum = (values: Iterable<bigint>): bigint =>
  [...values].reduce((total, value) => total + value, 0n)

test('sums, counts, weights, rewards and the calendar agree over two cycles', () => {
  fc.assert(
    fc.property(
      rows,
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.bigInt({ min: 1n, max: 3n }),
      (holders, poolSats, snapshots) => {
        const bench = new ModelBench()
        const people = names.slice(0, holders.length)
        for (const [index, { sats, microStx, tracking, stacking }] of holders.entries()) {
          bench.hold(people[index]!, sats, microStx)
          bench.enrollDefi(people[index]!, { tracking, stacking })
        }
        bench.hold(pool, poolSats)
        expect(bench.contract.nextCycleParticipants).toBe(BigInt(people.length))
        bench.start({ snapshots, blocks: 2n })
        const firstStart = bench.contract.variables.cycleBitcoinHeight
        for (const cycle of [0n, 1n]) {
          runCycle(bench, people, cycle)
          for (const [index, { later }] of holders.entries()) bench.hold(people[index]!, later)
          bench.mine(7n)
          bench.nextCycle()
          expect(bench.contract.variables.cycleBitcoinHeight).toBe(
            firstStart + (cycle + 1n) * 2n * snapshots,
          )
        }
      },
    ),
    { numRuns: 60 },
  )
})

function runCycle(bench: ModelBench, people: string[], cycle: bigint): void {
  bench.captureAll(...people)
  const { snapshotCount, cycleParticipants, cycleTotalSats, cycleTotalMicroStx, multiplier } =
    bench.contract.variables
  expect(snapshotCount).toBe(cycleParticipants)
  const infos = people.map(
    (address) => (bench.read('get-participant-cycle-info', { address, cycle }) as Info).ok,
  )
  const tracking = new Map(
    infos.map((info) => [info['participant-data'].some['tracking-address'], info]),
  )
  const stacking = new Map(
    infos.map((info) => [
      info['participant-data'].some['stacking-address'],
      info['stacking-data'].some.amount,
    ]),
  )
  const tracked = sum([...tracking.values()].map((info) => info['tracking-data'].some.amount))
  expect([tracked, sum(infos.map((info) => info['holding-data'].some.amount))]).toEqual([
    cycleTotalSats,
    cycleTotalSats,
  ])
  expect(sum(infos.map((info) => info['holding-data'].some.stacked))).toBe(cycleTotalMicroStx)
  expect(sum(stacking.values()) <= cycleTotalMicroStx).toBe(true)
  if (stacking.size === people.length) expect(sum(stacking.values())).toBe(cycleTotalMicroStx)

  // The first row of a shared tracking address is the one whose STX counts.
  const first = new Map(
    infos.toReversed().map((info) => [info['participant-data'].some['tracking-address'], info]),
  )
  const ratio = passingRatio(bench, [...first.values()])
  bench.ok('propose-golden-ratio', { ratio })
  const { prints } = bench.ok('tally-participant-ratios', { principals: people })
  const counted = sum(
    prints.filter((print) => 'action' in print).map((print) => print['user-amount'] as bigint),
  )
  expect(counted).toBe(cycleTotalSats)
  bench.ok('validate-ratio')

  bench.ok('calculate-participant-weights', { principals: people })
  bench.ok('finalize-weight-computation')
  const weights = [...first.keys()].map(
    (address) =>
      bench.read('get-participant-weight', { cycle, 'tracking-addr': address }) as {
        some: { weight: bigint }
      },
  )
  const { totalWeights } = bench.contract.variables
  expect(sum(weights.map(({ some }) => some.weight))).toBe(totalWeights)

  const poolSats = bench.chain.sbtcNow(pool)
  bench.ok('set-is-distribution-enabled')
  const { rewardsToDistribute } = bench.contract.variables
  const rate = bench.read('cycle-percentage-rate') as bigint
  const cap = rewardCap(rate, totalWeights, multiplier)
  expect(rewardsToDistribute).toBe(poolSats * scale < cap ? poolSats * scale : cap)
  const { transfers } = bench.ok('distribute-rewards', { principals: people })
  expect(sum(transfers) * scale <= rewardsToDistribute).toBe(true)
  expect(bench.chain.sbtcNow(pool)).toBe(poolSats - sum(transfers))
  bench.ok('finalize-reward-distribution')
}

function passingRatio(bench: ModelBench, infos: Array<Info['ok']>): bigint {
  const { cycleTotalSats, cycleTotalMicroStx, maxPercentageAboveRatio } = bench.contract.variables
  const holders = infos.flatMap((info) => {
    const sats = info['tracking-data'].some.amount
    const ratio = personalRatio(info['stacking-data'].some.amount, sats)
    return ratio === undefined ? [] : [{ ratio, sats }]
  })
  const part = (test: (ratio: bigint) => boolean): bigint =>
    sum(holders.filter(({ ratio }) => test(ratio)).map(({ sats }) => sats))
  const found = [scale, ...holders.map(({ ratio }) => ratio)].find(
    (proposal) =>
      ratioVerdict({
        proposal,
        totalSats: cycleTotalSats,
        totalMicroStx: cycleTotalMicroStx,
        satsAbove: part((ratio) => ratio > proposal),
        satsEqual: part((ratio) => ratio === proposal),
        maxPercentage: maxPercentageAboveRatio,
      }) === 'ok',
  )
  if (found === undefined) throw new Error('No ratio passes')
  return found
}
