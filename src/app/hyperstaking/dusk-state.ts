import * as v from 'valibot'
import { duskIntent } from '../../wallet/dusk/dusk-intent.ts'
import { duskAccount, duskConnection } from './dusk-connection.ts'
import { duskNotice } from './dusk-notice.ts'
import { duskPlan } from './dusk-plan.ts'
import { duskReading } from './dusk-reading.ts'
import { duskSettings } from './dusk-settings.ts'

/** All that the Hyperstaking tab paints. `problem`: the last reading failed. */
export const duskState = v.object({
  settings: duskSettings,
  account: v.nullable(duskAccount),
  connection: v.nullable(duskConnection),
  reading: v.nullable(duskReading),
  problem: v.boolean(),
  chosen: v.nullable(v.string()),
  plan: v.nullable(duskPlan),
  intents: v.array(duskIntent),
  notices: v.array(duskNotice),
  /** The web page that a referral link leads to; null where none is known. */
  page: v.nullable(v.string()),
})
export type DuskState = v.InferOutput<typeof duskState>
