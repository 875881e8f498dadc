/** Functions of the known families that only the admin may call, each with its explanation. */
const adminFunctions = [
  'update-initialize-block',
  'update-cycle-data-before-initialized',
  'enroll-defi',
  'enroll-defi-batch',
  'opt-out-defi',
  'opt-out-defi-batch',
  'change-reward-address-defi',
  'change-stacking-address-defi',
  'change-tracking-address-defi',
  'change-addresses-defi',
  'change-addresses-defi-batch',
  'add-blacklisted',
  'add-blacklisted-batch',
  'remove-blacklisted',
  'remove-blacklisted-batch',
  'whitelist-defi-tracking',
  'remove-whitelisted-defi-tracking',
  'remove-whitelisted-defi-tracking-batch',
  'set-max-percentage-above-ratio',
  'set-max-percentage-above-golden-ratio',
  'update-admin',
  'update-min-sbtc-hold-required-for-enrollment',
  'update-snapshot-length',
  'update-snapshots-per-cycle',
  'update-cycle-data',
  'update-bitcoin-blocks-per-year',
  'update-APR',
  'update-apr',
  'update-yield-boost-multiplier',
  'set-liquid-stacking',
  'emergency-withdraw-sbtc',
  'update-buffer-blocks',
  'add-optimized-operator-batch',
  'remove-optimized-operator-batch',
  'mark-defi-compromised',
  'restore-defi-protocol',
  'trigger-full-cycle-rollback',
] as const

export type AdminFunction = (typeof adminFunctions)[number]

/** Whether we know what a function does: a contract may have others. */
export const isAdminFunction = (name: string): name is AdminFunction =>
  (adminFunctions as readonly string[]).includes(name)
