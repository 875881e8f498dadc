import { known, type Known } from '../../chain/known.ts'
import type { PoolView } from './state.ts'

type Keys = Extract<PoolView['keys'], { known: true }>['value']

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

/** LUX that a pool's keys in one state hold, what is locked left out. */
export const stakeOf = (keys: Keys, state: Keys[number]['state']): bigint =>
  sum(keys.filter((key) => key.state === state).map(({ value }) => value))

export const lockedOf = (keys: Keys): bigint => sum(keys.map(({ locked }) => locked))

/**
 * What the account has in all pools together; the first reason why a part is not known, if one is
 * not.
 */
export function heldInAll(pools: readonly PoolView[]): Known<bigint> {
  const positions = pools.flatMap(({ position }) => (position ? [position.value] : []))
  return (
    positions.find((value) => !value.known) ??
    known(sum(positions.map((value) => (value.known ? value.value : 0n))))
  )
}

/** What the account has in a pool, as far as known. */
export const heldIn = ({ position }: PoolView): bigint =>
  position?.value.known ? position.value.value : 0n
