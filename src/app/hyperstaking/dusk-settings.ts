import * as v from 'valibot'
import { noAlerts, poolAlerts } from './pool-alerts.ts'

/** Which Dusk network, and the user's own node where there is one. */
export const duskSource = v.object({
  network: v.picklist(['mainnet', 'testnet', 'local']),
  base: v.nullable(v.string()),
})
export type DuskSource = v.InferOutput<typeof duskSource>

/** Where Dusk is read, and what is announced. */
export const duskSettings = v.object({ ...duskSource.entries, alerts: poolAlerts })

export type DuskSettings = v.InferOutput<typeof duskSettings>

export const initialDuskSettings = (): DuskSettings => ({
  network: 'mainnet',
  base: null,
  alerts: noAlerts,
})
