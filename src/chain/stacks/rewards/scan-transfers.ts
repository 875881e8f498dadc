import type { Failure } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import type { ApiEvent } from '../answers.ts'
import { askAssetEvents } from '../api/asset-events.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { emptyFeed, pagesLeft, readFeed, type FetchPage } from '../read-feed.ts'
import type { StacksTip } from '../stacks-read.ts'
import { FORMER_KEPT_BLOCKS } from './reward-address-setting.ts'
import type { RewardCursor } from './reward-cursor.ts'
import { decodeTransfer, type RewardTransfer } from './reward-transfer.ts'

type Scans = RewardCursor['scans']
type Scan = Scans[string]
type MovementItem = { key: string; event: ApiEvent }

const PAGE = 50

/** Requests that a scan still needs, as far as known. */
export const scanRequestsLeft = ({ feed, transactions }: Scan): number =>
  pagesLeft(transactions ?? feed, PAGE) ?? 0

/**
 * The addresses to scan at `height`: the wanted ones, those that were wanted until lately, and
 * earlier ones until they have been read through.
 */
export const planScans = (scans: Scans, wanted: readonly string[], height: number): Scans => {
  const former = Object.keys(scans).filter(
    (address) =>
      !wanted.includes(address) &&
      (height - scans[address]!.wantedAt < FORMER_KEPT_BLOCKS ||
        scanRequestsLeft(scans[address]!) > 0),
  )
  return Object.fromEntries([
    ...wanted.map((address): [string, Scan] => [
      address,
      { ...(scans[address] ?? { feed: emptyFeed }), wantedAt: height },
    ]),
    ...former.map((address): [string, Scan] => [address, scans[address]!]),
  ])
}

export type ScanProgress = {
  scan: Scan
  transfers: RewardTransfer[]
  requests: number
  failure: Failure | null
}

/**
 * Continues the scan of one address's asset movements for transfers from contracts of
 * `deployments`, at most `budget` requests; none when it is up to date with the tip, unless
 * `fresh`.
 */
export const scanTransfers = async (
  client: StacksClient,
  deployments: readonly Deployment[],
  { recipient, scan }: { recipient: string; scan: Scan },
  options: { tip: StacksTip; budget: number; urgency: Urgency; fresh: boolean },
): Promise<ScanProgress> => {
  const { tip, budget, fresh } = options
  const { feed, wantedAt } = scan
  const isReadThrough = pagesLeft(feed, PAGE) === null
  if (isReadThrough && feed.tip.tag === tip.tag && !fresh)
    return { scan, transfers: [], requests: 0, failure: null }
  const urgency = isReadThrough ? options.urgency : 'backfill'
  const fetchPage: FetchPage<MovementItem> = async (offset, limit) => {
    const page = await askAssetEvents(client, recipient, { offset, limit }, { urgency })
    if (!page.ok) return page
    // Half of the transaction id is enough to distinguish events, and keeps the cursor small.
    const items = page.value.results.map((event) => ({
      key: `${event.tx_id.slice(2, 18)}:${event.event_index}`,
      event,
    }))
    return { ok: true, value: { ...page.value, items } }
  }
  const transfers: RewardTransfer[] = []
  const takeItems = (items: MovementItem[]) => {
    for (const { event } of items) {
      const transfer = decodeTransfer(event, deployments, recipient)
      if (transfer) transfers.push(transfer)
    }
  }
  const progress = await readFeed(fetchPage, feed, takeItems, { pageSize: PAGE, budget, tip })
  return {
    scan: { feed: progress.cursor, wantedAt },
    transfers,
    requests: progress.requests,
    failure: progress.failure,
  }
}
