import { MAX_STAKE_CYCLES } from '../constants.ts'

/** Whether a stake may last this many cycles (`check-pox-lock-period`). */
export const isStakeLength = (cycles: bigint): boolean => cycles >= 1n && cycles <= MAX_STAKE_CYCLES

/** The value, or the bound that it is beyond (`clamp`). */
export function clamp(value: bigint, least: bigint, most: bigint): bigint {
  if (value < least) return least
  return value > most ? most : value
}
