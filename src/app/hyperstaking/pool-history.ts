import * as v from 'valibot'
import type { PoolEvent } from '../../chain/dusk/pool-events.ts'
import { type Known, known, unknown } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'
import { BLOCKS_PER_DAY } from '../../protocol/hyperstaking/core/epoch.ts'
import { RATE_SCALE } from '../../protocol/hyperstaking/core/units.ts'

const flow = v.object({
  height: uint,
  direction: v.picklist(['in', 'out']),
  lux: uint,
  /** Those in the event, or about as many as the pool's rate gives for the amount. */
  shares: uint,
})

/**
 * What a pool's events in final blocks have told so far: what its shares were worth at the last
 * event of each day, in LUX as a fraction, and what an account put in and took out, oldest first.
 * `complete`: everything up to the last reading.
 */
export const poolHistory = v.object({
  days: v.array(v.object({ height: uint, numerator: uint, denominator: uint })),
  flows: v.array(flow),
  complete: v.boolean(),
})
export type PoolHistory = v.InferOutput<typeof poolHistory>

export const emptyHistory: PoolHistory = { days: [], flows: [], complete: false }

const MOST_DAYS = 100
/** Older ones are dropped. */
export const MOST_FLOWS = 500

const flowOf = (event: PoolEvent, account: string): PoolHistory['flows'] => {
  if (event.topic !== 'deposit' && event.topic !== 'unstake') return []
  const { data, height } = event
  if (data.account !== account || data.totalStake === 0n) return []
  const direction = event.topic === 'deposit' ? 'in' : 'out'
  const shares =
    'shares' in data ? data.shares : (data.amount * data.tokenTotalSupply) / data.totalStake
  return [{ height, direction, lux: data.amount, shares }]
}

/** The history with further events of the pool, which follow those that it has. */
export const addToHistory = (
  history: PoolHistory,
  events: readonly PoolEvent[],
  account: string,
  complete: boolean,
): PoolHistory => {
  const days = [...history.days]
  const flows = [...history.flows]
  for (const event of events) {
    if (event.topic !== 'deposit' && event.topic !== 'unstake' && event.topic !== 'reward') continue
    flows.push(...flowOf(event, account))
    const { totalStake: numerator, tokenTotalSupply: denominator } = event.data
    if (denominator === 0n) continue
    const { height } = event
    const last = days.at(-1)
    if (last && last.height / BLOCKS_PER_DAY === height / BLOCKS_PER_DAY) days.pop()
    days.push({ height, numerator, denominator })
  }
  return { days: days.slice(-MOST_DAYS), flows: flows.slice(-MOST_FLOWS), complete }
}

type Rate = { numerator: bigint; denominator: bigint }

/** What the worth of a share has gained, and at that pace in a year; scaled by 10^8. */
export type PoolEarned = { gained: bigint; yearly: bigint }

/**
 * What a pool really earned for its holders in the days before a height, after its fees and with
 * all punishments: how the worth of a share has changed. Unknown for a pool that is younger, or
 * whose events have not all been read.
 */
export const earnedIn = (
  history: PoolHistory,
  now: Rate,
  height: bigint,
  days: number,
): Known<PoolEarned> => {
  if (!history.complete) return unknown('not-read')
  const from = height - BigInt(days) * BLOCKS_PER_DAY
  const start = history.days.findLast((day) => day.height <= from)
  if (!start || start.numerator === 0n || now.denominator === 0n) return unknown('not-yet')
  const gained =
    (now.numerator * start.denominator * RATE_SCALE) / (now.denominator * start.numerator) -
    RATE_SCALE
  return known({ gained, yearly: (gained * 365n) / BigInt(days) })
}

/** How much a share had gained at the end of a day since the first one, scaled by 10^8. */
export type GrowthPoint = { height: bigint; gained: bigint }

/**
 * How a pool's exchange rate has grown since the first day that is known, the present one last; at
 * most `most` points, evenly chosen from the present one back.
 */
export const growthOverTime = (
  history: PoolHistory,
  now: { rate: Rate; height: bigint },
  most: number,
): Known<GrowthPoint[]> => {
  if (!history.complete) return unknown('not-read')
  const start = history.days.find(({ numerator }) => numerator > 0n)
  if (!start || now.rate.denominator === 0n) return unknown('not-yet')
  const all = [
    ...history.days.filter(({ height }) => height >= start.height && height < now.height),
    { height: now.height, ...now.rate },
  ]
  const every = Math.ceil(all.length / most)
  return known(
    all
      .filter((_, index) => (all.length - 1 - index) % every === 0)
      .map(({ height, numerator, denominator }) => ({
        height,
        gained:
          (numerator * start.denominator * RATE_SCALE) / (denominator * start.numerator) -
          RATE_SCALE,
      })),
  )
}

/** What an account's part was worth at the end of a day, in LUX. */
export type PositionPoint = { height: bigint; lux: bigint }

/**
 * What an account's part of a pool was worth over time, its worth now last. Unknown where shares
 * came or went otherwise than through the pool: no event of the pool tells when.
 */
export const positionOverTime = (
  history: PoolHistory,
  now: { rate: Rate; lux: bigint; height: bigint },
): Known<PositionPoint[]> => {
  if (!history.complete) return unknown('not-read')
  const points: PositionPoint[] = []
  let shares = 0n
  let at = 0
  const { flows } = history
  for (const { height, numerator, denominator } of history.days) {
    for (; at < flows.length && flows[at]!.height <= height; at++) {
      const { direction, shares: moved } = flows[at]!
      shares += direction === 'in' ? moved : -moved
    }
    if (at > 0) points.push({ height, lux: (shares * numerator) / denominator })
  }
  const { rate, lux, height } = now
  if (rate.denominator === 0n) return unknown('not-yet')
  const told = (shares * rate.numerator) / rate.denominator
  const apart = told > lux ? told - lux : lux - told
  // A hundredth is what rounding and fees may make of it.
  if (apart * 100n > lux) return unknown('not-offered')
  return known([...points, { height, lux }])
}
