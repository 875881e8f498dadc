import { describe, expect, it } from 'vitest'
import {
  findStakingNotices,
  type StakingReadings,
} from '../../../../../src/app/bitcoin-staking/notices/find-staking-notices.ts'
import { allStakingNews } from '../../../../../src/app/bitcoin-staking/notices/staking-news-settings.ts'
import { emptyStakingWatch } from '../../../../../src/app/bitcoin-staking/notices/staking-watch.ts'
import { known, unknown } from '../../../../../src/chain/known.ts'
import * as example from '../../../../../src/dev/gallery/staking-fixtures.ts'

const { programme, holder, manager } = example
const { address } = holder.position
const start = 666_050n + 148n * 2_100n
const STX = 1_000_000n

type Change = Partial<StakingReadings>
const find = (change: Change = {}) =>
  findStakingNotices({
    address,
    programme,
    before: holder,
    after: holder,
    watch: emptyStakingWatch,
    wanted: allStakingNews,
    ...change,
  })
const noticesOf = (change: Change = {}) =>
  find(change).occasions.flatMap(({ holds }) =>
    holds === null || holds === 'unchanged' ? [] : [holds.notice],
  )
const at = (burnHeight: bigint, change: Partial<typeof programme> = {}) => ({
  ...programme,
  burnHeight,
  cycle: known({ id: (burnHeight - 666_050n) / 2_100n, isPreparing: false }),
  ...change,
})
const withStake = (change: Partial<{ firstCycle: bigint; cycles: bigint; manager: string }>) => ({
  ...holder,
  position: {
    ...holder.position,
    stake: known({
      manager: manager.manager,
      microStx: 25_000n * STX,
      firstCycle: 146n,
      cycles: 12n,
      ...change,
    }),
  },
})
const withGross = (...cycles: [cycle: bigint, grossSats: bigint][]) => ({
  ...holder,
  claims: {
    cycles: cycles.map(([cycle, grossSats]) => ({
      ...holder.claims!.cycles[0]!,
      cycle,
      legs: [
        {
          ...holder.claims!.cycles[0]!.legs[0]!,
          grossSats,
          netSats: known(grossSats),
          afterPullSats: grossSats,
        },
      ],
    })),
    next: null,
    stopped: null,
  },
})

describe('something to claim', () => {
  it('is told when it has grown and is enough', () => {
    const before = withGross([148n, 0n], [147n, 900n])
    expect(noticesOf({ before, after: before })).toEqual([])
    const after = withGross([148n, 100n], [147n, 900n])
    expect(noticesOf({ before, after })).toEqual([{ kind: 'claimable', address, sats: 1_000n }])
    const wanted = { ...allStakingNews, claimableSats: 1_001 }
    expect(noticesOf({ before, after, wanted })).toEqual([])
  })

  it('is told for a cycle that has begun since', () => {
    const [before, after] = [withGross([147n, 0n]), withGross([148n, 5_000n], [147n, 0n])]
    expect(noticesOf({ before, after })).toHaveLength(1)
  })

  it('is nothing new in cycles that the listing only now gets to, nor in the first reading', () => {
    const [before, after] = [withGross([148n, 0n]), withGross([148n, 0n], [147n, 9_000n])]
    expect(noticesOf({ before, after })).toEqual([])
    expect(noticesOf({ before: null, after })).toEqual([])
  })

  it('says nothing where the listing stopped, and ends with the last claim', () => {
    const before = withGross([148n, 2_000n])
    const stopped = { ...before, claims: { ...before.claims, stopped: 'bad-answer' as const } }
    const topics = (change: Change) =>
      find(change).occasions.filter(({ topic }) => topic === 'claimable')
    expect(topics({ before, after: stopped })).toEqual([])
    expect(topics({ before, after: withGross([148n, 0n]) })).toEqual([
      { topic: 'claimable', holds: null },
    ])
  })
})

describe('a calculation', () => {
  const due = { lastComputeHeight: known(start - 1_051n) }

  it('is late half a day after its half, for who has earned in it', () => {
    expect(noticesOf({ programme: at(start + 71n, due) })).toEqual([])
    expect(noticesOf({ programme: at(start + 72n, due) })).toEqual([
      { kind: 'half-late', address, cycle: 147n, blocks: 72 },
    ])
    const joined = withStake({ firstCycle: 148n })
    expect(noticesOf({ programme: at(start + 72n, due), after: joined })).toEqual([])
    const first = { lastComputeHeight: known(start - 1n) }
    expect(noticesOf({ programme: at(start + 1_200n, first), after: joined })).toEqual([
      { kind: 'half-late', address, cycle: 148n, blocks: 150 },
    ])
  })

  it('that is done, or unknown, is not', () => {
    const done = { lastComputeHeight: known(start - 1n) }
    expect(noticesOf({ programme: at(start + 500n, done) })).toEqual([])
    const untold = { lastComputeHeight: unknown('offline') }
    expect(noticesOf({ programme: at(start + 500n, untold) })).toEqual([])
  })
})

