import { dusk } from '../core/units.ts'
import type { StakeConfig } from '../stake/types.ts'

/**
 * The version of the stake contract that this model describes; a chain that answers another one may
 * behave differently.
 */
export const MODEL_VERSION = 8
/**
 * Stake rules of the modelled chain: at least 1000 DUSK, and one fault that only warns
 * [hyperstaking 1.1].
 */
export const MODEL_CONFIG: StakeConfig = { minimumStake: dusk(1000n), warnings: 1 }
