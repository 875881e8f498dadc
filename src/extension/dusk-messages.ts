import * as v from 'valibot'
import { duskSource } from '../app/hyperstaking/dusk-settings.ts'
import { poolAlerts } from '../app/hyperstaking/pool-alerts.ts'
import { uint } from '../chain/uint.ts'
import { duskActions } from '../wallet/dusk/dusk-intent.ts'

const id = v.pipe(v.string(), v.maxLength(100))
const tabId = v.nullable(v.number())
const about = {
  pool: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  action: v.picklist(duskActions),
  lux: uint,
  referrer: v.nullable(v.pipe(v.string(), v.maxLength(132))),
}

/** The Hyperstaking tab's commands. Amounts are digits of LUX. */
export const duskCommands = [
  v.object({ type: v.literal('dusk/refresh') }),
  v.object({ type: v.literal('dusk/connect'), walletId: v.nullable(id), tabId }),
  v.object({ type: v.literal('dusk/cancelConnect') }),
  v.object({ type: v.literal('dusk/disconnect') }),
  v.object({ type: v.literal('dusk/choosePool'), pool: about.pool }),
  v.object({ type: v.literal('dusk/check'), ...about }),
  v.object({ type: v.literal('dusk/submit'), ...about, tabId }),
  v.object({ type: v.literal('dusk/retry'), intentId: id, tabId }),
  v.object({ type: v.literal('dusk/acceptFee'), intentId: id }),
  v.object({ type: v.literal('dusk/dismiss'), intentId: id }),
  v.object({ type: v.literal('dusk/stopWaiting'), intentId: id }),
  v.object({ type: v.literal('dusk/saveSettings'), settings: duskSource }),
  v.object({ type: v.literal('dusk/saveAlerts'), alerts: poolAlerts }),
] as const
export type DuskCommand = v.InferOutput<(typeof duskCommands)[number]>

export const isDuskCommand = <T extends { type: string }>(
  command: T | DuskCommand,
): command is DuskCommand => command.type.startsWith('dusk/')

/** What the panel, on a page, may ask: everything but the settings. */
export const duskCommandsFromPanel = [
  'dusk/refresh',
  'dusk/connect',
  'dusk/cancelConnect',
  'dusk/disconnect',
  'dusk/choosePool',
  'dusk/check',
  'dusk/submit',
  'dusk/retry',
  'dusk/acceptFee',
  'dusk/dismiss',
  'dusk/stopWaiting',
] as const
