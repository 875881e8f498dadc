/** Versions of the contract that clients meet; each has its own error numbers [dual-stacking 9]. */
export type Family = 'v1' | 'v2' | 'v3'

/** What an error number of the contract means. */
export interface ContractError {
  /** The contract's own name, without its ERR_ prefix. */
  name: string
  /** What happened and what can be done, for a user. */
  sentence: string
}

type Table = Readonly<Record<number, ContractError>>

const error = (name: string, sentence: string): ContractError => ({ name, sentence })

/** Errors that v1 and v2 share [dual-stacking 3.2]. */
const common: Table = {
  100: error(
    'ACTIVATION_HEIGHT_NOT_MET',
    'The first cycle has not started: wait for its Bitcoin block.',
  ),
  101: error('ALREADY_ENROLLED', 'This address is already enrolled; there is nothing more to do.'),
  102: error(
    'USER_BLACKLISTED',
    'This address is blacklisted by the contract admin and cannot enroll.',
  ),
  103: error('NOT_ENROLLED', 'This address is not enrolled: enroll first.'),
  104: error(
    'ENROLL_MINIMUM_HOLD_NOT_MET',
    'The available sBTC is below the minimum: add sBTC and try again.',
  ),
  105: error('CYCLE_IN_FUTURE', 'This cycle has not started yet: choose an earlier one.'),
  106: error(
    'ALREADY_PROPOSED_RATIO',
    'This account has already proposed a ratio in this cycle: change the proposal instead.',
  ),
  107: error(
    'RATIO_NOT_PROPOSED',
    'This account has not proposed a ratio in this cycle: propose one first.',
  ),
  108: error(
    'COMPUTE_RATIO_FOR_ALL_PARTICIPANTS_FIRST',
    'Some participants are not tallied yet: tally them, then validate.',
  ),
  109: error(
    'COMPUTED_RATIO_ALL_PARTICIPANTS',
    'Every participant is already tallied: validate the ratio.',
  ),
  110: error('RATIO_TOO_LOW', 'Too much sBTC lies above this ratio: propose a higher one.'),
  111: error('RATIO_TOO_HIGH', 'Too little sBTC lies at or above this ratio: propose a lower one.'),
  112: error(
    'ALREADY_VALIDATED_RATIO',
    'This cycle already has its golden ratio: go on with the weights.',
  ),
  113: error(
    'INVALID_RATIO_FOR_ZERO_STX',
    'Nobody stacks STX in this cycle: only the ratio 1 (100000000) is valid.',
  ),
  120: error('NOT_NEW_CYCLE_YET', 'The next cycle has not started: wait for its Bitcoin block.'),
  121: error(
    'CYCLE_ENDED',
    'This was the last snapshot of the cycle: conclude the snapshots instead.',
  ),
  122: error(
    'CYCLE_ENDED_2',
    'The next snapshot would lie past the end of the cycle: its lengths are misconfigured.',
  ),
  123: error(
    'NOT_REWARDED_ALL',
    'Some participants are not rewarded yet: distribute to them first.',
  ),
  124: error('REWARDS_NOT_SENT_YET', 'The distribution is not finalized: finalize it first.'),
  140: error('NOT_NEW_SNAPSHOT_YET', 'The next snapshot is not due: wait for its Bitcoin block.'),
  141: error(
    'NOT_SNAPSHOTTED_ALL_PARTICIPANTS',
    'Some participants are not captured in this snapshot: capture them first.',
  ),
  142: error(
    'NOT_ALL_SNAPSHOTS',
    'The cycle still has snapshots to come: advance to the next one.',
  ),
  143: error(
    'SNAPSHOTS_NOT_CONCLUDED',
    'The snapshots are not concluded: conclude them before proposing a ratio.',
  ),
  144: error(
    'SNAPSHOTS_ALREADY_CONCLUDED',
    'The snapshots are already concluded: propose a golden ratio.',
  ),
  145: error(
    'STX_BLOCK_NOT_MATCHING',
    'This Stacks block is not the first one at or after the Bitcoin block: choose that block.',
  ),
  146: error(
    'STX_BLOCK_IN_FUTURE',
    'The snapshot block is still being built: try again in the next Stacks block.',
  ),
  160: error(
    'RATIOS_NOT_CONCLUDED',
    'This cycle has no validated golden ratio: validate one first.',
  ),
  161: error(
    'WEIGHTS_NOT_COMPUTED',
    'The weights are not complete: compute and finalize them first.',
  ),
  162: error(
    'WEIGHTS_ALREADY_COMPUTED',
    'The weights are already finalized: enable the distribution.',
  ),
  163: error(
    'NOT_ALL_WEIGHTS_COMPUTED',
    'The number of computed weights differs from the number of participants: compute the missing ones.',
  ),
  180: error('CANNOT_DISTRIBUTE_REWARDS', 'The distribution is not enabled: enable it first.'),
  181: error('ALREADY_REWARDED', 'This participant was already rewarded in this cycle.'),
  182: error(
    'SET_CAN_DISTRIBUTE_ALREADY_CALLED',
    'The distribution is already enabled: distribute the rewards.',
  ),
  183: error(
    'ALREADY_FINALIZED',
    'The distribution is already finalized: wait for the next cycle.',
  ),
  184: error(
    'CANNOT_FINALIZE',
    'The distribution is not enabled: enable and make it before finalizing.',
  ),
  200: error('NOT_ADMIN', 'Only the contract admin can do this: use the admin account.'),
  201: error(
    'CONTRACT_ALREADY_ACTIVE',
    'The contract is already initialized; this is only possible before.',
  ),
  202: error('CONTRACT_NOT_ACTIVE', 'The contract is not initialized: initialize it first.'),
  210: error('APR_TOO_LOW', 'The APR is below 1 %: choose 1 % to 20 %.'),
  211: error('APR_TOO_HIGH', 'The APR is above 20 %: choose 1 % to 20 %.'),
  212: error('MULTIPLIER_TOO_LOW', 'The multiplier is below 1: choose 1 to 20.'),
  213: error('MULTIPLIER_TOO_HIGH', 'The multiplier is above 20: choose 1 to 20.'),
  240: error(
    'INSUFFICIENT_FUNDS',
    'The amount is 0 or more than the contract holds: choose a smaller one.',
  ),
}

