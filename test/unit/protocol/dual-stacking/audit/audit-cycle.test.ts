import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEvent } from '../../../../../src/chain/stacks/events/decode.ts'
import {
  CycleRecorder,
  auditCycle,
  verifyReward,
  type AuditEntry,
  type AuditReward,
  type CycleData,
  type CycleParameters,
} from '../../../../../src/protocol/dual-stacking/audit/index.ts'
import { nextStep } from '../../../../../src/protocol/dual-stacking/planner/index.ts'
import { POOL, PlannerWorld } from '../../../../support/planner-world.ts'
import { samplePath } from '../../../../support/sample-path.ts'

const USER = `ST3${'A'.repeat(36)}.user`
const TRACKING = `ST3${'A'.repeat(36)}.tracking`

/**
 * All prints and transfers of the world, as a client indexes them: newest first, each event in its
 * own transaction except for payments.
 */
const entriesOf = (world: PlannerWorld): AuditEntry[] => {
  let transaction = 0
  return world.events
    .map((event, index): AuditEntry => {
      // A transfer follows its print in the same transaction.
      if (event.type === 'print') transaction++
      const decoded =
        event.type === 'print'
          ? decodeEvent(event.value as never)
          : { kind: 'transfer' as const, to: event.to, sats: event.sats }
      return { key: String(index), txid: String(transaction), place: [1, index], event: decoded }
    })
    .toReversed()
}

/** Runs cycles to their end; answers what was read of each when it was enabled. */
const run = (world: PlannerWorld, cycles: number): CycleParameters[] => {
  const parameters: CycleParameters[] = []
  const block = (height: number) => Number(world.chain.firstStacksBlock(BigInt(height)))
  for (let turn = 0; world.contract.variables.cycleId < BigInt(cycles) && turn < 2000; turn++) {
    const step = nextStep(world.state(), block, {
      batchLimits: { 'distribute-rewards': 3, 'calculate-participant-weights': 3 },
    })
    if (step.kind === 'wait-stacks') world.chain.mineStacksBlocks(1n)
    if (step.kind === 'wait-burn')
      world.chain.mineBurnBlocks(BigInt(step.height) - world.chain.burnHeight)
    if (step.kind !== 'call') continue
    world.perform(step)
    const v = world.contract.variables
    if (step.functionName === 'set-is-distribution-enabled') {
      parameters.push({
        family: 'v1',
        snapshotsPerCycle: v.snapshotsPerCycle,
        blocksPerSnapshot: v.blocksPerSnapshot,
        multiplier: v.multiplier,
        apr: v.apr,
        blocksPerYear: v.blocksPerYear,
        maxPercentage: v.maxPercentageAboveRatio,
        goldenRatio: null,
        poolSats: world.chain.sbtcAt(POOL, v.snapshotStacksHeight),
        participants: Number(v.cycleParticipants),
      })
    }
  }
  return parameters
}

interface Person {
  tracking: number | null
  stacking: number | null
  sats: bigint
  microStx: bigint
  whitelisted: boolean
}
const person: fc.Arbitrary<Person> = fc.record({
  tracking: fc.option(fc.nat(2)),
  stacking: fc.option(fc.nat(2)),
  sats: fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 10n)),
  microStx: fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 13n)),
  whitelisted: fc.boolean(),
})

const worldOf = (people: readonly Person[], poolSats: bigint): PlannerWorld => {
  const world = new PlannerWorld()
  world.call('update-initialize-block', { 'new-bitcoin-block-height': 3010n })
  world.call('update-cycle-data-before-initialized', {
    'updated-snapshots-per-cycle': 3n,
    'updated-blocks-per-snapshot': 4n,
  })
  world.chain.creditSbtc(POOL, poolSats)
  people.forEach(({ tracking, stacking, sats, microStx, whitelisted }, index) => {
    const address = `${USER}${index}`
    const key = tracking === null ? address : `${TRACKING}${tracking}`
    const stacker = stacking === null ? address : `${USER}${stacking}`
    world.chain.creditSbtc(address, sats)
    world.chain.lock(stacker, microStx, 10n ** 9n)
    world.enroll(address, key, stacker)
    if (whitelisted) world.call('whitelist-defi-tracking', { 'defi-rewards-contract': key })
  })
  return world
}

