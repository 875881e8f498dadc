/** The attributes of `<dual-stacking-boost>`; each has a property. */
export const observedAttributes = [
  'address',
  'network',
  'sbtc',
  'stx',
  'golden-ratio',
  'theme',
  'locale',
  'actions',
  'snapshot-url',
  'api-url',
  'compact',
] as const
export type ObservedAttribute = (typeof observedAttributes)[number]
