import * as v from 'valibot'
import { commandProblems, settings } from '../ui/state.ts'
import { duskCommands, duskFromPages } from './dusk/messages.ts'

/*
 * Who sends what inside the extension. Who a sender is, the browser says (sender.ts), never the message.
 *
 *   popup, console ── Command ────►  background   a command of ui/state; the answer is a CommandResult
 *   panel          ── Command ────►  background   only those in `fromPages`; the tab is the panel's own
 *   panel          ── project ────►  background   a projection, because a content script cannot start our worker
 *   relay          ── relay/protocol.ts
 */

const address = v.pipe(v.string(), v.maxLength(200))
const id = v.pipe(v.string(), v.maxLength(100))
/** The tab that the view was opened over, or that it stands for; null: there is none. */
const tabId = v.nullable(v.number())

/** A contract of the user's own as it was entered; the background checks it (chain/stacks/custom-deployment). */
const enteredDeployment = v.object({ label: id, network: v.picklist(['mainnet', 'testnet', 'devnet']), contract: address, apiBases: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(10)) })

export const command = v.variant('type', [
  v.object({ type: v.literal('opened'), tabId }),
  v.object({ type: v.literal('connect'), walletId: v.nullable(id), tabId }),
  v.object({ type: v.literal('chooseAccount'), address }),
  v.object({ type: v.literal('cancelConnect') }),
  v.object({ type: v.literal('disconnect'), address }),
  v.object({ type: v.literal('watch'), address }),
  v.object({ type: v.literal('select'), address }),
  v.object({ type: v.literal('refresh') }),
  v.object({ type: v.literal('enroll'), rewardAddress: v.nullable(address), tabId }),
  v.object({ type: v.literal('optOut'), tabId }),
  v.object({ type: v.literal('changeRewardAddress'), rewardAddress: address, tabId }),
  v.object({ type: v.literal('retry'), intentId: id, tabId }),
  v.object({ type: v.literal('dismiss'), intentId: id }),
  v.object({ type: v.literal('saveSettings'), settings }),
  v.object({ type: v.literal('addDeployment'), input: enteredDeployment }),
  v.object({ type: v.literal('removeDeployment'), id: v.pipe(v.string(), v.maxLength(300)) }),
  v.object({ type: v.literal('readCycle'), cycle: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ type: v.literal('openPanel'), tabId }),
  v.object({ type: v.literal('erase') }),
  ...duskCommands,
])
export type Command = v.InferOutput<typeof command>
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

/** What a content script may ask: a broken renderer must not be able to point the extension at another network. */
export const fromPages: ReadonlySet<Command['type']> = new Set([
  'opened', 'connect', 'chooseAccount', 'cancelConnect', 'disconnect', 'select', 'refresh', 'enroll', 'optOut', 'changeRewardAddress', 'retry', 'dismiss', 'readCycle', ...duskFromPages,
])

/** A projection for a view that cannot start a worker; request and result are `packed` (bigint-json.ts). */
export const projectMessage = v.object({ type: v.literal('project'), request: v.pipe(v.string(), v.maxLength(20_000)) })
export const projectResult = v.variant('ok', [v.object({ ok: v.literal(true), result: v.string() }), v.object({ ok: v.literal(false) })])

export const commandResult = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({ ok: v.literal(false), code: v.picklist(commandProblems), values: v.optional(v.record(v.string(), v.string())) }),
])
