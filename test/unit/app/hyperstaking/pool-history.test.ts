import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToHistory,
  earnedIn,
  emptyHistory,
  growthOverTime,
  positionOverTime,
} from '../../../../src/app/hyperstaking/pool-history.ts'
import type { PoolEvent } from '../../../../src/chain/dusk/pool-events.ts'

const DAY = 8640n
const event = (
  topic: 'deposit' | 'unstake' | 'reward',
  height: bigint,
  data: { account?: string; amount?: bigint; fee?: bigint; totalStake: bigint; supply?: bigint },
): PoolEvent =>
  ({
    topic,
    height,
    key: `${topic} ${height}`,
    origin: '',
    data: {
      account: data.account ?? 'other',
      amount: data.amount ?? 0n,
      fee: data.fee ?? 0n,
      feeTotal: 0n,
      totalStake: data.totalStake,
      tokenTotalSupply: data.supply ?? 1_000_000n,
    },
  }) as unknown as PoolEvent
const read = (events: PoolEvent[], complete = true) =>
  addToHistory(emptyHistory, events, 'me', complete)

describe('the history of a pool', () => {
  it('keeps the last event of each day, whichever pages it came in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 * Number(DAY) }), { maxLength: 60 }),
        fc.nat(60),
        (heights, cut) => {
          const events = heights
            .toSorted((one, other) => one - other)
            .map((height, index) =>
              event('reward', BigInt(height), { totalStake: 1_000_000n + BigInt(index) }),
            )
          const whole = read(events)
          const first = read(events.slice(0, cut), false)
          expect(addToHistory(first, events.slice(cut), 'me', true)).toEqual(whole)
          const days = whole.days.map(({ height }) => height / DAY)
          expect(new Set(days).size).toBe(days.length)
          expect(whole.days.at(-1)?.numerator).toBe(
            events.length > 0 ? 1_000_000n + BigInt(events.length - 1) : undefined,
          )
        },
      ),
    )
  })

  it('says what a share really gained, and at that pace in a year', () => {
    const history = read([
      event('deposit', 10n, { totalStake: 1_000_000n }),
      event('reward', 31n * DAY, { totalStake: 1_010_000n }),
    ])
    const now = { numerator: 1_020_100n, denominator: 1_000_000n }
    expect(earnedIn(history, now, 38n * DAY, 7)).toEqual({
      known: true,
      // 1.0201 / 1.01 − 1 in seven days.
      value: { gained: 1_000_000n, yearly: (1_000_000n * 365n) / 7n },
    })
    expect(earnedIn(history, now, 38n * DAY, 30)).toMatchObject({
      value: { gained: 2_010_000n },
    })
  })

  it('counts what a punishment burned', () => {
    const history = read([event('deposit', 10n, { totalStake: 1_000_000n })])
    const now = { numerator: 900_000n, denominator: 1_000_000n }
    expect(earnedIn(history, now, 8n * DAY, 7)).toMatchObject({ value: { gained: -10_000_000n } })
  })

  it('is unknown for a younger pool, and while events are still to be read', () => {
    const now = { numerator: 1n, denominator: 1n }
    const events = [event('deposit', 5n * DAY, { totalStake: 1_000_000n })]
    expect(earnedIn(read(events), now, 8n * DAY, 7)).toEqual({ known: false, reason: 'not-yet' })
    expect(earnedIn(read(events, false), now, 80n * DAY, 7)).toEqual({
      known: false,
      reason: 'not-read',
    })
  })
})

describe('a position over time', () => {
  const rate = { numerator: 1_200_000n, denominator: 1_000_000n }
  const events = [
    event('reward', DAY, { totalStake: 1_000_000n }),
    event('deposit', 2n * DAY, {
      account: 'me',
      amount: 100_000n,
      fee: 250n,
      totalStake: 1_100_000n,
      supply: 1_100_000n,
    }),
    event('reward', 3n * DAY, { totalStake: 1_210_000n, supply: 1_100_000n }),
    event('unstake', 4n * DAY, {
      account: 'me',
      amount: 55_000n,
      totalStake: 1_155_000n,
      supply: 1_050_000n,
    }),
  ]

  it('is the account’s shares at each day’s rate, and what it is worth now', () => {
    expect(positionOverTime(read(events), { rate, lux: 60_000n, height: 5n * DAY })).toEqual({
      known: true,
      value: [
        { height: 2n * DAY, lux: 100_000n },
        { height: 3n * DAY, lux: 110_000n },
        { height: 4n * DAY, lux: 55_000n },
        { height: 5n * DAY, lux: 60_000n },
      ],
    })
  })

  it('is not made up where shares came another way', () => {
    expect(positionOverTime(read(events), { rate, lux: 90_000n, height: 5n * DAY })).toEqual({
      known: false,
      reason: 'not-offered',
    })
  })
})

describe('the growth of the exchange rate', () => {
  const days = Array.from({ length: 50 }, (_, day) =>
    event('reward', BigInt(day) * DAY, { totalStake: 1_000_000n + BigInt(day) * 1_000n }),
  )
  const now = { rate: { numerator: 1_100_000n, denominator: 1_000_000n }, height: 60n * DAY }

  it('begins at nothing and ends with what it is now, in no more points than asked for', () => {
    const growth = growthOverTime(read(days), now, 100)
    if (!growth.known) throw new Error(growth.reason)
    expect(growth.value).toHaveLength(51)
    expect(growth.value[0]).toEqual({ height: 0n, gained: 0n })
    expect(growth.value[10]).toEqual({ height: 10n * DAY, gained: 1_000_000n })
    expect(growth.value.at(-1)).toEqual({ height: 60n * DAY, gained: 10_000_000n })
    const few = growthOverTime(read(days), now, 10)
    expect(few.known && few.value.length).toBe(9)
    expect(few.known && few.value.at(-1)).toEqual(growth.value.at(-1))
  })

  it('falls where the pool was slashed', () => {
    const rate = { numerator: 900_000n, denominator: 1_000_000n }
    const growth = growthOverTime(read(days), { ...now, rate }, 10)
    expect(growth.known && growth.value.at(-1)?.gained).toBe(-10_000_000n)
  })

  it('is unknown before all events are read, and without any', () => {
    expect(growthOverTime(read(days, false), now, 10)).toEqual({ known: false, reason: 'not-read' })
    expect(growthOverTime(read([]), now, 10)).toEqual({ known: false, reason: 'not-yet' })
  })
})
