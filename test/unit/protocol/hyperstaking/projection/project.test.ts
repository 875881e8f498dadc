import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../../../../src/protocol/hyperstaking/chain/random.ts'
import {
  BLOCKS_PER_YEAR,
  EPOCH,
  nextEpoch,
} from '../../../../../src/protocol/hyperstaking/core/epoch.ts'
import { stakersPart } from '../../../../../src/protocol/hyperstaking/core/split.ts'
import { dusk, RATE_SCALE, U64_MAX } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import { POLICIES } from '../../../../../src/protocol/hyperstaking/pools/state.ts'
import { assumptionCodes } from '../../../../../src/protocol/hyperstaking/projection/assumptions.ts'
import type { NetworkView } from '../../../../../src/protocol/hyperstaking/projection/draw.ts'
import type { ProjectionInput } from '../../../../../src/protocol/hyperstaking/projection/input.ts'
import {
  type Design,
  type Funds,
  placeFunds,
  stepEpoch,
} from '../../../../../src/protocol/hyperstaking/projection/path.ts'
import {
  percentile,
  projectDeposit,
  projectDepositMean,
  projectDepositRange,
  simulateGains,
} from '../../../../../src/protocol/hyperstaking/projection/project.ts'
import {
  answerQuestion,
  type HyperstakingQuestion,
} from '../../../../../src/protocol/hyperstaking/projection/question.ts'
import {
  simulatePool,
  type SimulationInput,
} from '../../../../../src/protocol/hyperstaking/projection/simulate.ts'
import { createAnswerer } from '../../../../../src/worker/answer.ts'
import { alice } from '../../../../support/hyperstaking-ledger.ts'
import { keys, setUpPool } from '../../../../support/hyperstaking-pools.ts'

const PERCENT = 1_000_000n
const network: NetworkView = {
  othersActive: dusk(198_000_000n),
  others: 200,
  credits: 128,
  minimumStake: dusk(1000n),
}
const key = (value: bigint, locked = 0n, eligibility = 4320n) => ({ value, locked, eligibility })

const ask = (
  more: Partial<Omit<ProjectionInput, 'pool'>> & { pool?: Partial<ProjectionInput['pool']> } = {},
): ProjectionInput => ({
  height: 10n * EPOCH,
  epochs: 365 * 4,
  network,
  position: 0n,
  deposit: dusk(10_000n),
  referred: null,
  runs: 0,
  ...more,
  pool: {
    keys: [key(dusk(300_000n))],
    idle: 0n,
    policy: 'reinvest',
    routing: 'top-up',
    depositFee: 0n,
    rewardFee: 0n,
    holderRate: 0n,
    lead: 30n,
    ...more.pool,
  },
})
const projected = (more: Parameters<typeof ask>[0] = {}) =>
  projectDeposit(ask(more), seeded('projection'))