const tables: Record<Family, Table> = {
  v1: {
    ...common,
    114: error('ALREADY_WHITELISTED', 'This tracking address is already whitelisted.'),
    115: error('TRACKING_ADDRESS_NOT_WHITELISTED', 'This tracking address is not whitelisted.'),
    116: error('NOT_BLACKLISTED', 'This address is not blacklisted.'),
    220: error('WRONG_CYCLE_ID', 'The cycle number is wrong.'),
    221: error('ALREADY_INSTANTIATED', 'The contract is already set up.'),
    // Only the live build of this project, which keeps v1's other numbers, has these
    // (docs/contract-live.md).
    300: error(
      'STX_BLOCK_BEFORE_DEPLOYMENT',
      'This Stacks block is older than the contract: choose a later start.',
    ),
    301: error(
      'CAPTURE_WINDOW_OPEN',
      'The last snapshot can still be captured: conclude the snapshots when its window has closed.',
    ),
    302: error(
      'OUT_OF_BOUNDS',
      'This value is outside the bounds that keep a cycle able to run: choose one within them.',
    ),
    303: error(
      'REWARDED_ADDRESS_IS_CONTRACT',
      'Rewards cannot go to the Dual Stacking contract itself: choose another reward address.',
    ),
    304: error(
      'CAPTURE_BY_CONTRACT',
      'Captures must be sent by an account, not by a contract: send the call yourself.',
    ),
  },
  v2: {
    ...common,
    114: error('NOT_BLACKLISTED', 'This address is not blacklisted.'),
    147: error(
      'NOT_OPTIMIZED_OPERATOR',
      'Only an operator named by the admin can capture in this way.',
    ),
    185: error('BUFFER_NOT_ACTIVATED', 'The buffer period has not begun: start it first.'),
    186: error(
      'BUFFER_PERIOD_NOT_PASSED',
      'The buffer period is still running: wait for its last Bitcoin block.',
    ),
    187: error('BUFFER_ALREADY_SET', 'The buffer period has already begun.'),
    260: error('NO_SNAPSHOT_DATA', 'There is no such snapshot.'),
    261: error(
      'CANNOT_ROLLBACK_FINALIZED_CYCLE',
      'This cycle is finalized and can no longer be rolled back.',
    ),
    262: error('DEFI_NOT_COMPROMISED', 'This DeFi protocol is not marked as compromised.'),
  },
  // Nothing is published about the errors of v3 [dual-stacking 9.6]: its numbers must not be read
  // with another version's table.
  v3: {},
}

/** Every error number of a contract family, with its name and sentence [dual-stacking 3.2, 9.4]. */
export const contractErrors = (family: Family): ReadonlyMap<number, ContractError> =>
  new Map(Object.entries(tables[family]).map(([code, entry]) => [Number(code), entry]))

/**
 * Name and sentence of an error number; an unknown one is named `UNKNOWN` and says its number
 * [dual-stacking 3.2, 9.4].
 */
export const describeError = (family: Family, code: number): ContractError =>
  tables[family][code] ??
  error(
    'UNKNOWN',
    `The contract refused with error ${code}, which has no published meaning in ${family}: look it up with the contract's operator.`,
  )

/**
 * Errors of the sBTC token's `transfer`, which reach callers through distribute-rewards and
 * emergency-withdraw-sbtc [dual-stacking 3.2, 7.3].
 */
export const tokenErrors: Table = {
  1: error('INSUFFICIENT_BALANCE', 'The contract holds less sBTC than this transfer needs.'),
  2: error('SENDER_IS_RECIPIENT', 'The recipient is the sender itself.'),
  3: error('NON_POSITIVE_AMOUNT', 'The amount is 0.'),
  4: error('NOT_TOKEN_OWNER', 'Only the owner of the sBTC can transfer it.'),
}
