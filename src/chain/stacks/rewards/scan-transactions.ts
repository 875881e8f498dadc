import type { Failure } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import type { StacksClient } from '../client.ts'
import { emptyFeed, pagesLeft, readFeed } from '../read-feed.ts'
import type { StacksTip } from '../stacks-read.ts'
import type { RewardCursor, TransferSearch } from './reward-cursor.ts'
import {
  transactionPages,
  TRANSACTIONS_PAGE,
  type Involvement,
  type InvolvementItem,
} from './transaction-pages.ts'

type Scan = RewardCursor['scans'][string]
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
  const isReadThrough = pagesLeft(feed, TRANSACTIONS_PAGE) === null
  if (isReadThrough && feed.tip.tag === tip.tag && !fresh)
    return { scan, searches: [], requests: 0, failure: null }
  const urgency = isReadThrough ? options.urgency : 'backfill'
  const fetchPage = transactionPages(client, recipient, urgency)
  const searches: TransferSearch[] = []
  const takeItems = (items: InvolvementItem[]) =>
    items.forEach(({ involvement: item }) => {
      if (mayPay(item)) searches.push(searchOf(item, recipient))
    })
  const progress = await readFeed(fetchPage, feed, takeItems, {
    pageSize: TRANSACTIONS_PAGE,
    budget,
    tip,
  })
  return {
    scan: { ...scan, transactions: progress.cursor },
    searches,
    requests: progress.requests,
    failure: progress.failure,
  }
}
