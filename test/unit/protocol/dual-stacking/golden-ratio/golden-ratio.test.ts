import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_U128 } from '../../../../../src/protocol/clarity/u128.ts'
import {
  emptyColumns,
  microStxOf,
  satsOf,
  setRow,
} from '../../../../../src/protocol/dual-stacking/golden-ratio/columns.ts'
import { exactSmallRatio } from '../../../../../src/protocol/dual-stacking/golden-ratio/estimate.ts'
import { GoldenRatioFinder } from '../../../../../src/protocol/dual-stacking/golden-ratio/golden-ratio.ts'
import {
  mergeTracking,
  ratioColumns,
} from '../../../../../src/protocol/dual-stacking/golden-ratio/ratio-columns.ts'
import {
  personalRatio,
  ratioVerdict,
} from '../../../../../src/protocol/dual-stacking/math/ratio.ts'
import { samplePath } from '../../../../support/sample-path.ts'

interface Row {
  sats: bigint
  microStx: bigint
}

const columnsOf = (rows: readonly Row[]) => {
  const columns = emptyColumns(rows.length)
  rows.forEach((row, index) => setRow(columns, index, row.sats, row.microStx))
  return columns
}

const finderOf = (rows: readonly Row[], maxPercentageAbove: bigint) =>
  new GoldenRatioFinder(columnsOf(rows), { maxPercentageAbove })

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

/** What the contract's tally and validation say, by bigint alone. */
const verdict = (rows: readonly Row[], maxPercentage: bigint, proposal: bigint, moved = 0n) =>
  ratioVerdict({
    proposal,
    maxPercentage,
    totalSats: sum(rows.map((row) => row.sats)),
    totalMicroStx: sum(rows.map((row) => row.microStx)),
    satsAbove:
      sum(
        rows
          .filter((row) => (personalRatio(row.microStx, row.sats) ?? -1n) > proposal)
          .map((row) => row.sats),
      ) + moved,
    satsEqual: sum(
      rows
        .filter((row) => personalRatio(row.microStx, row.sats) === proposal)
        .map((row) => row.sats),
    ),
  })

/** The same interval by sorting everything. */
const naive = (rows: readonly Row[], maxPercentage: bigint) => {
  const holders = rows.filter((row) => row.sats > 0n)
  const sorted = [...new Set(holders.map((row) => personalRatio(row.microStx, row.sats)!))].sort(
    (a, b) => (a < b ? 1 : -1),
  )
  const candidates = new Set([
    0n,
    1n,
    10n ** 8n,
    MAX_U128,
    ...sorted.flatMap((ratio) => [ratio - 1n, ratio, ratio + 1n]),
  ])
  const passing = [...candidates]
    .filter((ratio) => ratio >= 0n && verdict(rows, maxPercentage, ratio) === 'ok')
    .sort((a, b) => (a < b ? -1 : 1))
  return passing.length === 0 ? undefined : { lowest: passing[0]!, highest: passing.at(-1)! }
}

const small = fc.record({
  sats: fc.bigInt(0n, 30n),
  microStx: fc.oneof(fc.constant(0n), fc.bigInt(0n, 60n)),
})
const usual = fc.record({
  sats: fc.bigInt(0n, 14n * 10n ** 11n),
  microStx: fc.oneof(fc.constant(0n), fc.bigInt(0n, 14n * 10n ** 14n)),
})
const huge = fc.record({ sats: fc.bigInt(0n, 1n << 64n), microStx: fc.bigInt(0n, 1n << 64n) })
const tied = fc
  .record({ sats: fc.bigInt(1n, 10n ** 12n), extra: fc.bigInt(-2n, 2n) })
  .map(({ sats, extra }) => ({ sats, microStx: sats * 70_000n + extra }))
const oneOf = (...rows: fc.Arbitrary<Row>[]) =>
  fc.array(fc.oneof(...rows), { maxLength: 140, size: 'max' })
const percentage = fc.oneof(
  fc.constantFrom(500n, 0n, 1n, 5000n, 10_000n, 10_001n),
  fc.bigInt(0n, 12_000n),
)

