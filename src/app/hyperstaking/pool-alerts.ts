import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'

/**
 * Thresholds in LUX; null: none. `rewards`: rewards are announced once they add up to it, not one
 * by one; `below`: an alert when the account's position in a pool falls below it.
 */
export const poolAlerts = v.object({ rewards: v.nullable(uint), below: v.nullable(uint) })
export type PoolAlerts = v.InferOutput<typeof poolAlerts>

export const noAlerts: PoolAlerts = { rewards: null, below: null }
