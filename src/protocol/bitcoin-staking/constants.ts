/** Cycles of a bond (BOND_LENGTH_CYCLES) [bitcoin-staking 3.1]. */
export const BOND_CYCLES = 12n
/** Cycles from the start of one bond to the start of the next (BOND_GAP_CYCLES). */
export const BOND_GAP_CYCLES = 2n
/** Bonds that are active at the same time, at most. */
export const OVERLAPPING_BONDS = BOND_CYCLES / BOND_GAP_CYCLES
/** Longest stake in cycles (MAX_NUM_CYCLES). */
export const MAX_STAKE_CYCLES = 96n
/** MicroSTX that a manager needs in a cycle to be in its signer set (SIGNER_SET_MIN_USTX). */
export const SIGNER_SET_MIN_MICRO_STX = 50_000_000_000n
/** Scale of rewards per share (PRECISION). */
export const PRECISION = 10n ** 18n
/** Basis points in one. */
export const BASIS_POINTS = 10_000n
/** Basis points of what bonds leave that go to the reserve (RESERVE_RATIO). */
export const RESERVE_BASIS_POINTS = 1_500n
/** Distributions in a year, as the target of a bond counts them. */
export const DISTRIBUTIONS_PER_YEAR = 50n
/** Sats that a bond's price in uSTX is given for. */
export const SATS_PER_PRICE = 100n
/** From this number on a Bitcoin lock time is a time, not a height. */
export const LOCK_TIME_THRESHOLD = 500_000_000n
/** Largest number plus one that the lock script pushes in five bytes. */
export const LARGEST_PUSHED_NUMBER = 2n ** 39n
/** Sats that a withdrawal to Bitcoin must exceed (DUST_LIMIT of the sBTC contracts). */
export const WITHDRAWAL_DUST_SATS = 546n
