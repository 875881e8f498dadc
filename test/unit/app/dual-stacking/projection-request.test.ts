import { describe, expect, it } from 'vitest'
import { enrolBlockers, takesCall } from '../../../../src/app/dual-stacking/blockers.ts'
import { contractErrorText } from '../../../../src/app/dual-stacking/contract-error-text.ts'
import {
  cycleVerdict,
  runningCycleRecord,
} from '../../../../src/app/dual-stacking/cycle-verdict.ts'
import { enrollmentOf } from '../../../../src/app/dual-stacking/enrollment.ts'
import { familiarAddresses } from '../../../../src/app/dual-stacking/familiar-addresses.ts'
import { intentsOf, activityStatusOf } from '../../../../src/app/dual-stacking/intent-status.ts'
import {
  missingValues,
  buildProjectionRequest,
  whatIfRequest,
} from '../../../../src/app/dual-stacking/projection-request.ts'
import { rewardsCsv, groupRewardsByCycle } from '../../../../src/app/dual-stacking/rewards.ts'
import { selectedAccount } from '../../../../src/app/dual-stacking/selected-account.ts'
import { visibleActivity } from '../../../../src/app/visible-activity.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import {
  enrolled,
  intent,
  ME,
  network,
  NOW,
  OTHER,
  payments,
  reading,
  records,
} from '../../../../src/dev/gallery/fixtures.ts'
import { project } from '../../../../src/protocol/dual-stacking/projection/project.ts'
import { createWords } from '../../../../src/words/create-words.ts'
import { catalogue } from '../../../../src/words/en/index.ts'

describe('enrollment', () => {
  const of = (now: boolean | null, next: boolean | null) =>
    enrollmentOf({
      ...reading,
      enrolledThisCycle: now === null ? unknown('at-block-unavailable') : known(now),
      enrolledNextCycle: next === null ? unknown('offline') : known(next),
    })
  it('distinguishes every case and never takes unknown for no', () => {
    expect([of(true, true), of(false, true), of(true, false), of(false, false)]).toEqual([
      'both',
      'joining',
      'leaving',
      'none',
    ])
    expect([
      of(null, true),
      of(null, false),
      of(true, null),
      of(null, null),
      enrollmentOf(null),
    ]).toEqual(['next', 'not-next', 'unknown', 'unknown', 'unknown'])
  })
})

it('a reading under another contract is not shown for this one', () => {
  expect(selectedAccount(enrolled)?.reading).toBe(reading)
  expect(
    selectedAccount({ ...enrolled, settings: { ...enrolled.settings, deployment: 'mainnet-v1' } })
      ?.reading,
  ).toBeNull()
})

it('knows the addresses that rewards have gone to', () => {
  expect(familiarAddresses(enrolled)).toContain(OTHER)
})

describe('requests to a wallet', () => {
  const ids = (...intents: Parameters<typeof intent>[0][]) =>
    visibleActivity(
      intents.map((change, i) =>
        intent({ id: `${i}`, updatedAt: NOW - 60_000 * (i + 1), ...change }),
      ),
      activityStatusOf,
      NOW,
    ).map(({ id }) => id)
  it('are history once something newer was requested, or a day after completion', () => {
    expect(
      ids(
        { state: 'confirmed' },
        { state: 'failed', failure: 'rejected', sent: 'nothing' },
        { state: 'confirmed' },
      ),
    ).toEqual(['0'])
    expect(ids({ state: 'submitted' }, { state: 'aborted' })).toEqual(['0'])
    expect(ids({ state: 'confirmed', updatedAt: NOW - 86_400_000 })).toEqual([])
    const declined = { state: 'failed', failure: 'rejected', sent: 'nothing' } as const
    expect(ids({ ...declined, updatedAt: NOW - 86_400_000 })).toEqual(['0'])
  })
  it('stay where something may have been sent that its sender does not know of', () => {
    expect(
      ids(
        { state: 'confirmed' },
        { state: 'refused' },
        { state: 'failed', failure: 'rejected' },
        { state: 'failed', failure: 'timeout', sent: 'unknown' },
        { state: 'failed', failure: 'timeout', sent: 'nothing' },
        { state: 'failed', failure: 'wallet-missing', walletId: null },
        { state: 'asking', failure: 'high-fee', txid: `0x${'ab'.repeat(32)}` },
      ),
    ).toEqual(['0', '1', '2', '3', '6'])
    expect(ids({ state: 'refused' }, { state: 'confirmed' })).toEqual(['0', '1'])
  })
  it('belong to their network', () => {
    const state = { ...enrolled, intents: [intent({})] }
    expect(intentsOf(state, ME, 'devnet')).toHaveLength(1)
    expect(intentsOf(state, ME, 'mainnet')).toHaveLength(0)
  })
})

