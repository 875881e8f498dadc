import * as v from 'valibot'
import { duskIntent } from '../../wallet/dusk/dusk-intent.ts'
import { duskAccount, duskConnection } from './dusk-connection.ts'
import { duskNotice } from './dusk-notice.ts'
import { duskPlan } from './dusk-plan.ts'
import { duskReading } from './dusk-reading.ts'
import { duskSettings } from './dusk-settings.ts'
import { poolHistory } from './pool-history.ts'
import { eventPlace, slashWatch } from './pool-watch.ts'

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
  /** How far the events of the account's pools were read, and blocks that are still to be read. */
  places: v.array(eventPlace),
  watches: v.array(slashWatch),
  /** Of the account's pools, by their ids. */
  histories: v.record(v.string(), poolHistory),
  /** The web page that a referral link leads to; null where none is known. */
  page: v.nullable(v.string()),
})
export type DuskState = v.InferOutput<typeof duskState>
