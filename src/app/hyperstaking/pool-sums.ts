import { known, type Known } from '../../chain/known.ts'
import type { PoolSummary } from './pool-summary.ts'

type Keys = Extract<PoolSummary['keys'], { known: true }>['value']

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

/** LUX that a pool's keys in one state hold, what is locked left out. */
export const sumStake = (keys: Keys, state: Keys[number]['state']): bigint =>
  sum(keys.filter((key) => key.state === state).map(({ value }) => value))

/** Faults of a pool's keys, soft and hard, which are counted apart [hyperstaking 1.7]. */
export const countFaults = (keys: Keys): number =>
  keys.reduce((all, { faults, hardFaults }) => all + faults + hardFaults, 0)

export const sumLocked = (keys: Keys): bigint => sum(keys.map(({ locked }) => locked))

/**
 * What the account has in all pools together; the first reason why a part is not known, if one is
 * not.
 */
export function sumHoldings(pools: readonly PoolSummary[]): Known<bigint> {
  const positions = pools.flatMap(({ position }) => (position ? [position.value] : []))
  return (
    positions.find((value) => !value.known) ??
    known(sum(positions.map((value) => (value.known ? value.value : 0n))))
  )
}

/** What the account has in a pool, as far as known. */
export const holdingIn = ({ position }: PoolSummary): bigint =>
  position?.value.known ? position.value.value : 0n

/** About how many of the pool's shares the account has; null where it is not known. */
export const sharesIn = ({ position, rate }: PoolSummary): bigint | null => {
  if (position?.shares.known) return position.shares.value
  if (!position?.value.known || !rate.known || rate.value.numerator === 0n) return null
  return (position.value.value * rate.value.denominator) / rate.value.numerator
}
