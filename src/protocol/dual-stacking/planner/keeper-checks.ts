/**
 * The permissionless calls of a cycle, with the checks that the contract makes in its order
 * [dual-stacking 4].
 */
export const keeperChecks = {
  'initialize-contract': [100, 201, 145],
  'capture-snapshot-balances': [146, 202],
  'advance-to-next-snapshot': [202, 140, 141, 121, 122, 145],
  'finalize-snapshots': [202, 144, 142, 141],
  'propose-golden-ratio': [143, 112, 106],
  'change-proposed-golden-ratio': [107, 112],
  'tally-participant-ratios': [107, 112, 109],
  'validate-ratio': [107, 112, 108, 113, 110, 111],
  'calculate-participant-weights': [146, 160],
  'finalize-weight-computation': [160, 162, 163],
  'set-is-distribution-enabled': [202, 182, 161],
  'distribute-rewards': [146, 180],
  'finalize-reward-distribution': [202, 123, 184, 183],
  'advance-to-next-cycle': [202, 120, 123, 124, 145],
} as const satisfies Record<string, readonly number[]>

/** Name of a call that anyone may make to run the cycle [dual-stacking 4]. */
export type KeeperFunction = keyof typeof keeperChecks

/** The calls that take a list of participants. */
export const listFunctions = [
  'capture-snapshot-balances',
  'tally-participant-ratios',
  'calculate-participant-weights',
  'distribute-rewards',
] as const satisfies readonly KeeperFunction[]
