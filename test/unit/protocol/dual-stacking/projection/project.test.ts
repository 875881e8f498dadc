import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weight } from '../../../../../src/protocol/dual-stacking/math/weight.ts'
import { microStxFor } from '../../../../../src/protocol/dual-stacking/projection/boost-steps.ts'
import { boostOf, maxBoost } from '../../../../../src/protocol/dual-stacking/projection/boost.ts'
import {
  cycleOutcomeOf,
  othersWeight,
} from '../../../../../src/protocol/dual-stacking/projection/cycle-outcome.ts'
import {
  cycleSumsOf,
  type Parameters,
} from '../../../../../src/protocol/dual-stacking/projection/parameters.ts'
import {
  cycleRate,
  scaledCyclesPerYear,
} from '../../../../../src/protocol/dual-stacking/projection/payout.ts'
import {
  project,
  type ProjectionRequest,
} from '../../../../../src/protocol/dual-stacking/projection/project.ts'
import { samplePath } from '../../../../support/sample-path.ts'

const SCALE = 10n ** 8n

const defaults: Parameters = {
  family: 'v1',
  snapshotsPerCycle: 14n,
  blocksPerSnapshot: 150n,
  multiplier: 9n,
  goldenRatio: { ratio: 184_200_000_000n, cycle: 6 },
  apr: 5_000_000n,
  blocksPerYear: 52_500n,
  poolSats: 10n ** 9n,
  totalWeights: { weights: 10n ** 11n, cycle: 6, ofHolder: 0n },
}
const v2: Parameters = {
  ...defaults,
  family: 'v2',
  blocksPerSnapshot: 140n,
  bufferBlocks: 140n,
  blocksPerYear: 52_560n,
}

const parameters = fc.record({
  family: fc.constantFrom('v1' as const, 'v2' as const, 'v3' as const),
  snapshotsPerCycle: fc.bigInt(1n, 30n),
  blocksPerSnapshot: fc.bigInt(1n, 300n),
  multiplier: fc.bigInt(1n, 20n),
  goldenRatio: fc.record({
    ratio: fc.oneof(fc.bigInt(0n, 10n ** 13n), fc.bigInt(0n, 1000n)),
    cycle: fc.constant(6),
  }),
  apr: fc.option(fc.bigInt(1_000_000n, 20_000_000n)),
  blocksPerYear: fc.option(fc.bigInt(10_000n, 60_000n)),
  poolSats: fc.option(fc.bigInt(0n, 10n ** 12n)),
  totalWeights: fc.option(
    fc.record({
      weights: fc.bigInt(0n, 10n ** 15n),
      cycle: fc.constant(6),
      ofHolder: fc.option(fc.bigInt(0n, 10n ** 12n)),
    }),
  ),
})
const holdings = fc.record({ sats: fc.bigInt(0n, 10n ** 12n), microStx: fc.bigInt(0n, 10n ** 15n) })