describe('the projected path is the pool’s own', () => {
  it('same funds on every key, epoch by epoch, as on the contracts', () => {
    const design = fc.record({
      policy: fc.constantFrom(...POLICIES),
      routing: fc.constantFrom('top-up' as const, 'rotation' as const),
      rewardFee: fc.bigInt(0n, 30_000_000n),
      lead: fc.bigInt(1n, 60n),
    })
    const steps = fc.array(
      fc.record({
        reward: fc.bigInt(0n, dusk(300n)),
        deposit: fc.oneof(fc.constant(0n), fc.bigInt(dusk(1n), dusk(3000n))),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(
        design,
        fc.bigInt(dusk(500n), dusk(5000n)),
        steps,
        (chosen: Design, first, run) => {
          const pool = setUpPool('liquid', { ...chosen, rotationWindow: chosen.lead }, [alice])
          pool.ledger.host.height = 1n
          pool.deposit(alice, first)
          let funds: Funds = placeFunds(
            {
              keys: chosen.routing === 'rotation' ? [null, null] : [null],
              idle: first,
              held: 0n,
              distributed: 0n,
              fees: 0n,
            },
            { design: chosen, height: 1n, minimum: dusk(1000n) },
          )
          let height = 1n
          let anchored = new Set<string>()
          for (const { reward, deposit } of run) {
            if (deposit > 0n) {
              pool.deposit(alice, deposit)
              funds = placeFunds(
                { ...funds, idle: funds.idle + deposit },
                { design: chosen, height, minimum: dusk(1000n) },
              )
            }
            const earning = funds.keys.findIndex(
              (amount) => amount && height >= amount.eligibility && amount.value >= dusk(1000n),
            )
            const step = stepEpoch(
              funds,
              { design: chosen, height, minimum: dusk(1000n) },
              (active, blocks) => (active > 0n && blocks > chosen.lead ? reward : 0n),
            )
            const boundary = nextEpoch(height)
            if (earning >= 0 && reward > 0n && boundary - chosen.lead - height > chosen.lead) {
              // The contracts leave one LUX with each key: what the path counts comes on top of it.
              pool.reward(anchored.has(keys[earning]!) ? reward : reward + 1n, keys[earning]!)
              anchored = anchored.add(keys[earning]!)
            }
            pool.ledger.host.height = boundary - chosen.lead
            pool.ok(alice, chosen.routing === 'rotation' ? 'rotate' : 'recycle')
            ;({ funds, height } = step)
            pool.ledger.host.height = height
            const { idle, held, owed, fees } = pool.totals()
            expect({
              keys: keys.slice(0, funds.keys.length).map((account) => pool.amount(account)),
              idle,
              held,
              distributed: owed,
              fees,
            }).toEqual(funds)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('projection of a deposit', () => {
  it('agrees with the gross rate: the stakers’ part of a year over what is active', () => {
    const active = dusk(198_300_000n)
    const gross = (stakersPart(19_857_400_000n, 128n) * BLOCKS_PER_YEAR * RATE_SCALE) / active
    expect(gross / 100_000n).toBe(284n)
    const others = active - dusk(310_000n)
    const { apr, apy } = projected({
      network: { ...network, othersActive: others },
      pool: { policy: 'distribute', lead: 1n },
    })
    // A tenth of the deposit is locked, the rest of the pool is not: the holder earns its share of
    // what counts.
    const earning = (dusk(309_000n) * RATE_SCALE) / dusk(310_000n)
    const expected = (gross * earning) / RATE_SCALE
    expect(Math.abs(Number(apr - expected)) / Number(expected)).toBeLessThan(1e-3)
    expect(apy).toBe(apr)
    const quorum = projected({
      network: { ...network, othersActive: others, credits: 86 },
      pool: { policy: 'distribute', lead: 1n },
    })
    expect(Number(quorum.apr) / 1e6).toBeGreaterThan(24)
    expect(Number(quorum.apr) / 1e6).toBeLessThan(24.3)
  })

  it('restaked rewards compound; fees and the holder’s split come off', () => {
    const plain = projected()
    expect(plain.apy > projected({ pool: { policy: 'distribute' } }).apy).toBe(true)
    const charged = projected({ pool: { rewardFee: 10n * PERCENT, depositFee: PERCENT / 4n } })
    expect(charged.reward < (plain.reward * 90n) / 100n).toBe(true)
    expect(charged.depositFee).toBe(dusk(25n))
    const split = projected({ pool: { holderRate: 20n * PERCENT } })
    expect(split.reward).toBe(plain.reward - (plain.reward * 20n) / 100n)
  })

  it('a position earns without a new deposit, by its share', () => {
    const held = projected({ deposit: 0n, position: dusk(30_000n) })
    expect(held.maturity).toBe(0n)
    const whole = projected({ deposit: 0n, position: dusk(300_000n) })
    expect(Number(whole.reward) / Number(held.reward)).toBeCloseTo(10, 6)
  })

  it('gives the deposit’s waiting time', () => {
    expect(projected().maturity).toBe(0n)
    expect(projected({ height: 1n, pool: { keys: [] } }).maturity).toBe(4319n)
    expect(projected({ height: 2160n, pool: { keys: [] } }).maturity).toBe(4320n)
    expect(
      projected({
        pool: {
          routing: 'rotation',
          keys: [key(dusk(300_000n)), key(dusk(1000n), 0n, 12n * EPOCH)],
        },
      }).maturity,
    ).toBe(2n * EPOCH)
    expect(projected({ deposit: dusk(10n), pool: { keys: [] } }).maturity).toBeNull()
  })

  it('compares rotation with top-up: the lock costs more, the larger the deposit', () => {
    const large = projected({ deposit: dusk(300_000n) })
    expect(large.topUp.locked > dusk(30_000n)).toBe(true)
    expect(
      large.topUp.lockDrag > 0n && large.rotation.lockDrag === 0n && large.rotation.locked === 0n,
    ).toBe(true)
    expect(large.rotation.reward > large.topUp.reward).toBe(true)
    expect([large.reward, large.apr]).toEqual([large.topUp.reward, large.topUp.apr])
    const small = projected({ deposit: dusk(1000n) })
    expect((2 * Number(small.topUp.lockDrag)) / Number(small.reward)).toBeLessThan(
      Number(large.topUp.lockDrag) / Number(large.reward),
    )
  })

  it('gives referral income from the rewards of those referred, in proportion', () => {
    const income = (rate: bigint, deposits = dusk(20_000n)) =>
      projected({ referred: { deposits, rate } }).referralIncome!.mean
    expect(projected().referralIncome).toBeNull()
    const twenty = income(20n * PERCENT)
    expect(Number(twenty) / Number(income(10n * PERCENT))).toBeCloseTo(2, 6)
    expect(Number(twenty) / Number(projected().reward * 2n)).toBeCloseTo(0.2, 6)
  })

  it('gives the cost of the key’s faults', () => {
    const { slashes } = projected({ deposit: 0n, position: dusk(30_000n) })
    expect(
      slashes.map(({ kind, fault, locked, burned, suspended }) => [
        kind,
        fault,
        locked,
        burned,
        suspended,
      ]),
    ).toEqual([
      ['soft', 1, 0n, 0n, null],
      ['soft', 2, dusk(30_000n), 0n, 2n * EPOCH],
      ['soft', 3, dusk(60_000n), 0n, 3n * EPOCH],
      ['hard', 1, 0n, dusk(30_000n), 2n * EPOCH],
      ['hard', 2, 0n, dusk(60_000n), 3n * EPOCH],
    ])
    expect(slashes[3]).toMatchObject({ ownBurned: dusk(3000n) })
    expect(slashes[1]!.ownMissed > 0n && slashes[0]!.ownMissed === 0n).toBe(true)
    expect(projected({ deposit: 0n, pool: { keys: [] } }).slashes).toEqual([])
  })

  it('shows its assumptions, with their numbers', () => {
    const { assumptions } = projected()
    expect(assumptions.map(({ code }) => code)).toEqual(assumptionCodes)
    expect(assumptions.find(({ code }) => code === 'others-active')?.value).toBe(
      network.othersActive,
    )
  })

  it('the mean alone is the same mean', () => {
    for (const routing of ['top-up', 'rotation'] as const) {
      const question = ask({ pool: { routing } })
      const { reward, apr, depositFee, maturity } = projectDeposit(question, seeded('mean'))
      expect(projectDepositMean(question)).toEqual({ reward, apr, depositFee, maturity })
    }
  })

  it('the range alone is the same range', () => {
    for (const routing of ['top-up', 'rotation'] as const) {
      const question = ask({ runs: 20, pool: { routing } })
      const { reward, apr, apy, maturity, range } = projectDeposit(question, seeded('range'))
      const alone = projectDepositRange(question, seeded('range'))
      expect(alone).toEqual({ reward, apr, apy, maturity, range })
    }
  })

  it('0 earns 0', () => {
    const none = projected({ epochs: 0, deposit: 0n })
    expect([none.reward, none.apr, none.apy]).toEqual([0n, 0n, 0n])
    expect(projected({ deposit: 0n, pool: { keys: [] } }).reward).toBe(0n)
  })
})

describe('the range of a projection', () => {
  const spread = (value: bigint, epochs: number, seed: string) =>
    projectDeposit(
      ask({ epochs, runs: 150, deposit: 0n, position: value, pool: { keys: [key(value)] } }),
      seeded(seed),
    ).range as { low: bigint; mean: bigint; high: bigint }
  const width = (value: bigint, epochs: number) => {
    const { low, mean, high } = spread(value, epochs, 'width')
    return Number(high - low) / Number(mean)
  }

  it('holds the mean, repeats by seed, and is wide for a small pool and a short time', () => {
    const { low, mean, high } = spread(dusk(200_000n), 200, 'a')
    expect(low < mean && mean < high).toBe(true)
    expect(spread(dusk(200_000n), 200, 'a')).toEqual({ low, mean, high })
    expect(width(dusk(20_000n), 100)).toBeGreaterThan(2 * width(dusk(200_000n), 100))
    expect(width(dusk(200_000n), 20)).toBeGreaterThan(2 * width(dusk(200_000n), 200))
  })

  it('leaves a twentieth of other runs on each side', () => {
    const question = ask({
      epochs: 30,
      runs: 500,
      deposit: 0n,
      position: dusk(500_000n),
      pool: { keys: [key(dusk(500_000n))] },
    })
    const one = simulateGains(question, seeded('one'))
    const other = simulateGains(question, seeded('other'))
    const below = other.filter((gain) => gain < percentile(one, 5)!).length / other.length
    const above = other.filter((gain) => gain > percentile(one, 95)!).length / other.length
    for (const part of [below, above]) expect(part > 0.015 && part < 0.1, `${part}`).toBe(true)
  })
})

describe('a simulated pool', () => {
  const input = (more: Partial<SimulationInput> = {}): SimulationInput => ({
    kind: 'liquid',
    choice: { rewardFee: 10n * PERCENT },
    epochs: 200,
    depositors: 50,
    deposit: { least: dusk(100n), most: dusk(4000n) },
    adding: 0.3,
    leaving: 0.3,
    fault: 0,
    network,
    ...more,
  })

  it.each([
    { kind: 'liquid' as const, choice: { routing: 'rotation' as const } },
    { kind: 'liquid' as const, choice: { policy: 'distribute' as const, rewardFee: 5n * PERCENT } },
    { kind: 'referral' as const, choice: { policy: 'hold' as const, depositFee: PERCENT } },
    { kind: 'service' as const, choice: {}, fault: 0.05 },
  ])('$kind $choice: every call succeeds, and no LUX appears or disappears', (more) => {
    const result = simulatePool(input(more), seeded('books'))
    expect(result.failures).toEqual({})
    const sum = (part: 'put' | 'taken' | 'worth') =>
      result.depositors.reduce((total, depositor) => total + depositor[part], 0n)
    const unclaimed = result.health.fees
    const inside = sum('worth') + sum('taken') + unclaimed
    const came = sum('put') + result.rewards
    expect(inside <= came).toBe(true)
    expect(Number(came - inside) / Number(came)).toBeLessThan(1e-4)
    expect(result.height).toBe(200n * EPOCH)
  })

  it('repeats by seed', () => {
    expect(simulatePool(input(), seeded(7))).toEqual(simulatePool(input(), seeded(7)))
    expect(simulatePool(input(), seeded(7)).rewards).not.toBe(
      simulatePool(input(), seeded(8)).rewards,
    )
  })
})

describe('a question to a worker', () => {
  const simulation: SimulationInput = {
    kind: 'liquid',
    choice: {},
    epochs: 5,
    depositors: 3,
    deposit: { least: dusk(500n), most: dusk(900n) },
    adding: 0,
    leaving: 0,
    fault: 0,
    network,
  }

  it('is plain data, and has one answer', () => {
    const question = structuredClone({ ask: 'simulate' as const, seed: 'q', input: simulation })
    expect(answerQuestion(question)).toEqual(simulatePool(simulation, seeded('q')))
    expect(
      structuredClone(
        answerQuestion({ ask: 'project', seed: 'q', input: ask({ runs: 2, epochs: 3 }) }),
      ),
    ).toEqual(projectDeposit(ask({ runs: 2, epochs: 3 }), seeded('q')))
  })

  it('is answered by the worker as here; a malformed one is refused', async () => {
    const answer = createAnswerer()
    for (const asked of [
      { ask: 'project', seed: 's', input: ask({ epochs: 40, runs: 20 }) },
      { ask: 'simulate', seed: 's', input: simulation },
    ] as HyperstakingQuestion[]) {
      expect(answer({ id: 7, kind: 'hyper', question: asked })).toEqual({
        id: 7,
        ok: true,
        result: answerQuestion(asked),
      })
    }
    const input = ask({ epochs: 40 })
    const bad = [
      { ...input, deposit: -1n },
      { ...input, deposit: U64_MAX + 1n },
      { ...input, epochs: 1.5 },
      { ...input, pool: { ...input.pool, rewardFee: 100_000_001n } },
      { ...input, network: null },
    ]
    for (const each of bad)
      expect(
        answer({ id: 8, kind: 'hyper', question: { ask: 'project', seed: 's', input: each } }),
      ).toMatchObject({ id: 8, ok: false, code: 'bad-request' })
    expect(
      answer({
        id: 9,
        kind: 'hyper',
        question: { ask: 'project', seed: 's', input: ask({ epochs: 90_000, runs: 1000 }) },
      }),
    ).toMatchObject({ id: 9, ok: false, code: 'failed' })
  })

  it('that would take too long is refused', () => {
    expect(() =>
      answerQuestion({ ask: 'project', seed: '', input: ask({ runs: 10_000 }) }),
    ).toThrow('too long')
    expect(() =>
      answerQuestion({ ask: 'project', seed: '', input: ask({ epochs: Number.NaN }) }),
    ).toThrow('too long')
    expect(() =>
      answerQuestion({ ask: 'simulate', seed: '', input: { ...simulation, epochs: 1e9 } }),
    ).toThrow('up to')
    expect(() =>
      answerQuestion({ ask: 'simulate', seed: '', input: { ...simulation, depositors: 0 } }),
    ).toThrow('1 to')
  })
})
