import { describe, expect, it } from 'vitest'
import { findNotices } from '../../../../src/app/dual-stacking/find-notices.ts'
import { initialSettings } from '../../../../src/app/settings.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import type {
  AccountReading,
  CycleReading,
  NetworkReading,
} from '../../../../src/chain/stacks/readings.ts'

const address = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const running: CycleReading = {
  id: 7,
  startHeight: 10_000,
  nextStartHeight: 12_100,
  snapshotsPerCycle: 14,
  blocksPerSnapshot: 150,
  bufferBlocks: 0,
  snapshotIndex: 5,
  snapshotHeight: 10_750,
  capturedCount: 0,
  participantsCount: 10,
  phase: 'snapshots',
}
const network: NetworkReading = {
  deployment: 'embedded-v1',
  family: 'v1',
  burnHeight: 10_800,
  stacksHeight: 1,
  readAt: 0,
  cycle: known(running),
  apr: known(5_000_000n),
  multiplier: known(9n),
  blocksPerYear: known(52_500n),
  goldenRatios: known([
    { cycle: 6, ratio: 400_000_000_000n },
    { cycle: 5, ratio: 500_000_000_000n },
  ]),
  poolSats: known(1_000_000_000n),
  totalWeights: known({ cycle: 6, weights: 1_000_000_000n }),
  minimumSats: known(10_000n),
  writable: { ok: true },
}
const reading: AccountReading = {
  deployment: 'embedded-v1',
  address,
  burnHeight: 10_800,
  readAt: 0,
  sats: known(25_000_000n),
  defiSats: known(0n),
  lockedMicroStx: known(10_000_000_000n),
  liquidMicroStx: known(0n),
  balanceMicroStx: known(1n),
  enrolledThisCycle: known(true),
  enrolledNextCycle: known(true),
  rewardAddress: known(address),
  blacklisted: known(false),
  holding: known(null),
}
const none = { ...initialSettings().notifications, paymentLate: false }
const at = (cycle: Partial<CycleReading>, more: Partial<NetworkReading> = {}): NetworkReading => ({
  ...network,
  ...more,
  cycle: known({ ...running, ...cycle }),
})
const kinds = (...args: Parameters<typeof findNotices>) =>
  findNotices(...args).map(({ notice }) => notice.kind)

describe('notices besides rewards', () => {
  it('exclude those that are turned off', () => {
    const worst = at({ phase: 'distributing' }, { burnHeight: 13_000 })
    expect(findNotices(worst, [{ ...reading, enrolledNextCycle: known(false) }], none)).toEqual([])
  })

  it('not enrolled: once per cycle, within a day and a half before it', () => {
    const wanted = { ...none, notEnrolled: true }
    const out = { ...reading, enrolledNextCycle: known(false) }
    expect(kinds(network, [out], wanted)).toEqual([])
    const near = { ...network, burnHeight: 12_000 }
    expect(findNotices(near, [out], wanted)).toEqual([
      {
        key: `not-enrolled:embedded-v1:${address}:8`,
        notice: { kind: 'not-enrolled', address, cycle: 8, blocks: 100 },
      },
    ])
    expect(kinds(near, [reading], wanted)).toEqual([])
    expect(kinds(near, [{ ...out, enrolledNextCycle: unknown('offline') }], wanted)).toEqual([])
    expect(kinds({ ...near, burnHeight: 12_100 }, [out], wanted)).toEqual([])
    expect(
      kinds({ ...near, writable: { ok: false, reason: 'superseded' } }, [out], wanted),
    ).toEqual([])
  })

  it('boost below: for those who count, by the exact projection', () => {
    // 10,000 STX for 0.25 sBTC: d = 4·10^10 of D = 4·10^11, s = floor(sqrt(10^7)) = 3162, boost 1 +
    // 9·0.3162.
    const wanted = (boostBelow: number) => ({ ...none, boostBelow })
    expect(findNotices(network, [reading], wanted(3.85))).toEqual([
      {
        key: `boost-below:embedded-v1:${address}:7`,
        notice: { kind: 'boost-below', address, boost: 384_580_000n },
      },
    ])
    expect(kinds(network, [reading], wanted(3.84))).toEqual([])
    expect(kinds(network, [{ ...reading, enrolledNextCycle: known(false) }], wanted(9))).toEqual([])
    expect(kinds({ ...network, goldenRatios: unknown('offline') }, [reading], wanted(9))).toEqual(
      [],
    )
  })

  it('golden ratio: when it was validated just now and differs', () => {
    const wanted = { ...none, goldenRatioMoved: true }
    expect(kinds(network, [], wanted)).toEqual([])
    const fresh = at({ snapshotIndex: 0 })
    expect(findNotices(fresh, [], wanted)).toEqual([
      {
        key: 'golden-ratio:embedded-v1:6',
        notice: {
          kind: 'golden-ratio',
          cycle: 6,
          ratio: 400_000_000_000n,
          before: 500_000_000_000n,
        },
      },
    ])
    expect(kinds({ ...fresh, goldenRatios: known([{ cycle: 6, ratio: 5n }]) }, [], wanted)).toEqual(
      [],
    )
    expect(
      kinds(
        {
          ...fresh,
          goldenRatios: known([
            { cycle: 6, ratio: 5n },
            { cycle: 5, ratio: 5n },
          ]),
        },
        [],
        wanted,
      ),
    ).toEqual([])
  })

  it('payment late: half a day after it was due, to all who may have been captured', () => {
    const wanted = { ...none, paymentLate: true }
    const due = at(
      { snapshotIndex: 13, snapshotHeight: 11_950, phase: 'weights' },
      { burnHeight: 12_171 },
    )
    expect(kinds(due, [reading], wanted)).toEqual([])
    const late = { ...due, burnHeight: 12_172 }
    expect(findNotices(late, [reading], wanted)).toEqual([
      {
        key: `payment-late:embedded-v1:${address}:7`,
        notice: { kind: 'payment-late', address, cycle: 7, blocks: 72 },
      },
    ])
    const paid = { sats: 1n, microStx: 1n, lastSnapshot: 13, rewarded: true, rewardSats: 5n }
    expect(kinds(late, [{ ...reading, holding: known(paid) }], wanted)).toEqual([])
    expect(kinds(late, [{ ...reading, enrolledThisCycle: known(false) }], wanted)).toEqual([])
  })
})
