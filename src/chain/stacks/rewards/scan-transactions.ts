import * as v from 'valibot'
import type { Failure } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import { listOf } from '../../list-of.ts'
import { cursorText, MOST_LISTED, noTransaction, type ApiTransaction } from '../answers.ts'
import { createCursorList } from '../api/cursor-list.ts'
import { transactionV3 } from '../api/transaction-v3.ts'
import type { StacksClient } from '../client.ts'
import { emptyFeed, pagesLeft, readFeed, type FetchPage } from '../read-feed.ts'
import type { StacksTip } from '../stacks-read.ts'
import type { RewardCursor, TransferSearch } from './reward-cursor.ts'

type Scan = RewardCursor['scans'][string]
type Involvement = { transaction: ApiTransaction; hasTokens: boolean }
type InvolvementItem = { key: string; involvement: Involvement }

const PAGE = 50
const REMEMBERED_BLOCKS = 4032

const involvement = v.pipe(
  v.object({
    transaction: transactionV3,
    affected_balances: v.optional(v.object({ ft: v.boolean() }), { ft: true }),
  }),
  v.transform(({ transaction, affected_balances: affected }): Involvement => ({
    transaction,
    hasTokens: affected.ft,
  })),
)

const listAnswer = v.object({
  total: v.number(),
  cursor: v.object({ next: cursorText }),
  results: listOf(involvement, {
    most: MOST_LISTED,
    instead: { transaction: noTransaction, hasTokens: false },
  }),
})

const cursorsByDepth = v.record(v.string(), v.string())

/** Where the list of an address's transactions was entered before, kept with the client's notes. */
const cursorMemory = ({ note }: StacksClient, recipient: string) => {
  const key = `transactions of ${recipient}`
  return {
    get: (): ReadonlyMap<number, string> => {
      const parsed = v.safeParse(cursorsByDepth, note.get(key, REMEMBERED_BLOCKS))
      const entries = parsed.success ? Object.entries(parsed.output) : []
      return new Map(entries.map(([depth, cursor]) => [Number(depth), cursor]))
    },
    set: (cursors: ReadonlyMap<number, string>) => note.set(key, Object.fromEntries(cursors)),
  }
}

/** A call by another that moved tokens of the address: it may have paid a reward. */
const mayPay = ({ transaction, hasTokens }: Involvement): boolean =>
  hasTokens &&
  transaction.tx_id !== '' &&
  transaction.tx_status === 'success' &&
  Boolean(transaction.contract_call)

const searchOf = ({ transaction }: Involvement, recipient: string): TransferSearch => ({
  key: `${transaction.tx_id.slice(2, 18)}@${transaction.block_height ?? 0}`,
  txid: transaction.tx_id,
  recipient,
  read: 0,
})

export interface TransactionScan {
  scan: Scan
  /** Transactions whose events are to be searched for transfers to the address. */
  searches: TransferSearch[]
  requests: number
  failure: Failure | null
}

/**
 * Continues the scan of one address's transactions, from `/extended/v3`, for those that may have
 * paid it: for hosts that have switched off the list of movements. At most `budget` requests; none
 * when it is up to date with the tip, unless `fresh`.
 */
export const scanTransactions = async (
  client: StacksClient,
  { recipient, scan }: { recipient: string; scan: Scan },
  options: { tip: StacksTip; budget: number; urgency: Urgency; fresh: boolean },
): Promise<TransactionScan> => {
  const { tip, budget, fresh } = options
  const feed = scan.transactions ?? emptyFeed
  const isReadThrough = pagesLeft(feed, PAGE) === null
  if (isReadThrough && feed.tip.tag === tip.tag && !fresh)
    return { scan, searches: [], requests: 0, failure: null }
  const urgency = isReadThrough ? options.urgency : 'backfill'
  const path = `/extended/v3/principals/${recipient}/transactions?limit=${PAGE}`
  const list = createCursorList(
    async (cursor) => {
      const from = cursor === null ? '' : `&cursor=${cursor}`
      const page = await client.askCached(listAnswer, { path: path + from }, { urgency })
      if (!page.ok) return page
      const { total, results, cursor: around } = page.value
      return { ok: true, value: { total, items: results, older: around.next ?? null } }
    },
    cursorMemory(client, recipient),
  )
  const fetchPage: FetchPage<InvolvementItem> = async (offset, limit) => {
    const page = await list({ offset, limit })
    if (!page.ok) return page
    const items = page.value.items.map((item) => ({
      key: item.transaction.tx_id.slice(2, 18),
      involvement: item,
    }))
    return { ok: true, value: { items, limit, total: page.value.total } }
  }
  const searches: TransferSearch[] = []
  const takeItems = (items: InvolvementItem[]) =>
    items.forEach(({ involvement: item }) => {
      if (mayPay(item)) searches.push(searchOf(item, recipient))
    })
  const progress = await readFeed(fetchPage, feed, takeItems, { pageSize: PAGE, budget, tip })
  return {
    scan: { ...scan, transactions: progress.cursor },
    searches,
    requests: progress.requests,
    failure: progress.failure,
  }
}
