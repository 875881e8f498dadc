export type BoostField = 'sbtc' | 'stx' | 'golden'