const dataOf = (world: PlannerWorld, cycle: number, parameters: CycleParameters): CycleData => {
  const recorder = new CycleRecorder()
  recorder.add(entriesOf(world))
  return recorder.data(cycle, parameters)
}

const plain: Person = {
  tracking: null,
  stacking: null,
  sats: 10n ** 9n,
  microStx: 10n ** 12n,
  whitelisted: false,
}
const withReward = (
  data: CycleData,
  enrolled: string,
  change: (reward: AuditReward) => AuditReward | null,
): CycleData => ({
  ...data,
  rows: data.rows.map((row) =>
    row.enrolled === enrolled && row.reward ? { ...row, reward: change(row.reward) } : row,
  ),
})

describe('audit of a cycle', () => {
  it('recomputes every cycle of the contract to the sat', () => {
    let verified = 0
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 7 }),
        fc.oneof(fc.bigInt(0n, 10n ** 6n), fc.constant(10n ** 13n)),
        (people, poolSats) => {
          const world = worldOf(people, poolSats)
          const parameters = run(world, 2)
          expect(parameters).toHaveLength(2)
          parameters.forEach((own, cycle) => {
            const data = dataOf(world, cycle, own)
            const audit = auditCycle(data)
            const known = { ...audit, participants: [] }
            // A cycle in which no one had sBTC leaves no trace of its golden ratio in the events.
            const seen = data.rows.some((row) => row.sats > 0n)
            expect(known).toMatchObject({
              cycle,
              differing: [],
              verdict: seen ? 'exact' : 'incomplete',
            })
            if (!seen) return
            verified++
            expect(audit.paid.difference).toBe(0n)
            expect(audit.goldenRatio.passes).toBe(true)
            for (const { enrolled } of data.rows)
              expect(verifyReward(data, enrolled).result).toBe('verified')
            const unknown = auditCycle({
              ...data,
              parameters: { ...own, goldenRatio: data.parameters.goldenRatio, poolSats: null },
            })
            expect(unknown.verdict).toBe('consistent')
            expect(
              unknown.payout.consistent!.lowest <= audit.payout.expected! &&
                audit.payout.expected! <= unknown.payout.consistent!.highest,
            ).toBe(true)
          })
        },
      ),
      { numRuns: 40 },
    )
    expect(verified).toBeGreaterThan(20)
  })

  it('finds one sat too much or too little, and whose it is', () => {
    const world = worldOf(
      [plain, { ...plain, microStx: 0n }, { ...plain, sats: 5n * 10n ** 9n }],
      10n ** 12n,
    )
    const [parameters] = run(world, 1)
    const data = dataOf(world, 0, parameters!)
    expect(auditCycle(data).payout).toMatchObject({ limit: 'cap' })
    for (const change of [1n, -1n]) {
      const tampered = withReward(data, `${USER}1`, (reward) => ({
        ...reward,
        sats: reward.sats + change,
        walletSats: reward.walletSats + change,
        transferredSats: reward.sats + change,
      }))
      const audit = auditCycle(tampered)
      expect(audit.verdict).toBe('differs')
      expect(audit.differing.map(({ enrolled, reward }) => [enrolled, reward.difference])).toEqual([
        [`${USER}1`, change],
      ])
      expect(audit.paid.difference).toBe(change)
      expect(verifyReward(tampered, `${USER}1`)).toMatchObject({
        result: 'differs',
        participant: { reward: { difference: change } },
      })
      expect(verifyReward(tampered, `${USER}0`).result).toBe('verified')
      // Without pool and rate a shift of one sat among many cannot be distinguished from another
      // amount by this row alone, but never passes as exact.
      expect(
        auditCycle({ ...tampered, parameters: { ...data.parameters, poolSats: null } }).verdict,
      ).not.toBe('exact')
    }
    expect(
      auditCycle({ ...data, totals: { ...data.totals!, sats: data.totals!.sats + 1n } }).verdict,
    ).toBe('differs')
    expect(auditCycle({ ...data, totalWeights: data.totalWeights! - 1n }).verdict).toBe('differs')
    expect(
      auditCycle({
        ...data,
        parameters: { ...data.parameters, goldenRatio: data.parameters.goldenRatio! + 1n },
      }),
    ).toMatchObject({ verdict: 'differs', goldenRatio: { passes: false } })
  })

  it('distinguishes a payment that never moved, one still due, and an omitted row', () => {
    // The pool is taken away after the snapshot: the contract splits more than it has, and its
    // transfers fail [dual-stacking Q3, Q4].
    const world = worldOf([plain, plain], 10n ** 12n)
    const block = (height: number) => Number(world.chain.firstStacksBlock(BigInt(height)))
    for (let turn = 0; turn < 100 && !world.state().distributionEnabled; turn++) {
      const step = nextStep(world.state(), block)
      if (step.kind === 'call') world.perform(step)
      else if (step.kind === 'wait-burn')
        world.chain.mineBurnBlocks(BigInt(step.height) - world.chain.burnHeight)
      else world.chain.mineStacksBlocks(1n)
    }
    const v = world.contract.variables
    const parameters: CycleParameters = {
      family: 'v1',
      snapshotsPerCycle: 3n,
      blocksPerSnapshot: 4n,
      multiplier: v.multiplier,
      apr: v.apr,
      blocksPerYear: v.blocksPerYear,
      maxPercentage: 500n,
      goldenRatio: null,
      poolSats: 10n ** 12n,
      participants: 2,
    }
    const open = dataOf(world, 0, parameters)
    expect(auditCycle(open)).toMatchObject({ verdict: 'open', differing: [] })
    expect(verifyReward(open, `${USER}0`).result).toBe('not-yet')
    expect(verifyReward(open, `${USER}9`)).toMatchObject({
      result: 'not-captured',
      participant: null,
    })

    world.call('emergency-withdraw-sbtc', { amount: 10n ** 12n, recipient: `${USER}8` })
    world.call('distribute-rewards', { principals: [`${USER}0`, `${USER}1`] })
    world.call('finalize-reward-distribution', {})
    const closed = dataOf(world, 0, parameters)
    expect(verifyReward(closed, `${USER}0`)).toMatchObject({
      result: 'not-transferred',
      participant: { reward: { found: 0n } },
    })
    expect(auditCycle(closed)).toMatchObject({ verdict: 'differs', paid: { found: 0n } })
    expect(
      verifyReward(
        withReward(closed, `${USER}0`, () => null),
        `${USER}0`,
      ).result,
    ).toBe('left-out')

    const blind = new CycleRecorder({ transfers: false })
    blind.add(entriesOf(world).filter(({ event }) => event.kind !== 'transfer'))
    expect(verifyReward(blind.data(0, parameters), `${USER}0`).result).toBe('verified')
  })

  it('shows one payment for rows that share a tracking address', () => {
    const shared = { ...plain, tracking: 0 }
    const world = worldOf([shared, shared, plain], 10n ** 12n)
    const [parameters] = run(world, 1)
    const data = dataOf(world, 0, parameters!)
    const [payee, other] = data.rows
      .filter(({ tracking }) => tracking === `${TRACKING}0`)
      .toSorted((a, b) => Number(b.reward!.sats - a.reward!.sats))
    expect(verifyReward(data, payee!.enrolled)).toMatchObject({
      result: 'verified',
      participant: { notes: [], sats: 6n * 10n ** 9n },
    })
    expect(verifyReward(data, other!.enrolled)).toMatchObject({
      result: 'verified',
      participant: { notes: ['paid-through-other-row'], reward: { expected: 0n, found: 0n } },
    })
  })

  it('names the snapshots that someone missed', () => {
    const world = worldOf([plain, plain], 10n ** 12n)
    const [parameters] = run(world, 1)
    const recorder = new CycleRecorder()
    const entries = entriesOf(world)
    recorder.add(entries)
    const lost = entries.find(
      ({ event }) =>
        event.kind === 'capture' && 'enrolled' in event && event.enrolled === `${USER}1`,
    )!
    recorder.drop([lost.key])
    expect(
      auditCycle(recorder.data(0, parameters!)).participants.find(
        ({ enrolled }) => enrolled === `${USER}1`,
      ),
    ).toMatchObject({ captured: 2, snapshots: 3, notes: ['missed-snapshots'] })
    expect(recorder.add(entries)).toBe(1)
    expect(recorder.add(entries)).toBe(0)
    expect(auditCycle(recorder.data(0, parameters!)).verdict).toBe('exact')
  })

  it('needs no order of pages', () => {
    const world = worldOf(
      [plain, { ...plain, tracking: 1, stacking: 0, whitelisted: true }, { ...plain, tracking: 1 }],
      10n ** 8n,
    )
    const [parameters] = run(world, 1)
    const expected = dataOf(world, 0, parameters!)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entriesOf(world), { minLength: world.events.length }),
        (shuffled) => {
          const recorder = new CycleRecorder()
          for (let at = 0; at < shuffled.length; at += 5) recorder.add(shuffled.slice(at, at + 7))
          expect(recorder.data(0, parameters!)).toEqual(expected)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('takes the smaller balance of live captures, no 0 for a shared stacking address', () => {
    const recorder = new CycleRecorder()
    const capture = (
      index: number,
      kind: 'capture' | 'capture-lowered',
      {
        name,
        snapshot,
        sats,
        microStx,
      }: { name: string; snapshot: number; sats: bigint; microStx: bigint },
    ): AuditEntry => ({
      key: String(index),
      txid: String(index),
      place: [index],
      event: {
        kind,
        cycle: 4,
        rollback: 0,
        snapshot,
        enrolled: name,
        tracking: name,
        stacking: 'shared',
        sats,
        defiSats: 0n,
        microStx,
      },
    })
    recorder.add([
      capture(0, 'capture', { name: 'a', snapshot: 0, sats: 100n, microStx: 0n }),
      capture(1, 'capture', { name: 'b', snapshot: 0, sats: 50n, microStx: 70n }),
      capture(2, 'capture-lowered', { name: 'b', snapshot: 0, sats: 40n, microStx: 60n }),
      capture(3, 'capture', { name: 'a', snapshot: 1, sats: 1n, microStx: 5n }),
    ])
    const parameters: CycleParameters = {
      family: 'v1',
      capturesLive: true,
      snapshotsPerCycle: 2n,
      blocksPerSnapshot: 5n,
      multiplier: 9n,
      apr: null,
      blocksPerYear: null,
      maxPercentage: 500n,
      goldenRatio: null,
      poolSats: null,
      participants: null,
    }
    expect(recorder.data(4, parameters).rows).toMatchObject([
      { enrolled: 'a', captured: 2, sats: 101n, microStx: 65n, recordedMicroStx: 5n },
      { enrolled: 'b', captured: 1, sats: 40n, microStx: 65n, recordedMicroStx: 60n },
    ])
    expect(recorder.data(4, { ...parameters, capturesLive: false }).rows[0]!.microStx).toBe(5n)
  })

  it('is exact for the recorded cycles', () => {
    const [header, ...steps] = readFileSync(samplePath('a1-happy-two-cycles'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const recorder = new CycleRecorder()
    steps.forEach((step, index) => {
      const txid = String(index)
      const prints: AuditEntry[] = (step.events ?? []).map((event: object, at: number) => ({
        key: `${txid}:${at}`,
        txid,
        place: [index, at],
        event: decodeEvent(asPlain(event) as never),
      }))
      const transfers: AuditEntry[] = (step.transfers ?? []).map(
        ({ to, amount }: { to: string; amount: string }, at: number) => ({
          key: `${txid}:t${at}`,
          txid,
          place: [index, 1000 + at],
          event: { kind: 'transfer', to, sats: BigInt(amount) },
        }),
      )
      recorder.add([...prints, ...transfers])
    })
    expect(header.name).toBe('a1-happy-two-cycles')
    const parameters: CycleParameters = {
      family: 'v1',
      snapshotsPerCycle: 2n,
      blocksPerSnapshot: 5n,
      multiplier: 9n,
      apr: 5_000_000n,
      blocksPerYear: 52_500n,
      maxPercentage: 500n,
      goldenRatio: null,
      poolSats: 5_000_000n,
      participants: null,
    }
    const first = auditCycle(recorder.data(0, parameters))
    expect(first).toMatchObject({
      verdict: 'exact',
      goldenRatio: { used: 7n * 10n ** 12n, passes: true },
      payout: { cap: 98_374_285_396n, limit: 'cap' },
      paid: { expected: 982n, found: 982n },
    })
    expect(auditCycle(recorder.data(1, parameters))).toMatchObject({
      verdict: 'exact',
      differing: [],
    })
  })
})

/** Values of a trace file: decimal text is a uint, everything else is taken literally. */
function asPlain(value: unknown): unknown {
  if (typeof value === 'string') return /^\d+$/.test(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(asPlain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asPlain(item)]))
  return value
}