describe('a manager', () => {
  const withManager = (change: Partial<typeof manager>) => ({
    ...holder,
    manager: { ...manager, ...change },
  })

  it('that will raise its fee is told of before', () => {
    const fee = known({ bips: 400n, pending: { bips: 450n, fromCycle: 150n } })
    expect(noticesOf({ after: withManager({ fee }) })).toEqual([
      {
        kind: 'fee-rises',
        address,
        manager: manager.manager,
        bips: 400n,
        laterBips: 450n,
        cycle: 150n,
      },
    ])
  })

  it('that has raised it at once is told of; one that lowers it is not', () => {
    const after = withManager({ fee: known({ bips: 9_999n, pending: null }) })
    const watch = { ...emptyStakingWatch, fee: { manager: manager.manager, bips: 495n } }
    const rose = { kind: 'fee-rose', address, manager: manager.manager }
    expect(noticesOf({ after, watch })).toEqual([{ ...rose, bips: 9_999n, beforeBips: 495n }])
    expect(find({ after, watch }).watch.fee?.bips).toBe(9_999n)
    expect(noticesOf({ after, watch: find({ after, watch }).watch })).toEqual([])
    expect(noticesOf({ after })).toEqual([])
    const lower = withManager({ fee: known({ bips: 100n, pending: null }) })
    expect(noticesOf({ after: lower, watch })).toEqual([])
  })

  it('below 50,000 STX is told of where a stake with it is to earn', () => {
    const below = withManager({ delegatedMicroStx: known(49_999n * STX) })
    expect(noticesOf({ after: below })).toEqual([
      {
        kind: 'manager-below',
        address,
        manager: manager.manager,
        microStx: 49_999n * STX,
        cycle: 148n,
      },
    ])
    const pending = { ...below, position: withStake({ firstCycle: 149n }).position }
    expect(noticesOf({ after: pending })).toEqual([])
    expect(noticesOf({ after: withManager({ delegatedMicroStx: unknown('offline') }) })).toEqual([])
  })
})

describe('the end of a stake', () => {
  const ending = withStake({ firstCycle: 146n, cycles: 3n })
  const prepare = start + 2_000n
  const calculated = { lastComputeHeight: known(start + 1_049n) }

  it('can be put off in the last days before the prepare phase', () => {
    const run = { before: ending, after: ending }
    const chance = { kind: 'last-chance', address, microStx: 25_000n * STX, cycle: 148n }
    expect(noticesOf({ ...run, programme: at(prepare - 433n, calculated) })).toEqual([])
    expect(noticesOf({ ...run, programme: at(prepare - 432n, calculated) })).toEqual([
      { ...chance, blocks: 432 },
    ])
    expect(noticesOf({ ...run, programme: at(prepare, calculated) })).toEqual([])
    expect(noticesOf({ programme: at(prepare - 9n, calculated), after: holder })).toEqual([])
  })

  it('is told, as what it is: the time was up, or the holder has unstaked', () => {
    const over = at(start + 2_110n, { lastComputeHeight: known(start + 2_099n) })
    expect(noticesOf({ programme: over, before: ending, after: ending })).toEqual([
      { kind: 'stake-ended', address, microStx: 25_000n * STX },
    ])
    const { watch } = find({ before: holder, after: ending })
    expect(watch.unstakedEnd).toBe(149n)
    expect(noticesOf({ programme: over, before: ending, after: ending, watch })).toEqual([
      { kind: 'unstaked', address, microStx: 25_000n * STX },
    ])
    const near = at(prepare - 9n, calculated)
    expect(noticesOf({ programme: near, before: ending, after: ending, watch })).toEqual([])
    expect(find({ before: ending, after: holder, watch }).watch.unstakedEnd).toBeNull()
  })

  it('of a bond leaves its sBTC inside', () => {
    const { holder: after, programme: over } = example.bondEnded
    expect(noticesOf({ programme: over!, before: after, after: after! })).toContainEqual({
      kind: 'bond-ended',
      address,
      bond: 1n,
      sats: 50_000_000n,
    })
    const withdrawn = { ...after!, position: { ...after!.position, heldSats: known(0n) } }
    const kinds = noticesOf({ programme: over!, after: withdrawn }).map(({ kind }) => kind)
    expect(kinds).not.toContain('bond-ended')
  })

  it('says nothing while the position is unknown', () => {
    const untold = { ...ending.position, stake: unknown('offline' as const) }
    const after = { ...ending, position: untold }
    const over = at(start + 2_110n)
    expect(find({ programme: over, after }).occasions.map(({ topic }) => topic)).toEqual([
      'claimable',
    ])
  })
})
