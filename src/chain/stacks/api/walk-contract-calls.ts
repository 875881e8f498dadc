import * as v from 'valibot'
import { answered, failed, type Answer } from '../../http/answer.ts'
import { listOf } from '../../list-of.ts'
import { uint } from '../../uint.ts'
import { cursorText, MOST_LISTED, type ApiTransaction } from '../answers.ts'
import { chainPositionOf, isBefore } from '../chain-position.ts'
import type { StacksClient } from '../client.ts'
import type { ReadOptions } from '../read-options.ts'
import type { CallsAsked, CallsPage } from './calls-page.ts'
import { transactionV3 } from './transaction-v3.ts'

const listAnswer = v.object({
  cursor: v.object({ next: cursorText }),
  results: listOf(v.object({ transaction: transactionV3 }), { most: MOST_LISTED }),
})

const walkedCall = v.object({
  txid: v.string(),
  name: v.string(),
  sender: v.optional(v.string()),
  fee: v.optional(uint),
  stacks: v.number(),
  index: v.number(),
  burn: v.number(),
})

/**
 * The calls seen so far, newest first. `older`: the cursor to go on from, null at the end;
 * `bottom`: the Stacks height walked down to; `height`: the Bitcoin height when the newest was
 * read.
 */
const walk = v.object({
  calls: v.array(walkedCall),
  older: v.nullable(v.string()),
  bottom: v.number(),
  height: v.number(),
})
type Walk = v.InferOutput<typeof walk>
type WalkedCall = Walk['calls'][number]

const PAGE = 50
const REMEMBERED_BLOCKS = 4032
const MOST_STORED = 400
const SETTLED_BLOCKS = 6
/** Requests of one walk; the next one goes on from there. */
const MOST_PAGES = 100
/** For how long a front that was just read serves the next question, milliseconds. */
const FRESH_MS = 10_000

/** What holders call; no one asks for these lists, and they are the most by far. */
const holderCalls = /^(enroll|opt-out|change-reward-address)/

const walks = new WeakMap<StacksClient, Map<string, { walk: Walk; readAt: number }>>()

const walksOf = (client: StacksClient) => {
  const known = walks.get(client) ?? new Map<string, { walk: Walk; readAt: number }>()
  walks.set(client, known)
  return known
}

const callOf = (transaction: ApiTransaction, contract: string): WalkedCall[] => {
  const call = transaction.contract_call
  const isKept =
    transaction.tx_id !== '' &&
    transaction.tx_status === 'success' &&
    call?.contract_id === contract &&
    !holderCalls.test(call.function_name)
  if (!isKept) return []
  const [stacks, index] = chainPositionOf(transaction)
  return [
    {
      txid: transaction.tx_id,
      name: call.function_name,
      sender: transaction.sender_address ?? undefined,
      fee: transaction.fee_rate ?? undefined,
      stacks,
      index,
      burn: transaction.burn_block_height ?? 0,
    },
  ]
}

const transactionOf = (call: WalkedCall, contract: string): ApiTransaction => ({
  tx_id: call.txid,
  tx_status: 'success',
  nonce: undefined,
  fee_rate: call.fee,
  sender_address: call.sender,
  canonical: undefined,
  block_height: call.stacks,
  tx_index: call.index,
  block_time: undefined,
  burn_block_height: call.burn,
  burn_block_time: undefined,
  replaced_by_tx_id: undefined,
  tx_result: undefined,
  contract_call: { contract_id: contract, function_name: call.name },
  event_count: undefined,
  events: [],
})

/** The walk as far as no reorganisation can have changed it since. */
const settledPart = (earlier: Walk | undefined, tipHeight: number): Walk | undefined => {
  if (!earlier || earlier.height > tipHeight + SETTLED_BLOCKS) return undefined
  const calls = earlier.calls.filter(({ burn }) => burn <= earlier.height - SETTLED_BLOCKS)
  return calls.length > 0 ? { ...earlier, calls } : undefined
}

