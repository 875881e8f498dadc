import * as v from 'valibot'
import type { Failure } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import type { ApiTransaction } from '../answers.ts'
import { chainPositionOf } from '../chain-position.ts'
import { cOptional, cPrincipal, decodeClarity } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { isCallOf } from '../is-call-of.ts'
import { emptyFeed, feedCursor, pagesLeft, readFeed } from '../read-feed.ts'
import type { StacksTip } from '../stacks-read.ts'
import { printsPayments } from './prints-payments.ts'
import { rewardAddressSetting, type RewardAddressSetting } from './reward-address-setting.ts'
import { transactionPages, TRANSACTIONS_PAGE, type InvolvementItem } from './transaction-pages.ts'

/**
 * A call whose argument is still to be read, and the Bitcoin height until which that was the newest
 * one; `setting`: what it decided, but for the address.
 */
const ownCall = v.object({
  txid: v.string(),
  until: v.number(),
  setting: v.optional(v.omit(rewardAddressSetting, ['address'])),
})

/**
 * How far an account's own transactions were searched for calls that set its reward address;
 * `left`: those whose arguments are still to be read, `newest`: the height of the newest one so
 * far; `settings`: what they decided in contracts that do not tell whose reward they pay.
 */
export const ownCallsCursor = v.object({
  feed: feedCursor,
  left: v.array(ownCall),
  done: v.array(v.string()),
  newest: v.nullable(v.number()),
  addresses: v.array(v.string()),
  settings: v.optional(v.array(rewardAddressSetting)),
})
export type OwnCallsCursor = v.InferOutput<typeof ownCallsCursor>

export const emptyOwnCalls: OwnCallsCursor = {
  feed: emptyFeed,
  left: [],
  done: [],
  newest: null,
  addresses: [],
}

/** Requests that the search for earlier reward addresses still needs, as far as known. */
export const ownCallRequestsLeft = ({ feed, left }: OwnCallsCursor): number =>
  (pagesLeft(feed, TRANSACTIONS_PAGE) ?? 0) + left.length

const setters = ['enroll', 'change-reward-address'] as const

const isSetter = (call: ApiTransaction, contracts: readonly string[]): boolean =>
  contracts.some((contract) => setters.some((name) => isCallOf(call, contract, name)))

/** Where and when a call decided something in one of these contracts. */
const settingOf = (
  call: ApiTransaction,
  silent: readonly string[],
): Omit<RewardAddressSetting, 'address'> | undefined => {
  const contract = call.contract_call?.contract_id ?? ''
  if (!silent.includes(contract)) return undefined
  const [stacks, index] = chainPositionOf(call)
  return { contract, burn: call.burn_block_height ?? 0, stacks, index }
}

/** The address that a call set; null: its own, or not told. */
const addressIn = (argument: string | undefined): string | null => {
  const value = decodeClarity(argument ?? '')
  const given = v.safeParse(v.union([cPrincipal, cOptional(cPrincipal)]), value)
  return given.success ? given.output : null
}

export interface OwnCallsProgress {
  calls: OwnCallsCursor
  /** Reward addresses that were found, each with the Bitcoin height until which it was in use. */
  found: { address: string; until: number }[]
  requests: number
  failure: Failure | null
}

/**
 * Continues the search of an account's own calls for the reward addresses that it has ever set, in
 * every contract of `deployments`: what went to them belongs to its history. At most `budget`
 * requests; none once all has been read, but with `renew` for what came since. What a contract
 * called in its name is not found.
 */
export const scanOwnCalls = async (
  client: StacksClient,
  deployments: readonly Deployment[],
  { address, calls }: { address: string; calls: OwnCallsCursor },
  options: { tip: StacksTip; budget: number; urgency: Urgency; renew?: boolean },
): Promise<OwnCallsProgress> => {
  const { tip, budget, urgency, renew = false } = options
  const contracts = deployments.map(({ contract }) => contract)
  const silent = deployments.filter((each) => !printsPayments(each)).map((each) => each.contract)
  const settings = [...(calls.settings ?? [])]
  const left = [...calls.left]
  const done = new Set(calls.done)
  let { newest } = calls
  const takeItems = (items: InvolvementItem[]) => {
    for (const { involvement } of items) {
      const { transaction } = involvement
      const { tx_id: txid } = transaction
      if (transaction.sender_address !== address || done.has(txid)) continue
      const setting = settingOf(transaction, silent)
      if (setting && isCallOf(transaction, setting.contract, 'opt-out')) {
        settings.push({ ...setting, address: null })
        done.add(txid)
      }
      if (!isSetter(transaction, contracts)) continue
      if (left.some((each) => each.txid === txid)) continue
      const burn = transaction.burn_block_height ?? newest
      const isOlder = newest !== null && burn !== null && burn <= newest
      left.push({ txid, until: isOlder ? newest! : tip.height, ...(setting && { setting }) })
      newest = burn
    }
  }
  let requests = 0
  let failure: Failure | null = null
  let { feed } = calls
  if ((renew || pagesLeft(feed, TRANSACTIONS_PAGE) !== null) && budget > 0) {
    const pages = transactionPages(client, address, urgency)
    const read = await readFeed(pages, feed, takeItems, {
      pageSize: TRANSACTIONS_PAGE,
      budget,
      tip,
    })
    ;({ cursor: feed, requests, failure } = read)
  }
  const found: OwnCallsProgress['found'] = []
  while (left.length > 0 && requests < budget && !failure) {
    const { txid, until, setting } = left[0]!
    requests += 1
    const answer = await client.transactionArguments(txid, { urgency })
    if (!answer.ok && answer.failure.code !== 'not-found') {
      failure = answer.failure
      break
    }
    left.shift()
    done.add(txid)
    const set = answer.ok ? addressIn(answer.value?.[0]) : null
    if (set !== null && set !== address) found.push({ address: set, until })
    if (setting) settings.push({ ...setting, address: set ?? address })
  }
  const addresses = new Set([...calls.addresses, ...found.map((each) => each.address)])
  return {
    calls: {
      feed,
      left,
      done: [...done],
      newest,
      addresses: [...addresses],
      ...(settings.length > 0 && { settings }),
    },
    found,
    requests,
    failure,
  }
}
