/**
 * Fixed numbers of Dual Stacking v1 [dual-stacking 3.1] and the values its variables start with
 * [dual-stacking 2.1].
 */

/** 10^8 = 1: rewards, APR, ratios and boost are integers scaled by this. */
export const SCALE = 10n ** 8n
/** Lifts `sqrt(r)`, which is 0 … 10^4, to the scale 10^8. */
export const SQRT_SCALE = 10n ** 4n
/** Replaces a golden ratio of 0 in weights. */
export const MIN_GOLDEN_RATIO = 1n
/**
 * Turns hundredths of a percent into the limit of `100·above <= floor(pct·total / 100)`, and scales
 * `above` there.
 */
export const PRECISION_PERCENTAGE_RATIO = 100n
/** Means "no snapshot yet" in a holding's `last-snapshot`. */
export const SNAPSHOT_NOT_TAKEN_MARKER = 1000n
/** The lowest APR, scaled by 10^8: 1 %. */
export const MIN_APR_SCALED = 1_000_000n
/** The highest APR, scaled by 10^8: 20 %. */
export const MAX_APR_SCALED = 20_000_000n
/** The least yield boost multiplier M; the largest boost is M + 1. */
export const MIN_MULTIPLIER = 1n
/** The greatest yield boost multiplier. */
export const MAX_MULTIPLIER = 20n
/**
 * Longest list of the keeper's calls and of enroll-defi-batch, change-addresses-defi-batch and
 * get-is-blacklisted-list.
 */
export const BATCH_LIMIT = 900
/** Longest list of opt-out-defi-batch, the blacklist batches and the whitelist removal batch. */
export const ADMIN_BATCH_LIMIT = 200
/** How many burn blocks the bracketing contract looks back and forth [dual-stacking 7.1]. */
export const BRACKET_WINDOW = 2100n
/** Mainnet’s sBTC, a SIP-010 token with 8 decimals. */
export const SBTC_TOKEN = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token'

/** First cycle's Bitcoin height on mainnet; also the deployed default. */
export const FIRST_CYCLE_BITCOIN_HEIGHT = 922_150n
/** Bitcoin blocks between two snapshots. */
export const DEFAULT_BLOCKS_PER_SNAPSHOT = 150n
/** Snapshots of a cycle. */
export const DEFAULT_SNAPSHOTS_PER_CYCLE = 14n
/** Bitcoin blocks of a year, as the contract counts it. */
export const DEFAULT_BLOCKS_PER_YEAR = 52_500n
/** 5 %, scaled by 10^8. */
export const DEFAULT_APR = 5_000_000n
/** The yield boost multiplier M. */
export const DEFAULT_MULTIPLIER = 9n
/** Sats. */
export const DEFAULT_MINIMUM_SATS = 10_000n
/** 5 %, in hundredths of a percent. */
export const DEFAULT_MAX_PERCENTAGE = 500n
