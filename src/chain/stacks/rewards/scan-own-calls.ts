import * as v from 'valibot'
import type { Failure } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import type { ApiTransaction } from '../answers.ts'
import { cOptional, cPrincipal, decodeClarity } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { isCallOf } from '../is-call-of.ts'
import { emptyFeed, feedCursor, pagesLeft, readFeed } from '../read-feed.ts'
import type { StacksTip } from '../stacks-read.ts'
import { transactionPages, TRANSACTIONS_PAGE, type InvolvementItem } from './transaction-pages.ts'

/** A call that set a reward address, and the Bitcoin height until which that was the newest one. */
const ownCall = v.object({ txid: v.string(), until: v.number() })

/**
 * How far an account's own transactions were searched for calls that set its reward address;
 * `left`: those whose arguments are still to be read, `newest`: the height of the newest one so
 * far.
 */
export const ownCallsCursor = v.object({
  feed: feedCursor,
  left: v.array(ownCall),
  done: v.array(v.string()),
  newest: v.nullable(v.number()),
  addresses: v.array(v.string()),
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

const isSetter = (call: ApiTransaction, contracts: readonly string[], address: string): boolean =>
  call.sender_address === address &&
  contracts.some((contract) => setters.some((name) => isCallOf(call, contract, name)))

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
 * requests; none once all has been read. What a contract called in its name is not found.
 */
export const scanOwnCalls = async (
  client: StacksClient,
  deployments: readonly Deployment[],
  { address, calls }: { address: string; calls: OwnCallsCursor },
  options: { tip: StacksTip; budget: number; urgency: Urgency },
): Promise<OwnCallsProgress> => {
  const { tip, budget, urgency } = options
  const contracts = deployments.map(({ contract }) => contract)
  const left = [...calls.left]
  const done = new Set(calls.done)
  let { newest } = calls
  const takeItems = (items: InvolvementItem[]) => {
    for (const { involvement } of items) {
      const { transaction } = involvement
      const { tx_id: txid } = transaction
      if (!isSetter(transaction, contracts, address) || done.has(txid)) continue
      if (left.some((each) => each.txid === txid)) continue
      left.push({ txid, until: newest ?? tip.height })
      newest = transaction.burn_block_height ?? newest
    }
  }
  let requests = 0
  let failure: Failure | null = null
  let { feed } = calls
  if (pagesLeft(feed, TRANSACTIONS_PAGE) !== null && budget > 0) {
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
    const { txid, until } = left[0]!
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
  }
  const addresses = new Set([...calls.addresses, ...found.map((each) => each.address)])
  return {
    calls: { feed, left, done: [...done], newest, addresses: [...addresses] },
    found,
    requests,
    failure,
  }
}
