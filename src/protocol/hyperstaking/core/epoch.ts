/** Blocks in an epoch [hyperstaking 1.1]. */
export const EPOCH = 2160n

/** Blocks in a year at the target of one block in ten seconds. */
export const BLOCKS_PER_YEAR = 3_153_600n
export const SECONDS_PER_BLOCK = 10n
export const BLOCKS_PER_DAY = 8640n

/**
 * Height of the next epoch's first block; a boundary counts as the start of its own epoch. @example
 * nextEpoch(2160n) // 4320n
 */
export const nextEpoch = (height: bigint): bigint => height + (EPOCH - (height % EPOCH))

/**
 * First height at which a stake placed at `height` counts: 2161 to 4320 blocks later. @example
 * eligibility(0n) // 4320n
 */
export const eligibility = (height: bigint): bigint => nextEpoch(height) + EPOCH
