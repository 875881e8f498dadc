/** The attributes of `<bitcoin-staking-yield>`; each has a property. */
export const observedYieldAttributes = [
  'stx',
  'manager',
  'cycles',
  'network',
  'api-url',
  'snapshot-url',
  'address',
  'theme',
  'locale',
  'actions',
  'compact',
] as const
export type ObservedYieldAttribute = (typeof observedYieldAttributes)[number]
