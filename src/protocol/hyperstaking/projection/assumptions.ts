import { SECONDS_PER_BLOCK } from '../core/epoch.ts'
import type { ProjectionInput } from './input.ts'

/**
 * What a projection takes for granted, as codes with the number that it used: others' active stake
 * (LUX) and provisioners stay as they are · each certificate holds so many credits · no transaction
 * fees · no slashes · blocks come in so many seconds · someone recycles so many blocks before each
 * epoch's end · no one else comes or goes · the minimum stake (LUX) and the emission schedule
 * stay.
 */
export const assumptionCodes = [
  'others-active',
  'others-equal',
  'credits',
  'no-transaction-fees',
  'no-slashes',
  'block-seconds',
  'recycle-blocks',
  'no-other-flows',
  'minimum-stake',
  'emission-schedule',
] as const

export interface PoolAssumption {
  code: (typeof assumptionCodes)[number]
  value: bigint | null
}

export const poolAssumptionsOf = ({ network, pool }: ProjectionInput): PoolAssumption[] => [
  { code: 'others-active', value: network.othersActive },
  { code: 'others-equal', value: BigInt(network.others) },
  { code: 'credits', value: BigInt(network.credits) },
  { code: 'no-transaction-fees', value: null },
  { code: 'no-slashes', value: null },
  { code: 'block-seconds', value: SECONDS_PER_BLOCK },
  { code: 'recycle-blocks', value: pool.lead },
  { code: 'no-other-flows', value: null },
  { code: 'minimum-stake', value: network.minimumStake },
  { code: 'emission-schedule', value: null },
]