describe('golden ratio from participants', () => {
  it('accepts exactly what validate-ratio accepts', () => {
    for (const rows of [
      oneOf(small),
      oneOf(usual),
      oneOf(huge),
      oneOf(tied),
      oneOf(tied, usual),
      oneOf(small, usual, huge, tied),
    ]) {
      fc.assert(
        fc.property(rows, percentage, (rows, maxPercentage) => {
          const found = finderOf(rows, maxPercentage).find()
          expect(found.accepted).toEqual(naive(rows, maxPercentage))
          expect(found.sats.total).toBe(sum(rows.map((row) => row.sats)))
          if (found.propose === undefined) return
          expect(verdict(rows, maxPercentage, found.propose)).toBe('ok')
        }),
        { numRuns: 15 },
      )
    }
  })

  it('says how far the proposal is from failing, to the sat', () => {
    fc.assert(
      fc.property(oneOf(small, usual, tied), percentage, (rows, maxPercentage) => {
        const { propose, stability, sats } = finderOf(rows, maxPercentage).find()
        if (propose === undefined || stability === undefined) return
        const limit = (maxPercentage * sats.total) / 100n
        expect(100n * (sats.above + stability.satsToRise - 1n) <= limit).toBe(true)
        expect(100n * (sats.above + stability.satsToRise) <= limit).toBe(false)
        expect(100n * (sats.above + sats.equal - stability.satsToFall + 1n) >= limit).toBe(true)
        expect(100n * (sats.above + sats.equal - stability.satsToFall) >= limit).toBe(false)
      }),
    )
  })

  it('stays exact while participants change', () => {
    const change = fc.record({ at: fc.nat(), row: fc.oneof(small, usual, huge, tied) })
    fc.assert(
      fc.property(
        oneOf(small, usual, tied),
        fc.array(change, { maxLength: 40 }),
        percentage,
        (rows, changes, maxPercentage) => {
          fc.pre(rows.length > 0)
          const finder = finderOf(rows, maxPercentage)
          const now = [...rows]
          for (const { at, row } of changes) {
            now[at % rows.length] = row
            finder.change(at % rows.length, row.sats, row.microStx)
            expect(finder.find()).toEqual(finderOf(now, maxPercentage).find())
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('splits the sBTC at any ratio and names the neighbours', () => {
    fc.assert(
      fc.property(
        oneOf(small, usual, huge, tied),
        fc.oneof(fc.bigInt(0n, 10n ** 14n), fc.bigInt(0n, MAX_U128)),
        fc.nat(),
        (rows, anywhere, at) => {
          const ratios = rows
            .filter((row) => row.sats > 0n)
            .map((row) => personalRatio(row.microStx, row.sats)!)
          const ratio = at % 2 === 0 || ratios.length === 0 ? anywhere : ratios[at % ratios.length]!
          const finder = finderOf(rows, 500n)
          const satsWhere = (wanted: (own: bigint) => boolean) =>
            sum(
              rows
                .filter((row) => row.sats > 0n && wanted(personalRatio(row.microStx, row.sats)!))
                .map((row) => row.sats),
            )
          expect(finder.index.split(ratio)).toEqual({
            above: satsWhere((own) => own > ratio),
            equal: satsWhere((own) => own === ratio),
          })
          const higher = ratios.filter((own) => own > ratio).sort((a, b) => (a < b ? -1 : 1))[0]
          const lower = ratios.filter((own) => own < ratio).sort((a, b) => (a > b ? -1 : 1))[0]
          expect(finder.neighbours(ratio)).toEqual({
            ...(higher === undefined ? {} : { above: higher }),
            ...(lower === undefined ? {} : { below: lower }),
          })
        },
      ),
    )
  })

  it('matches the table of the specification', () => {
    const of = (pairs: [ratio: bigint, sats: bigint][]) =>
      finderOf(
        pairs.map(([ratio, sats]) => ({ sats, microStx: (ratio * sats) / 10n ** 8n })),
        500n,
      ).find()
    const big = 7n * 10n ** 12n
    expect(
      of([
        [big, 200_000_000n],
        [0n, 66_666_666n],
        [0n, 20_002n],
      ]).accepted,
    ).toEqual({ lowest: big, highest: big })
    const scaled = (rows: [bigint, bigint][]): [bigint, bigint][] =>
      rows.map(([ratio, sats]) => [ratio, sats * 10n ** 8n])
    expect(
      of(
        scaled([
          [10n ** 9n, 5n],
          [0n, 95n],
        ]),
      ),
    ).toMatchObject({ accepted: { lowest: 0n, highest: 10n ** 9n }, propose: 10n ** 9n })
    expect(
      of(
        scaled([
          [10n ** 9n, 5n],
          [5n * 10n ** 8n, 5n],
          [10n ** 7n, 90n],
        ]),
      ).accepted,
    ).toEqual({ lowest: 5n * 10n ** 8n, highest: 10n ** 9n })
    expect(
      of(
        scaled([
          [10n ** 9n, 4n],
          [0n, 96n],
        ]),
      ).accepted,
    ).toEqual({ lowest: 0n, highest: 0n })
    expect(
      of(
        scaled([
          [10n ** 9n, 3n],
          [10n ** 9n, 3n],
          [0n, 94n],
        ]),
      ).accepted,
    ).toEqual({ lowest: 10n ** 9n, highest: 10n ** 9n })
    expect(
      of(
        scaled([
          [2n * 10n ** 8n, 19n],
          [0n, 1n],
        ]),
      ).accepted,
    ).toEqual({ lowest: 2n * 10n ** 8n, highest: 2n * 10n ** 8n })
  })

  it('matches the recorded cycles', () => {
    const lines = readFileSync(samplePath('vectors-sample'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const cycles = lines.filter((line) => line.type === 'ratio')
    expect(cycles.length).toBeGreaterThan(0)
    for (const cycle of cycles) {
      const rows = cycle.rows.map((row: { B: string; S: string }) => ({
        sats: BigInt(row.B),
        microStx: BigInt(row.S),
      }))
      expect(finderOf(rows, BigInt(cycle.maxPct)).find().accepted).toEqual({
        lowest: BigInt(cycle.lowest),
        highest: BigInt(cycle.highest),
      })
    }
  })

  it('takes 10^8 without any STX, and knows totals that the columns do not show', () => {
    expect(finderOf([{ sats: 5n, microStx: 0n }], 500n).find()).toEqual({
      accepted: { lowest: 10n ** 8n, highest: 10n ** 8n },
      propose: 10n ** 8n,
      sats: { total: 5n, above: 0n, equal: 0n },
    })
    expect(finderOf([{ sats: 0n, microStx: 9n }], 500n).find().accepted).toEqual({
      lowest: 0n,
      highest: MAX_U128,
    })
    expect(
      new GoldenRatioFinder(columnsOf([{ sats: 5n, microStx: 0n }]), { totalMicroStx: 1n }).find()
        .accepted,
    ).toEqual({ lowest: 0n, highest: 0n })
  })

  it('adds up shared tracking addresses first', () => {
    const people = fc.array(
      fc.record({
        trackingAddress: fc.constantFrom('a', 'b', 'c', 'd'),
        sats: fc.bigInt(0n, 1n << 60n),
        microStx: fc.bigInt(0n, 1n << 60n),
        whitelisted: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(people, (people) => {
        const { columns, rowOf } = ratioColumns(people)
        const names = [...new Set(people.map((person) => person.trackingAddress))]
        names.forEach((name, row) => {
          const own = people.filter((person) => person.trackingAddress === name)
          expect(satsOf(columns, row)).toBe(sum(own.map((person) => person.sats)))
          expect(microStxOf(columns, row)).toBe(own[0]!.whitelisted ? 0n : own[0]!.microStx)
        })
        expect([...rowOf]).toEqual(people.map((person) => names.indexOf(person.trackingAddress)))
        const single = columnsOf(
          people.map((person) => ({
            sats: person.sats,
            microStx: person.whitelisted ? 0n : person.microStx,
          })),
        )
        const merged = mergeTracking(single, rowOf, names.length)
        names.forEach((_, row) =>
          expect([satsOf(merged, row), microStxOf(merged, row)]).toEqual([
            satsOf(columns, row),
            microStxOf(columns, row),
          ]),
        )
      }),
    )
  })

  it('holds amounts beyond 2^53 exactly and refuses those beyond every supply', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, (1n << 80n) - 1n),
        fc.bigInt(0n, (1n << 80n) - 1n),
        (sats, microStx) => {
          const columns = columnsOf([{ sats, microStx }])
          expect([satsOf(columns, 0), microStxOf(columns, 0)]).toEqual([sats, microStx])
        },
      ),
    )
    expect(() => setRow(emptyColumns(1), 0, 1n << 80n, 0n)).toThrow(RangeError)
    expect(() => setRow(emptyColumns(1), 0, 0n, -1n)).toThrow(RangeError)
  })

  it('divides small amounts exactly without bigint', () => {
    const amount = (bits: number) =>
      fc.integer({ min: 1, max: bits }).chain((size) => fc.bigInt(1n, (1n << BigInt(size)) - 1n))
    const near = fc
      .record({ sats: amount(51), ratio: amount(50), extra: fc.bigInt(-3n, 3n) })
      .map(({ sats, ratio, extra }) => ({ sats, microStx: (ratio * sats) / 10n ** 8n + extra }))
    const pairs = fc.oneof(
      fc.record({ sats: amount(51), microStx: amount(53) }),
      near.filter(({ microStx }) => microStx > 0n && microStx < 1n << 53n),
    )
    let exact = 0
    fc.assert(
      fc.property(pairs, ({ sats, microStx }) => {
        const ratio = exactSmallRatio(Number(sats), Number(microStx))
        if (ratio === undefined) return
        exact++
        expect(BigInt(ratio)).toBe(personalRatio(microStx, sats))
      }),
      { numRuns: 2000 },
    )
    expect(exact).toBeGreaterThan(1000)
  })

  it('survives many ties among many participants', () => {
    const rows: Row[] = Array.from({ length: 5000 }, (_, index) => {
      const sats = BigInt(1 + ((index * 7919) % 100_003)) * 14n
      return { sats, microStx: index % 3 === 0 ? 0n : sats * 70_000n + BigInt(index % 5) }
    })
    for (const maxPercentage of [1n, 500n, 3333n, 5000n, 9000n])
      expect(finderOf(rows, maxPercentage).find().accepted).toEqual(
        naiveSorted(rows, maxPercentage),
      )
  })
})

it('of a million takes a fiftieth of sorting, and ten passes of additions', async () => {
  // As users run it: the way in which tests import modules slows a search several times down.
  const script = `import('./src/dev/cli/bench/golden-ratio-costs.ts').then((costs) => {
    const columns = costs.manyColumns()
    console.log(JSON.stringify(costs.goldenRatioCosts(columns, costs.plainly(columns), 8)))
  })`
  const { stdout } = await promisify(execFile)('node_modules/.bin/tsx', ['--eval', script])
  const { find, add, sort } = JSON.parse(stdout) as { find: number; add: number; sort: number }
  expect(sort / find).toBeGreaterThanOrEqual(50)
  expect(find / add).toBeLessThanOrEqual(10)
})

/** One pass over a sorted list, for many rows. */
function naiveSorted(rows: readonly Row[], maxPercentage: bigint) {
  const groups = new Map<bigint, bigint>()
  for (const row of rows)
    groups.set(
      personalRatio(row.microStx, row.sats)!,
      (groups.get(personalRatio(row.microStx, row.sats)!) ?? 0n) + row.sats,
    )
  const limit = (maxPercentage * sum([...groups.values()])) / 100n
  let reached = 0n
  let highest: bigint | undefined
  for (const [ratio, sats] of [...groups].sort(([a], [b]) => (a > b ? -1 : 1))) {
    reached += sats
    if (highest === undefined && 100n * reached >= limit) highest = ratio
    if (100n * reached > limit) return { lowest: ratio, highest }
  }
  return { lowest: 0n, highest }
}
