/** Versions of the contract that clients meet; each has its own error numbers [dual-stacking 9]. */
export type Family = 'v1' | 'v2' | 'v3'

/** Names by error number: the contract's own, without their ERR_ prefix. */
type Table = Readonly<Record<number, string>>

/** Errors that v1 and v2 share [dual-stacking 3.2]. */
const common: Table = {
  100: 'ACTIVATION_HEIGHT_NOT_MET',
  101: 'ALREADY_ENROLLED',
  102: 'USER_BLACKLISTED',
  103: 'NOT_ENROLLED',
  104: 'ENROLL_MINIMUM_HOLD_NOT_MET',
  105: 'CYCLE_IN_FUTURE',
  106: 'ALREADY_PROPOSED_RATIO',
  107: 'RATIO_NOT_PROPOSED',
  108: 'COMPUTE_RATIO_FOR_ALL_PARTICIPANTS_FIRST',
  109: 'COMPUTED_RATIO_ALL_PARTICIPANTS',
  110: 'RATIO_TOO_LOW',
  111: 'RATIO_TOO_HIGH',
  112: 'ALREADY_VALIDATED_RATIO',
  113: 'INVALID_RATIO_FOR_ZERO_STX',
  120: 'NOT_NEW_CYCLE_YET',
  121: 'CYCLE_ENDED',
  122: 'CYCLE_ENDED_2',
  123: 'NOT_REWARDED_ALL',
  124: 'REWARDS_NOT_SENT_YET',
  140: 'NOT_NEW_SNAPSHOT_YET',
  141: 'NOT_SNAPSHOTTED_ALL_PARTICIPANTS',
  142: 'NOT_ALL_SNAPSHOTS',
  143: 'SNAPSHOTS_NOT_CONCLUDED',
  144: 'SNAPSHOTS_ALREADY_CONCLUDED',
  145: 'STX_BLOCK_NOT_MATCHING',
  146: 'STX_BLOCK_IN_FUTURE',
  160: 'RATIOS_NOT_CONCLUDED',
  161: 'WEIGHTS_NOT_COMPUTED',
  162: 'WEIGHTS_ALREADY_COMPUTED',
  163: 'NOT_ALL_WEIGHTS_COMPUTED',
  180: 'CANNOT_DISTRIBUTE_REWARDS',
  181: 'ALREADY_REWARDED',
  182: 'SET_CAN_DISTRIBUTE_ALREADY_CALLED',
  183: 'ALREADY_FINALIZED',
  184: 'CANNOT_FINALIZE',
  200: 'NOT_ADMIN',
  201: 'CONTRACT_ALREADY_ACTIVE',
  202: 'CONTRACT_NOT_ACTIVE',
  210: 'APR_TOO_LOW',
  211: 'APR_TOO_HIGH',
  212: 'MULTIPLIER_TOO_LOW',
  213: 'MULTIPLIER_TOO_HIGH',
  240: 'INSUFFICIENT_FUNDS',
}

const tables: Record<Family, Table> = {
  v1: {
    ...common,
    114: 'ALREADY_WHITELISTED',
    115: 'TRACKING_ADDRESS_NOT_WHITELISTED',
    116: 'NOT_BLACKLISTED',
    220: 'WRONG_CYCLE_ID',
    221: 'ALREADY_INSTANTIATED',
    // Only the live build of this project, which keeps v1's other numbers, has these
    // (docs/contract-live.md).
    300: 'STX_BLOCK_BEFORE_DEPLOYMENT',
    301: 'CAPTURE_WINDOW_OPEN',
    302: 'OUT_OF_BOUNDS',
    303: 'REWARDED_ADDRESS_IS_CONTRACT',
    304: 'CAPTURE_BY_CONTRACT',
  },
  v2: {
    ...common,
    114: 'NOT_BLACKLISTED',
    147: 'NOT_OPTIMIZED_OPERATOR',
    185: 'BUFFER_NOT_ACTIVATED',
    186: 'BUFFER_PERIOD_NOT_PASSED',
    187: 'BUFFER_ALREADY_SET',
    260: 'NO_SNAPSHOT_DATA',
    261: 'CANNOT_ROLLBACK_FINALIZED_CYCLE',
    262: 'DEFI_NOT_COMPROMISED',
  },
  // Nothing is published about the errors of v3 [dual-stacking 9.6]: its numbers must not be read
  // with another version's table.
  v3: {},
}

/**
 * The names of every error number of a contract family, the contract's own without their ERR_
 * prefix [dual-stacking 3.2, 9.4].
 */
export const contractErrors = (family: Family): ReadonlyMap<number, string> =>
  new Map(Object.entries(tables[family]).map(([code, name]) => [Number(code), name]))

/** The name of an error number; null: it has no published meaning [dual-stacking 3.2, 9.4]. */
export const contractErrorName = (family: Family, code: number): string | null =>
  tables[family][code] ?? null

/**
 * Errors of the sBTC token's `transfer`, which reach callers through distribute-rewards and
 * emergency-withdraw-sbtc [dual-stacking 3.2, 7.3].
 */
export const tokenErrors: Table = {
  1: 'INSUFFICIENT_BALANCE',
  2: 'SENDER_IS_RECIPIENT',
  3: 'NON_POSITIVE_AMOUNT',
  4: 'NOT_TOKEN_OWNER',
}
