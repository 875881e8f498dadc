/** The attributes of `<bitcoin-staking-yield>`; each has a property. */
export const observedYieldAttributes = [
  'stx',
  'manager',
  'network',
  'api-url',
  'snapshot-url',
  'theme',
  'locale',
  'compact',
] as const
export type ObservedYieldAttribute = (typeof observedYieldAttributes)[number]