describe('what stops an enrollment', () => {
  const codes = (change: Partial<typeof reading>) =>
    enrolBlockers(network, { ...reading, enrolledNextCycle: known(false), ...change }).map(
      ({ code }) => code,
    )
  it('is only what is known', () => {
    expect(codes({})).toEqual([])
    expect(codes({ sats: known(9_999n) })).toEqual(['below-minimum'])
    expect(codes({ sats: known(10_000n) })).toEqual([])
    expect(codes({ sats: unknown('offline'), blacklisted: unknown('offline') })).toEqual([])
    expect(codes({ blacklisted: known(true) })).toEqual(['blacklisted'])
    expect(codes({ enrolledNextCycle: known(true) })).toEqual(['already-enrolled'])
    expect(codes({ balanceMicroStx: known(0n) })).toEqual(['no-fee'])
  })
  it('is the contract itself when it was superseded', () => {
    expect(
      enrolBlockers({ ...network, writable: { ok: false, reason: 'superseded' } }, null),
    ).toEqual([{ code: 'superseded', final: true }])
  })
  it('leaves the ways out of a programme open that nobody can join any more', () => {
    const taken = (reason: 'closed' | 'ended' | 'superseded') =>
      ['enroll', 'change-reward-address', 'opt-out'].filter((action) =>
        takesCall({ writable: { ok: false, reason } }, action),
      )
    expect(taken('closed')).toEqual(['change-reward-address', 'opt-out'])
    expect(taken('ended')).toEqual(['opt-out'])
    expect(taken('superseded')).toEqual([])
  })
})

describe('projection request', () => {
  it('counts locked and liquid STX, and is null while a needed value is unknown', () => {
    expect(
      buildProjectionRequest(network, { ...reading, liquidMicroStx: known(7n) })?.holdings.microStx,
    ).toBe(5_103_000_007n)
    expect(
      buildProjectionRequest(network, { ...reading, lockedMicroStx: unknown('offline') }),
    ).toBeNull()
    expect(missingValues(network, { ...reading, lockedMicroStx: unknown('offline') })).toEqual([
      { value: 'lockedMicroStx', reason: 'offline' },
    ])
    expect(missingValues({ ...network, goldenRatios: known([]) }, reading)).toEqual([
      { value: 'goldenRatios', reason: 'not-yet' },
    ])
    expect(missingValues(null, null)).toHaveLength(4)
  })

  it('includes the snapshots captured so far only for participants of this cycle', () => {
    expect(buildProjectionRequest(network, reading)?.soFar).toEqual({
      sats: 103_680_000n,
      defiSats: 0n,
      microStx: 45_927_000_000n,
      remaining: 5n,
    })
    expect(
      buildProjectionRequest(network, { ...reading, enrolledThisCycle: known(false) })?.soFar,
    ).toBeUndefined()
    expect(
      buildProjectionRequest(network, { ...reading, enrolledThisCycle: unknown('offline') })?.soFar,
    ).toBeUndefined()
  })

  it('of a what-if leaves all other weights unchanged', () => {
    const request = buildProjectionRequest(network, reading)!
    const now = project(request)
    const whatIf = project(whatIfRequest(request, { microStx: 8_000_000_000n }, now.cycle.weight))
    expect(whatIf.cycle.totalWeights! - whatIf.cycle.weight).toBe(
      now.cycle.totalWeights! - now.cycle.weight,
    )
    expect(whatIf.cycle.rewardSats).toBe(
      project({ ...request, whatIf: { microStx: 8_000_000_000n } }).whatIf!.cycle.rewardSats,
    )
  })
})

