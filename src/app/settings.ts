import * as v from 'valibot'
import { defaultDeployment } from '../chain/stacks/deployments.ts'
import { locales } from '../words/locales.ts'
import {
  allStakingNews,
  stakingNewsSettings,
} from './bitcoin-staking/notices/staking-news-settings.ts'
import { allPoolNews, poolNewsSettings } from './hyperstaking/pool-news.ts'

/** A language that there is, or the browser's. */
export const localeSetting = v.picklist(['auto', ...locales])

/** Settings of this browser profile. Nothing here leaves it; `apiKey` is left out of exports. */
export const settings = v.object({
  deployment: v.string(),
  apiBases: v.array(v.string()),
  apiKey: v.nullable(v.string()),
  /** Origin of the host that the key was entered for: no other gets it. Set by the background. */
  apiKeyOrigin: v.optional(v.nullable(v.string()), null),
  signingPage: v.nullable(v.string()),
  walletConnectProjectId: v.nullable(v.string()),
  units: v.picklist(['sats', 'sbtc']),
  locale: localeSetting,
  theme: v.picklist(['system', 'light', 'dark']),
  notifications: v.object({
    reward: v.boolean(),
    notEnrolled: v.boolean(),
    boostBelow: v.nullable(v.number()),
    goldenRatioMoved: v.boolean(),
    paymentLate: v.boolean(),
    /** News of Dusk pools, kind by kind. */
    pools: v.optional(poolNewsSettings, allPoolNews),
    staking: v.optional(stakingNewsSettings, allStakingNews),
    /** Hours 0 … 23, local time; equal hours: no quiet time. */
    quietHours: v.nullable(v.object({ from: v.number(), to: v.number() })),
  }),
})

export type Settings = v.InferOutput<typeof settings>

export const initialSettings = (): Settings => ({
  deployment: defaultDeployment,
  apiBases: [],
  apiKey: null,
  apiKeyOrigin: null,
  signingPage: null,
  walletConnectProjectId: null,
  units: 'sats',
  locale: 'auto',
  theme: 'system',
  notifications: {
    reward: true,
    notEnrolled: false,
    boostBelow: null,
    goldenRatioMoved: false,
    paymentLate: true,
    pools: allPoolNews,
    staking: allStakingNews,
    quietHours: null,
  },
})
