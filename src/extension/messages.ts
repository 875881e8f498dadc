import * as v from 'valibot'
import { commandProblems } from '../app/command-result.ts'
import { settings } from '../app/settings.ts'
import { failureCodes } from '../chain/http/answer.ts'
import { uint } from '../chain/uint.ts'
import { duskCommands, duskCommandsFromPanel } from './dusk-messages.ts'
import { stakingCommands, stakingCommandsFromPanel } from './staking-messages.ts'

/*
 * Who sends what inside the extension. The browser says who a sender is (message-sender.ts), never
 * the message.
 *
 *   popup, console ── Command ─► background   a command of app/commands, answered by a
 *                                             CommandResult
 *   panel          ── panel/protocol.ts: only `commandsFromPanel`; the tab is the panel's own
 *   popup, console ── programme ► background  a programme to read, answered by a ProgrammeAnswer
 *   console        ── ask ─────► background   a request to the network in use, by the background's
 *                                             one client; answered by a NetworkAnswer
 *   relay          ── relay/protocol.ts
 */

const address = v.pipe(v.string(), v.maxLength(200))
const id = v.pipe(v.string(), v.maxLength(100))
/** The tab that the view was opened over, or that it represents; null: there is none. */
const tabId = v.nullable(v.number())

/**
 * A contract of the user's own as it was entered; the background checks it
 * (chain/stacks/custom-deployment).
 */
const enteredDeployment = v.object({
  label: id,
  network: v.picklist(['mainnet', 'testnet', 'devnet']),
  contract: address,
  apiBases: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(10)),
})

const hex = v.pipe(v.string(), v.maxLength(1_000_000), v.regex(/^[0-9a-f]*$/))

/**
 * What an operator signs. `args`: serialized Clarity values; `paysSats`: what a payment of rewards
 * sends at most.
 */
const consoleCommands = [
  v.object({
    type: v.literal('call'),
    functionName: id,
    args: v.pipe(v.array(hex), v.maxLength(20)),
    paysSats: v.nullable(uint),
    tabId,
  }),
  v.object({ type: v.literal('fundPool'), sats: uint, tabId }),
  v.object({
    type: v.literal('deploy'),
    name: id,
    source: v.pipe(v.string(), v.maxLength(200_000)),
    tabId,
  }),
] as const

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
  v.object({ type: v.literal('acceptFee'), intentId: id }),
  v.object({ type: v.literal('dismiss'), intentId: id }),
  v.object({ type: v.literal('stopWaiting'), intentId: id }),
  v.object({ type: v.literal('switchAccount'), intentId: id }),
  v.object({ type: v.literal('saveSettings'), settings }),
  v.object({ type: v.literal('addDeployment'), input: enteredDeployment }),
  v.object({ type: v.literal('removeDeployment'), id: v.pipe(v.string(), v.maxLength(300)) }),
  v.object({ type: v.literal('readCycle'), cycle: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({
    type: v.literal('verifyCycle'),
    cycle: v.pipe(v.number(), v.integer(), v.minValue(0)),
    deployment: v.pipe(v.string(), v.maxLength(300)),
  }),
  v.object({ type: v.literal('stopVerifying') }),
  v.object({
    type: v.literal('nameAccount'),
    address,
    label: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  }),
  v.object({ type: v.literal('dismissNews'), key: v.pipe(v.string(), v.maxLength(500)) }),
  v.object({ type: v.literal('openPanel'), tabId }),
  v.object({ type: v.literal('erase') }),
  ...consoleCommands,
  ...duskCommands,
  ...stakingCommands,
])
export type Command = v.InferOutput<typeof command>
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

/**
 * What the panel may ask, which lives on a page: a broken renderer must not be able to point the
 * extension at another network.
 */
export const commandsFromPanel: ReadonlySet<Command['type']> = new Set([
  'opened',
  'connect',
  'chooseAccount',
  'cancelConnect',
  'disconnect',
  'select',
  'refresh',
  'enroll',
  'optOut',
  'changeRewardAddress',
  'retry',
  'acceptFee',
  'dismiss',
  'stopWaiting',
  'switchAccount',
  'readCycle',
  'verifyCycle',
  'stopVerifying',
  'dismissNews',
  ...duskCommandsFromPanel,
  ...stakingCommandsFromPanel,
])

/**
 * A request of the console's own client. The path is below the API bases in use, wherever they are.
 */
export const askMessage = v.object({
  type: v.literal('ask'),
  /** The deployment that the asker believes to be in use. */
  deployment: v.string(),
  path: v.pipe(v.string(), v.maxLength(2000), v.regex(/^\/(v2|v3|extended)(\/|$)/)),
  method: v.optional(v.picklist(['GET', 'POST']), 'GET'),
  body: v.optional(v.unknown()),
  urgency: v.optional(v.picklist(['person', 'refresh', 'backfill']), 'refresh'),
})

export const networkAnswer = v.variant('ok', [
  v.object({ ok: v.literal(true), json: v.unknown(), perMinute: v.nullable(v.number()) }),
  v.object({
    ok: v.literal(false),
    code: v.picklist(failureCodes),
    perMinute: v.nullable(v.number()),
  }),
])
export type NetworkAnswer = v.InferOutput<typeof networkAnswer>

export const commandResult = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({
    ok: v.literal(false),
    code: v.picklist(commandProblems),
    values: v.optional(v.record(v.string(), v.string())),
  }),
])