describe('the outcome of a reward', () => {
  const past = { ...records[0]!, cycle: 1 }
  const cycle = network.cycle.known ? network.cycle.value : null!
  const running = runningCycleRecord(network, reading, cycle)
  const at = (burnHeight: number, phase = cycle.phase) => ({
    ...network,
    burnHeight,
    cycle: known({ ...cycle, phase }),
  })

  it('is read from the records for a past cycle', () => {
    expect(cycleVerdict(records[0]!, payments, network)).toBe('paid')
    expect(cycleVerdict(past, payments, network)).toBe('paid-unseen')
    expect(cycleVerdict({ ...past, rewardSats: known(0n) }, payments, network)).toBe('zero')
    expect(cycleVerdict({ ...past, rewardSats: known(null) }, payments, network)).toBe('missed')
    expect(
      cycleVerdict(
        { ...past, rewardSats: known(null), finalized: known(false) },
        payments,
        network,
      ),
    ).toBe('late')
    expect(
      cycleVerdict({ ...past, captured: known(0), rewardSats: known(null) }, payments, network),
    ).toBe('not-in-it')
  })

  it('is derived from the calendar for the running cycle', () => {
    expect(running).toMatchObject({
      cycle: 7,
      captured: known(9),
      weight: known(null),
      rewardSats: known(null),
    })
    const holding = known({
      sats: 1n,
      microStx: 1n,
      lastSnapshot: 13,
      rewarded: true,
      rewardSats: 5n,
    })
    expect(runningCycleRecord(network, { ...reading, holding }, cycle)).toMatchObject({
      weight: unknown('not-read'),
      rewardSats: known(5n),
    })
    expect(cycleVerdict(running, payments, network)).toBe('coming')
    expect(cycleVerdict(running, payments, at(cycle.nextStartHeight + 1, 'distributing'))).toBe(
      'late',
    )
    expect(cycleVerdict({ ...running, captured: known(0) }, payments, network)).toBe(
      'not-captured-yet',
    )
    expect(cycleVerdict({ ...running, captured: known(0) }, payments, network, false)).toBe(
      'not-in-it',
    )
    expect(
      cycleVerdict({ ...running, captured: known(0) }, payments, at(network.burnHeight, 'weights')),
    ).toBe('not-in-it')
  })

  it('is not guessed from what is unknown', () => {
    expect(
      cycleVerdict(
        { ...past, captured: unknown('offline'), rewardSats: unknown('offline') },
        payments,
        network,
      ),
    ).toBe('unknown')
    expect(cycleVerdict({ ...past, rewardSats: unknown('offline') }, payments, network)).toBe(
      'unknown',
    )
    expect(
      cycleVerdict(
        { ...past, rewardSats: known(null), finalized: unknown('offline') },
        payments,
        network,
      ),
    ).toBe('unknown')
  })
})

describe('rewards', () => {
  it('add up by cycle, newest first, those of an unknown cycle last', () => {
    const [first, second] = payments
    const groups = groupRewardsByCycle([
      { ...first!, cycle: unknown('not-offered') },
      second!,
      { ...second!, key: 'x:1', sats: 1n },
    ])
    expect(groups.map(({ cycle, sats }) => [cycle, sats])).toEqual([
      [5, second!.sats + 1n],
      [null, first!.sats],
    ])
  })

  it('as CSV are oldest first, one line each, unknown left empty', () => {
    const lines = rewardsCsv([
      payments[0]!,
      { ...payments[1]!, cycle: unknown('not-offered'), blockTime: unknown('offline') },
    ]).split('\r\n')
    expect(lines[0]).toBe(
      'date,bitcoin_height,cycle,sats,enrolled_address,reward_address,transaction',
    )
    expect(lines[1]).toMatch(/^,934738,,11377,SP2J/)
    expect(lines[2]).toMatch(/^2026-11-17T09:30:00\.000Z,936838,6,11902,/)
    expect(lines).toHaveLength(4)
  })
})

it('an error number is read with the table of its version only', () => {
  const words = createWords('en', catalogue, 'sats')
  expect(contractErrorText(words, 'v1', 114)).toContain('whitelisted')
  expect(contractErrorText(words, 'v2', 114)).toContain('not blacklisted')
  expect(contractErrorText(words, 'v3', 101)).toContain('101')
  expect(contractErrorText(words, null, 101)).toContain('undocumented')
})
