import * as v from 'valibot'
import { allPoolNews, poolNewsSettings } from './hyperstaking/pool-news.ts'

/** Settings of this browser profile. Nothing here leaves it; `apiKey` is left out of exports. */
export const settings = v.object({
  deployment: v.string(),
  apiBases: v.array(v.string()),
  apiKey: v.nullable(v.string()),
  signingPage: v.nullable(v.string()),
  walletConnectProjectId: v.nullable(v.string()),
  units: v.picklist(['sats', 'sbtc']),
  locale: v.picklist(['auto', 'en', 'es', 'zh-CN']),
  theme: v.picklist(['system', 'light', 'dark']),
  notifications: v.object({
    reward: v.boolean(),
    notEnrolled: v.boolean(),
    boostBelow: v.nullable(v.number()),
    goldenRatioMoved: v.boolean(),
    paymentLate: v.boolean(),
    /** News of Dusk pools, each by itself. */
    pools: v.optional(poolNewsSettings, allPoolNews),
    /** Hours 0 … 23, local time; equal hours: no quiet time. */
    quietHours: v.nullable(v.object({ from: v.number(), to: v.number() })),
  }),
})

export type Settings = v.InferOutput<typeof settings>