const vectors = readFileSync(samplePath('vectors-sample'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

describe('projection', () => {
  it('has the weights and boost of the specification and of recorded cycles', () => {
    const weights = vectors.filter((line) => line.type === 'weight')
    expect(weights.length).toBeGreaterThan(50)
    for (const line of weights) {
      const own = boostOf(
        {
          ...defaults,
          snapshotsPerCycle: BigInt(line.n),
          multiplier: BigInt(line.M),
          goldenRatio: { ratio: BigInt(line.D), cycle: 0 },
        },
        {
          sats: BigInt(line.B),
          defiSats: 0n,
          microStx: BigInt(line.S),
          whitelisted: line.whitelisted,
        },
      )
      expect(own.weight).toBe(BigInt(line.weight))
    }
    const half = cycleOutcomeOf(
      { ...defaults, goldenRatio: { ratio: 7n * 10n ** 12n, cycle: 0 } },
      { sats: 10n ** 8n, microStx: 175n * 10n ** 10n },
      null,
    )
    expect(half).toMatchObject({
      ratio: 175n * 10n ** 10n,
      relative: 25_000_000n,
      root: 5000n,
      boost: 550_000_000n,
      weight: 550_000_000n,
    })
  })

  it('has the rewards of recorded cycles', () => {
    const cycles = vectors.filter((line) => line.type === 'rewards')
    expect(cycles.length).toBeGreaterThan(0)
    for (const cycle of cycles) {
      const total = BigInt(cycle.totalWeights)
      const parameters: Parameters = {
        ...defaults,
        apr: BigInt(cycle.apr),
        blocksPerYear: BigInt(cycle.blocksPerYear),
        blocksPerSnapshot: BigInt(cycle.blocksPerSnapshot),
        snapshotsPerCycle: BigInt(cycle.n),
        multiplier: BigInt(cycle.M),
        poolSats: BigInt(cycle.pool),
      }
      const weights = vectors.filter((line) => line.type === 'weight' && line.cycle === cycle.cycle)
      let compared = 0
      for (const [index, line] of weights.entries()) {
        if (line.weight !== cycle.weights[index]) continue
        compared++
        const own = cycleOutcomeOf(
          { ...parameters, goldenRatio: { ratio: BigInt(line.D), cycle: 0 } },
          { sats: 0n, microStx: 0n, whitelisted: line.whitelisted },
          total - BigInt(line.weight),
          { sats: BigInt(line.B), microStx: BigInt(line.S), remaining: 0n },
        )
        expect(own).toMatchObject({
          weight: BigInt(line.weight),
          totalWeights: total,
          rewardSats: BigInt(cycle.rewards[index]),
        })
      }
      expect(compared).toBeGreaterThan(10)
    }
  })

  it('pays about the APR at the maximum and a tenth of it without STX', () => {
    const maximum = cycleOutcomeOf(defaults, { sats: SCALE, microStx: 184_200_000_000n }, 0n)
    expect(maximum).toMatchObject({
      boost: 10n * SCALE,
      rewardSats: 200_000n,
      yearlyRate: 5_000_000n,
      limit: 'cap',
      fullPool: { rewardSats: 200_000n, yearlyRate: 5_000_000n },
    })
    expect(cycleOutcomeOf(defaults, { sats: SCALE, microStx: 0n }, 0n)).toMatchObject({
      boost: SCALE,
      rewardSats: 20_000n,
      yearlyRate: 500_000n,
    })
    expect(
      cycleOutcomeOf(
        { ...defaults, poolSats: 100_000n },
        { sats: SCALE, microStx: 184_200_000_000n },
        0n,
      ),
    ).toMatchObject({
      rewardSats: 100_000n,
      yearlyRate: 2_500_000n,
      limit: 'pool',
      fullPool: { rewardSats: 200_000n },
    })
  })

  it('computes v2 cycles with fractions and adds the DeFi part, boosted and floored apart', () => {
    expect([scaledCyclesPerYear(v2), cycleRate(v2)]).toEqual([2_502_857_142n, 199_771n])
    expect([scaledCyclesPerYear(defaults), cycleRate(defaults)]).toEqual([25n * SCALE, 200_000n])
    fc.assert(
      fc.property(
        holdings,
        fc.bigInt(0n, 10n ** 12n),
        fc.bigInt(0n, 10n ** 14n),
        ({ sats, microStx }, defiSats, others) => {
          const both = cycleOutcomeOf(v2, { sats, microStx, defiSats }, others)
          const wallet = cycleOutcomeOf(v2, { sats, microStx }, others + both.defiWeight)
          const defi = cycleOutcomeOf(
            v2,
            { sats: 0n, microStx, defiSats },
            others + both.walletWeight,
          )
          expect(both.defiWeight).toBe(defiSats * 10n)
          expect(both.boost).toBe(wallet.boost)
          expect(both.rewardSats).toBe(wallet.rewardSats! + defi.rewardSats!)
        },
      ),
    )
  })

  it('finds the least STX for a boost, to the microSTX', () => {
    const soFar = fc.option(
      fc.record({
        sats: fc.bigInt(0n, 10n ** 13n),
        microStx: fc.bigInt(0n, 10n ** 16n),
        remaining: fc.bigInt(1n, 14n),
      }),
      { nil: undefined },
    )
    let found = 0
    fc.assert(
      fc.property(
        parameters,
        holdings,
        fc.bigInt(0n, 21n * 10n ** 8n),
        soFar,
        (parameters, holdings, boost, soFar) => {
          const microStx = microStxFor(parameters, holdings, boost, soFar)
          const boostWith = (microStx: bigint) =>
            cycleOutcomeOf(parameters, { ...holdings, microStx }, null, soFar).boost
          if (microStx === undefined) {
            expect(boost > maxBoost(parameters) || holdings.sats === 0n).toBe(true)
            return
          }
          found++
          expect(boostWith(microStx)).toBeGreaterThanOrEqual(boost)
          if (microStx > 0n) expect(boostWith(microStx - 1n)).toBeLessThan(boost)
        },
      ),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(100)
  })

  it('shows steps that rise and pay what they promise', () => {
    fc.assert(
      fc.property(parameters, holdings, (parameters, holdings) => {
        const { cycle, nextTenth, nextHalf, maximum, next } = project({ parameters, holdings })
        for (const [step, more] of [
          [nextTenth, SCALE / 10n],
          [nextHalf, SCALE / 2n],
        ] as const) {
          if (step === null)
            expect(cycle.boost + more > maxBoost(parameters) || cycle.ratio === null).toBe(true)
          else expect(step.boost).toBeGreaterThanOrEqual(cycle.boost + more)
        }
        expect(next).toBe(nextHalf ?? maximum)
        if (maximum === null) {
          expect(cycle.boost === maxBoost(parameters) || cycle.ratio === null).toBe(true)
          return
        }
        expect(maximum.boost).toBe(maxBoost(parameters))
        expect(maximum.addMicroStx).toBe(maximum.microStx - holdings.microStx)
        const again = project({ parameters, holdings, whatIf: { microStx: maximum.microStx } })
        expect(again.whatIf!.cycle.rewardSats).toBe(maximum.rewardSats)
        expect(again.whatIf!.changeSats).toBe(maximum.addRewardSats)
      }),
    )
  })

  it('draws a rising curve that passes through the holder and the maximum', () => {
    const holdings = { sats: 11_520_000n, microStx: 5_103_000_000n }
    const projection = project({ parameters: defaults, holdings, curvePoints: 200 })
    expect(projection.curve).toHaveLength(200)
    expect(projection.curve[0]).toMatchObject({ microStx: 0n, boost: SCALE })
    expect(projection.curve.at(-1)!.boost).toBe(10n * SCALE)
    for (const [index, point] of projection.curve.entries()) {
      const outcome = cycleOutcomeOf(
        defaults,
        { ...holdings, microStx: point.microStx },
        othersWeight(defaults, holdings),
      )
      expect(point).toMatchObject({ boost: outcome.boost, rewardSats: outcome.rewardSats })
      if (index > 0)
        expect(
          point.microStx > projection.curve[index - 1]!.microStx &&
            point.boost >= projection.curve[index - 1]!.boost,
        ).toBe(true)
    }
    expect(
      project({ parameters: defaults, holdings, curvePoints: 3, curveEnd: 10n }).curve.map(
        ({ microStx }) => microStx,
      ),
    ).toEqual([0n, 5n, 10n])
    expect(
      project({
        parameters: defaults,
        holdings,
        whatIf: { microStx: 10n ** 12n },
        curvePoints: 2,
      }).curve.at(-1)!.microStx,
    ).toBe(10n ** 12n)
  })

  it('computes the running cycle from what was captured and what remains', () => {
    const soFar = { sats: 5n * 10_000_000n, microStx: 5n * 2_000_000_000n, remaining: 9n }
    const { thisCycle, cycle } = project({
      parameters: defaults,
      holdings: { sats: 20_000_000n, microStx: 9_000_000_000n },
      soFar,
    })
    expect(thisCycle!.weight).toBe(
      weight({
        sats: 5n * 10_000_000n + 9n * 20_000_000n,
        microStx: 5n * 2_000_000_000n + 9n * 9_000_000_000n,
        goldenRatio: defaults.goldenRatio.ratio,
        multiplier: 9n,
        snapshots: 14n,
        whitelisted: false,
      }),
    )
    expect(thisCycle!.weight).toBeLessThan(cycle.weight)
    fc.assert(
      fc.property(parameters, holdings, fc.bigInt(0n, 30n), (parameters, holdings, captured) => {
        const n = parameters.snapshotsPerCycle
        const done = captured > n ? n : captured
        const all = cycleSumsOf(holdings, parameters)
        expect(
          cycleSumsOf(holdings, parameters, {
            sats: done * holdings.sats,
            microStx: done * holdings.microStx,
            remaining: n - done,
          }),
        ).toEqual(all)
      }),
    )
  })

  it('keeps unknown what depends on an unknown input', () => {
    const holdings = { sats: SCALE, microStx: 10n ** 10n }
    const known = project({ parameters: defaults, holdings })
    for (const value of ['apr', 'blocksPerYear', 'poolSats', 'totalWeights'] as const) {
      const { cycle, next, assumptions } = project({
        parameters: { ...defaults, [value]: null },
        holdings,
        whatIf: { sats: 1n },
      })
      expect(cycle).toMatchObject({
        rewardSats: null,
        yearlyRate: null,
        limit: null,
        boost: known.cycle.boost,
        weight: known.cycle.weight,
      })
      expect(next).toMatchObject({
        addMicroStx: known.next!.addMicroStx,
        addRewardSats: null,
        boost: known.next!.boost,
      })
      expect(cycle.fullPool === null).toBe(value === 'apr' || value === 'blocksPerYear')
      expect(assumptions).toContainEqual({ code: 'unknown', value })
    }
    expect(project({ parameters: defaults, holdings: { sats: 0n, microStx: 5n } })).toMatchObject({
      cycle: { ratio: null, weight: 0n, rewardSats: 0n, yearlyRate: null },
      next: null,
    })
    expect(scaledCyclesPerYear({ ...defaults, blocksPerYear: 10n })).toBeNull()
    expect(scaledCyclesPerYear({ ...defaults, blocksPerSnapshot: 0n })).toBeNull()
  })

  it('lists its assumptions as codes', () => {
    const codes = (request: ProjectionRequest) => project(request).assumptions
    const holdings = { sats: SCALE, microStx: 10n ** 10n }
    expect(codes({ parameters: defaults, holdings })).toEqual([
      { code: 'golden-ratio', cycle: 6 },
      { code: 'constant-holdings', snapshots: 14n },
      { code: 'total-weights', cycle: 6 },
      { code: 'pool-stays' },
      { code: 'limited-by', limit: 'cap' },
      { code: 'rules', family: 'v1' },
    ])
    expect(
      codes({
        parameters: { ...v2, family: 'v3' },
        holdings: { ...holdings, defiSats: 1n },
        soFar: { sats: 0n, microStx: 0n, remaining: 3n },
      }),
    ).toEqual(
      expect.arrayContaining([
        { code: 'captured-so-far', remaining: 3n },
        { code: 'defi-fully-boosted' },
        { code: 'estimate-by-v2-rules' },
      ]),
    )
    expect(
      project({ parameters: defaults, holdings, whatIf: { goldenRatio: 5n } }).whatIf!.assumptions,
    ).toContainEqual({ code: 'golden-ratio', cycle: null })
  })

  it('replaces the holder’s own part of the total weights', () => {
    const holdings = { sats: SCALE, microStx: 0n }
    const own = cycleOutcomeOf(defaults, holdings, null).weight
    const total = (ofHolder: bigint | null) =>
      othersWeight(
        { ...defaults, totalWeights: { weights: 10n ** 11n, cycle: 1, ofHolder } },
        holdings,
      )
    expect([total(0n), total(7n), total(null), total(10n ** 12n)]).toEqual([
      10n ** 11n,
      10n ** 11n - 7n,
      10n ** 11n - own,
      0n,
    ])
  })

  it('gives a whitelisted row the whole boost', () => {
    expect(
      project({ parameters: defaults, holdings: { sats: SCALE, microStx: 0n, whitelisted: true } }),
    ).toMatchObject({ cycle: { boost: 10n * SCALE }, maximum: null, next: null })
  })
})
