import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  keeperChecks,
  nextStep,
  type CycleState,
  type PlannedParticipant,
  type PlannedCycleStep,
} from '../../../../../src/protocol/dual-stacking/planner/index.ts'
import { POOL, PlannerWorld } from '../../../../support/planner-world.ts'

const firstStacksBlock = (world: PlannerWorld) => (height: number) => {
  const block = Number(world.chain.firstStacksBlock(BigInt(height)))
  return block <= Number(world.chain.stacksHeight) ? block : undefined
}

const address = (kind: string) =>
  fc
    .integer({ min: 0, max: 5 })
    .map((index) => `ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.${kind}${index}`)
const member = fc.record({
  address: address('user'),
  tracking: fc.option(address('tracking')),
  stacking: fc.option(address('stacking')),
  sats: fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 9n)),
  microStx: fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 12n)),
  whitelisted: fc.boolean(),
})
type Member = typeof member extends fc.Arbitrary<infer T> ? T : never
/**
 * What happens around a step: another caller makes part of it first, the chain moves on, or
 * nothing.
 */
const incident = fc.oneof(
  { weight: 4, arbitrary: fc.constant('none' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('stranger' as const, 'blocks' as const, 'late' as const),
  },
)

const worldOf = (
  members: readonly Member[],
  snapshots: number,
  blocksPerSnapshot: number,
): PlannerWorld => {
  const world = new PlannerWorld()
  world.call('update-initialize-block', { 'new-bitcoin-block-height': 3010n })
  world.call('update-cycle-data-before-initialized', {
    'updated-snapshots-per-cycle': BigInt(snapshots),
    'updated-blocks-per-snapshot': BigInt(blocksPerSnapshot),
  })
  world.chain.creditSbtc(POOL, 10n ** 9n)
  for (const { address, tracking, stacking, sats, microStx, whitelisted } of members) {
    if (world.addresses.has(address)) continue
    world.chain.creditSbtc(address, sats)
    world.chain.lock(stacking ?? address, microStx, 10n ** 9n)
    world.enroll(address, tracking ?? address, stacking ?? address)
    if (whitelisted)
      world.call('whitelist-defi-tracking', { 'defi-rewards-contract': tracking ?? address })
  }
  return world
}

/** Follows the planner until this many cycles are finalized; returns its steps. */
const keep = (
  world: PlannerWorld,
  cycles: number,
  batch: number,
  incidents: readonly string[] = [],
): PlannedCycleStep[] => {
  const steps: PlannedCycleStep[] = []
  let turn = 0
  while (Number(world.contract.variables.cycleId) < cycles) {
    if (steps.length > 5000) throw new Error('The planner does not come to an end.')
    const happens = incidents.length === 0 ? 'none' : incidents[turn++ % incidents.length]!
    if (happens === 'blocks') world.chain.mineStacksBlocks(2n)
    if (happens === 'late') world.chain.mineBurnBlocks(40n)
    const batchLimits = Object.fromEntries(Object.keys(keeperChecks).map((name) => [name, batch]))
    const step = nextStep(world.state(), firstStacksBlock(world), { batchLimits })
    steps.push(step)
    if (step.kind === 'stuck') return steps
    if (step.kind === 'wait-stacks') world.chain.mineStacksBlocks(1n)
    if (step.kind === 'wait-burn')
      world.chain.mineBurnBlocks(BigInt(step.height) - world.chain.burnHeight)
    if (step.kind !== 'call') continue
    const [argument] = step.args
    if (argument?.type === 'principals') expect(argument.value.length).toBeLessThanOrEqual(batch)
    // A stranger sends one row of a batch whose repetition the contract skips; the planner plans
    // again, as after any interruption.
    if (
      happens === 'stranger' &&
      step.functionName === 'capture-snapshot-balances' &&
      argument?.type === 'principals'
    ) {
      world.call(
        'capture-snapshot-balances',
        { principals: argument.value.slice(0, 1) },
        'ST9AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.stranger',
      )
      continue
    }
    const result = world.perform(step)
    expect(result, `${step.functionName} must succeed`).toHaveProperty('ok')
    if (step.functionName === 'distribute-rewards')
      expect(
        ((result as { ok: unknown }).ok as object[]).filter((element) => !('ok' in element)),
      ).toEqual([])
  }
  return steps
}

describe('planner', () => {
  it('carries the contract through whole cycles, whatever happens in between', () => {
    fc.assert(
      fc.property(
        fc.record({
          members: fc.array(member, { maxLength: 8 }),
          snapshots: fc.integer({ min: 1, max: 4 }),
          blocksPerSnapshot: fc.integer({ min: 1, max: 6 }),
          batch: fc.integer({ min: 1, max: 5 }),
          incidents: fc.array(incident, { minLength: 1, maxLength: 30 }),
        }),
        ({ members, snapshots, blocksPerSnapshot, batch, incidents }) => {
          const world = worldOf(members, snapshots, blocksPerSnapshot)
          keep(world, 2, batch, incidents)
          expect(world.contract.variables.cycleId).toBe(2n)
          expect(world.prints('finalize-reward-distribution', 0)).toHaveLength(1)
          expect(world.prints('finalize-reward-distribution', 1)).toHaveLength(1)
          const enrolled = world.addresses.size
          expect(world.prints('compute-current-snapshot-balance', 1)).toHaveLength(
            enrolled * snapshots,
          )
          // Every row is weighed once and only once: a repetition would hold the cycle
          // [dual-stacking Q5].
          expect(
            world
              .prints('compute-weight', 1)
              .map((print) => print['enrolled-address'])
              .toSorted(),
          ).toEqual([...world.addresses].toSorted())
        },
      ),
      { numRuns: 60 },
    )
  })

  it('waits for the Bitcoin height of each step and names the block that brackets it', () => {
    const world = worldOf([], 2, 5)
    const steps = keep(world, 1, 900)
    expect(steps.filter(({ kind }) => kind === 'wait-burn')).toEqual([
      { kind: 'wait-burn', height: 3010, next: 'initialize-contract' },
      { kind: 'wait-burn', height: 3015, next: 'advance-to-next-snapshot' },
      { kind: 'wait-burn', height: 3020, next: 'advance-to-next-cycle' },
    ])
    expect(steps.flatMap((step) => (step.kind === 'call' ? [step.functionName] : []))).toEqual([
      'initialize-contract',
      'advance-to-next-snapshot',
      'finalize-snapshots',
      'propose-golden-ratio',
      'validate-ratio',
      'finalize-weight-computation',
      'set-is-distribution-enabled',
      'finalize-reward-distribution',
      'advance-to-next-cycle',
    ])
    expect(
      steps.find((step) => step.kind === 'call' && step.functionName === 'advance-to-next-cycle'),
    ).toMatchObject({
      args: [{ type: 'uint', value: world.chain.firstStacksBlock(3020n) }],
      checks: [202, 120, 123, 124, 145],
    })
  })

  it('catches up overdue cycles one after another', () => {
    const world = worldOf(
      [
        {
          address: 'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.a',
          tracking: null,
          stacking: null,
          sats: 10n ** 8n,
          microStx: 10n ** 9n,
          whitelisted: false,
        },
      ],
      2,
      3,
    )
    world.chain.mineBurnBlocks(60n)
    const steps = keep(world, 5, 900)
    expect(steps.some(({ kind }) => kind === 'wait-burn')).toBe(false)
    expect(world.contract.variables.cycleId).toBe(5n)
  })

  it('pays a cycle without sBTC with one list', () => {
    const world = worldOf(
      [
        {
          address: 'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.a',
          tracking: null,
          stacking: null,
          sats: 0n,
          microStx: 10n ** 9n,
          whitelisted: false,
        },
      ],
      1,
      3,
    )
    const steps = keep(world, 1, 900)
    expect(steps).toContainEqual({
      kind: 'call',
      functionName: 'distribute-rewards',
      args: [{ type: 'principals', value: ['ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.a'] }],
      checks: [146, 180],
      progress: { done: 0, total: 1 },
    })
  })

  it('proposes another value than one it has tallied already [dual-stacking Q6]', () => {
    const world = worldOf(
      ['a', 'b'].map((name, index) => ({
        address: `ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.${name}`,
        tracking: null,
        stacking: null,
        sats: 10n ** 8n * BigInt(1 + 18 * index),
        microStx: index === 0 ? 10n ** 9n : 0n,
        whitelisted: false,
      })),
      1,
      3,
    )
    const until = (functionName: string) => {
      for (;;) {
        const step = nextStep(world.state(), firstStacksBlock(world))
        if (step.kind === 'call' && step.functionName === functionName) return step
        if (step.kind === 'call') world.perform(step)
        else if (step.kind === 'wait-burn')
          world.chain.mineBurnBlocks(BigInt(step.height) - world.chain.burnHeight)
        else world.chain.mineStacksBlocks(1n)
      }
    }
    // One part in twenty holds STX: exactly 5 %, so every value up to its ratio passes.
    const validate = until('validate-ratio')
    world.perform({
      ...validate,
      functionName: 'change-proposed-golden-ratio',
      args: [{ type: 'uint', value: 10n ** 9n }],
    })
    const step = nextStep(world.state(), firstStacksBlock(world))
    expect(step).toMatchObject({
      functionName: 'change-proposed-golden-ratio',
      args: [{ type: 'uint', value: 10n ** 9n - 1n }],
    })
    keep(world, 1, 900)
    expect(world.contract.variables.cycleId).toBe(1n)
  })

  it('saves a cycle in which a stranger repeated a shared row [dual-stacking Q5]', () => {
    const shared = ['a', 'b', 'c', 'd'].map((name, index) => ({
      address: `ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.${name}`,
      tracking: index < 2 ? 'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.shared' : null,
      stacking: null,
      sats: 10n ** 8n,
      microStx: 10n ** 9n,
      whitelisted: false,
    }))
    const world = worldOf(shared, 1, 3)
    const batchLimits = { 'calculate-participant-weights': 1 }
    let repeated = false
    for (let turn = 0; turn < 200 && world.contract.variables.cycleId === 0n; turn++) {
      const step = nextStep(world.state(), firstStacksBlock(world), { batchLimits })
      expect(step.kind).not.toBe('stuck')
      if (step.kind === 'call') expect(world.perform(step)).toHaveProperty('ok')
      if (step.kind === 'wait-burn')
        world.chain.mineBurnBlocks(BigInt(step.height) - world.chain.burnHeight)
      if (step.kind === 'wait-stacks') world.chain.mineStacksBlocks(1n)
      if (!repeated && world.contract.variables.weightsComputed === 1n) {
        repeated = true
        expect(
          world.call(
            'calculate-participant-weights',
            {
              principals: [
                'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.b',
                'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.b',
              ],
            },
            'ST9AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.stranger',
          ),
        ).toHaveProperty('ok')
      }
    }
    expect(repeated).toBe(true)
    expect(world.contract.variables.cycleId).toBe(1n)
    expect(world.prints('distribute-rewards', 0)).toHaveLength(4)
  })

  it('always leaves out the same row when too few are counted [dual-stacking Q1]', () => {
    const world = worldOf(
      ['a', 'b', 'c'].map((name) => ({
        address: `ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.${name}`,
        tracking: null,
        stacking: null,
        sats: 10n ** 8n,
        microStx: 10n ** 9n,
        whitelisted: false,
      })),
      3,
      3,
    )
    expect(
      world.call('opt-out-defi-batch', {
        'defi-contracts': ['ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.nobody'],
      }),
    ).toHaveProperty('ok')
    keep(world, 2, 2)
    expect(world.contract.variables.cycleId).toBe(2n)
    expect(
      new Set(
        world
          .prints('compute-current-snapshot-balance', 1)
          .map((print) => print['enrolled-address']),
      ),
    ).toEqual(
      new Set([
        'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.a',
        'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.b',
      ]),
    )
  })

  it('captures whitelisted rows last to keep shared STX [dual-stacking Q7]', () => {
    const world = worldOf(
      [
        {
          address: 'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.a',
          tracking: null,
          stacking: 'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.stacker',
          sats: 10n ** 8n,
          microStx: 10n ** 9n,
          whitelisted: true,
        },
        {
          address: 'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.b',
          tracking: null,
          stacking: 'ST3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.stacker',
          sats: 10n ** 8n,
          microStx: 10n ** 9n,
          whitelisted: false,
        },
      ],
      1,
      3,
    )
    keep(world, 1, 1)
    expect(world.prints('count-golden-ratio', 0).map((print) => print['stx-user-amount'])).toEqual([
      10n ** 9n,
      10n ** 9n,
    ])
  })

  it('concludes the last snapshot of the live build when its window has closed', () => {
    const state: CycleState = {
      ...new PlannerWorld().state(),
      active: true,
      cycle: {
        id: 0,
        start: 3010,
        nextStart: 3020,
        snapshots: 1,
        blocksPerSnapshot: 10,
        participants: 0,
      },
      snapshot: { index: 0, height: 3010, stacksHeight: 3014, captured: 0 },
    }
    const at = (burnHeight: number, live: boolean) =>
      nextStep({ ...state, burnHeight }, () => 1, { live })
    expect(at(3014, true)).toEqual({ kind: 'wait-burn', height: 3015, next: 'finalize-snapshots' })
    expect([at(3015, true), at(3010, false)]).toMatchObject([
      { functionName: 'finalize-snapshots' },
      { functionName: 'finalize-snapshots' },
    ])
  })

  it('says why nothing helps', () => {
    const row = (address: string): PlannedParticipant => ({
      address,
      trackingAddress: address,
      stackingAddress: address,
      capturedIn: 0,
      sats: 5n,
      microStx: 5n,
      tallied: true,
      weighed: true,
      rewarded: true,
    })
    const state: CycleState = {
      ...new PlannerWorld().state(),
      active: true,
      burnHeight: 4000,
      stacksHeight: 9000,
      cycle: {
        id: 0,
        start: 3010,
        nextStart: 3020,
        snapshots: 1,
        blocksPerSnapshot: 10,
        participants: 2,
      },
      snapshot: { index: 0, height: 3010, stacksHeight: 3014, captured: 2 },
      totals: { sats: 5n, microStx: 5n },
      participants: [row('a')],
    }
    const reason = (changes: Partial<CycleState>) => {
      const step = nextStep({ ...state, ...changes }, () => 3014)
      return step.kind === 'stuck' ? step.reason : step
    }
    const done = { snapshotsFinalized: true, goldenRatio: 10n ** 8n }
    expect(reason({ snapshot: { ...state.snapshot, captured: 1 } })).toEqual({
      code: 'count-differs',
      phase: 'capture',
      counted: 1,
      expected: 2,
    })
    expect(reason({ snapshot: { ...state.snapshot, captured: 3 } })).toEqual({
      code: 'count-differs',
      phase: 'capture',
      counted: 3,
      expected: 2,
    })
    expect(reason({ ...done, weightsComputed: 1 })).toEqual({
      code: 'count-differs',
      phase: 'weights',
      counted: 1,
      expected: 2,
    })
    expect(
      reason({ ...done, weightsComputed: 2, weightsFinalized: true, cyclesPerYear: 0n }),
    ).toEqual({ code: 'cycle-longer-than-year' })
    expect(
      reason({
        ...done,
        weightsComputed: 2,
        weightsFinalized: true,
        distributionEnabled: true,
        rewarded: 1,
      }),
    ).toEqual({ code: 'count-differs', phase: 'rewards', counted: 1, expected: 2 })
    expect(reason({ cycle: { ...state.cycle, snapshots: 0 } })).toEqual({ code: 'misconfigured' })
    expect(reason({ cycle: { ...state.cycle, snapshots: 2, blocksPerSnapshot: 10 } })).toEqual({
      code: 'misconfigured',
    })
    expect(reason({ snapshotsFinalized: true, maxPercentage: 20_000n })).toEqual({
      code: 'no-valid-ratio',
    })
    expect(
      reason({
        snapshotsFinalized: true,
        totals: { sats: 5n, microStx: 0n },
        proposal: { ratio: 10n ** 8n, counted: 1, satsAbove: 0n, satsEqual: 0n },
      }),
    ).toEqual({ code: 'ratio-used-up' })
    expect(reason({ active: false, deployedAt: 9000 })).toEqual({
      code: 'starts-before-deployment',
    })
    expect(
      reason({
        snapshot: { ...state.snapshot, captured: 1, stacksHeight: 9000 },
        participants: [row('a'), { ...row('b'), capturedIn: 3 }],
      }),
    ).toEqual({ kind: 'wait-stacks', next: 'capture-snapshot-balances' })
  })
})