/**
 * The calls of one function among all transactions of a contract, from `/extended/v3`: first those
 * that came since the last walk, then older ones until there are enough.
 */
export const walkContractCalls = async (
  client: StacksClient,
  contract: string,
  asked: CallsAsked,
  options: ReadOptions,
): Promise<Answer<CallsPage>> => {
  const { name, limit, offset, since = 0, wanted = offset + limit } = asked
  const key = `calls ${contract}`
  const inMemory = walksOf(client)
  const tip = await client.tip({ maxAgeMs: 60_000 })
  if (!tip.ok) return tip
  const now = client.http.clock.now()
  let requests = 0

  const readPage = async (cursor: string | null) => {
    requests += 1
    const from = cursor === null ? '' : `&cursor=${cursor}`
    const path = `/extended/v3/principals/${contract}/transactions?limit=${PAGE}${from}`
    const { validBlocks: _, fresh: __, ...httpOptions } = options
    return client.askCached(listAnswer, { path }, httpOptions)
  }

  /** Appends a page to a walk; what is already in `below` ends it. */
  const appendPage = (
    to: Walk,
    page: v.InferOutput<typeof listAnswer>,
    below: Walk | undefined,
  ): { walk: Walk; isJoined: boolean } => {
    const top = below?.calls[0]
    const calls = [...to.calls]
    for (const { transaction } of page.results) {
      const place = chainPositionOf(transaction)
      if (top && below && !isBefore([top.stacks, top.index], place))
        return {
          walk: { ...below, calls: [...calls, ...below.calls], height: to.height },
          isJoined: true,
        }
      calls.push(...callOf(transaction, contract))
    }
    const older = page.cursor.next ?? null
    const last = page.results.at(-1)
    const bottom = last ? chainPositionOf(last.transaction)[0] : to.bottom
    return { walk: { ...to, calls, older, bottom: older === null ? 0 : bottom }, isJoined: false }
  }

  const remember = (state: Walk): void => {
    inMemory.set(contract, { walk: state, readAt: now })
    if (state.calls.length <= MOST_STORED)
      client.note.set(key, {
        ...state,
        calls: state.calls.map((call) => ({ ...call, fee: call.fee?.toString() })),
      })
  }

  const enough = ({ calls, older, bottom }: Walk): boolean =>
    older === null ||
    bottom < since ||
    calls.filter((call) => call.name === name).length >= Math.min(wanted, offset + limit)

  const readFront = async (below: Walk | undefined): Promise<Answer<Walk>> => {
    const height = tip.value.height
    let state: Walk = { calls: [], older: null, bottom: 0, height }
    let cursor: string | null = null
    do {
      const page = await readPage(cursor)
      if (!page.ok) return page
      const appended = appendPage(state, page.value, below)
      state = appended.walk
      if (appended.isJoined) break
      cursor = state.older
    } while (cursor !== null && requests < MOST_PAGES && (below !== undefined || !enough(state)))
    return answered(state)
  }

  const memory = inMemory.get(contract)
  const age = now - (memory?.readAt ?? -Infinity)
  let state = memory?.walk
  if (!state || age < 0 || age > FRESH_MS || options.fresh) {
    const stored = v.safeParse(walk, client.note.get(key, REMEMBERED_BLOCKS))
    const earlier = state ?? (stored.success ? stored.output : undefined)
    const front = await readFront(settledPart(earlier, tip.value.height))
    if (!front.ok) return front
    state = front.value
    remember(state)
  }
  while (!enough(state)) {
    // What was read is remembered: the next walk goes on from there.
    if (requests >= MOST_PAGES) return failed('slow')
    const page = await readPage(state.older)
    if (!page.ok) return page
    state = appendPage(state, page.value, undefined).walk
    remember(state)
  }
  const results = state.calls
    .filter((call) => call.name === name)
    .slice(offset, offset + limit)
    .map((call) => transactionOf(call, contract))
  return answered({ results, isLast: results.length < limit, requests })
}
