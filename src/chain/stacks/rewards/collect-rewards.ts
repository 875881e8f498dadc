import type { Failure } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import type { ApiEvent } from '../answers.ts'
import type { StacksTip, StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { emptyFeed, pagesLeft, readFeed, type FetchPage } from '../read-feed.ts'
import type { RewardPayment } from '../readings.ts'
import { refreshProblemOf, type RefreshProblem } from '../refresh-problem.ts'
import { confirmTransfer, type Confirmation } from './confirm-transfer.ts'
import { isSamePayment, type RewardCursor, type YoungPayment } from './reward-cursor.ts'
import { transferKey, decodeTransfer, type RewardTransfer } from './reward-transfer.ts'

const PAGE = 50
const SETTLED_BLOCKS = 6
const GONE_KEPT_BLOCKS = 144
const MISSES = 6
const SEEN = 2000
// A changed reward address is still paid for the running cycle, and late keepers pay late.
const FORMER_KEPT_BLOCKS = 3 * 2100

export type Collected = {
  /**
   * Keys of payments that a reorganisation undid. One may come again later, under the same key:
   * whoever was told of it must not be told twice.
   */
  gone: string[]
  /** New payments, and earlier ones that stand in another place now: to be put in by their keys. */
  found: RewardPayment[]
  cursor: RewardCursor
  /** Requests still to make before everything is known; null when caught up. */
  requestsLeft: number | null
  problem: RefreshProblem | null
}

type Item = { key: string; event: ApiEvent }

const placeOf = ({ txid, eventIndex }: RewardPayment) => transferKey(txid, eventIndex)
const transferAgain = (payment: RewardPayment): RewardTransfer => ({
  key: placeOf(payment),
  deployment: payment.deployment,
  txid: payment.txid,
  eventIndex: payment.eventIndex,
  sats: payment.sats,
  recipient: payment.rewardAddress,
})

/**
 * Finds the rewards of an account: sBTC sent by a Dual Stacking contract to its address, or to a
 * reward address of it, each matched with the contract's own event by transaction and place. Costs
 * one request per address and Bitcoin block when caught up, one more per new payment, and one per
 * payment and block until that is six blocks deep. Never more than `budget` requests a call (at
 * least 3 to get on); resumes from the cursor.
 */
export const collectRewards = async (
  client: StacksClient,
  deployments: readonly Deployment[],
  who: { address: string; rewardAddresses: readonly string[] },
  from: RewardCursor,
  options: { tip: StacksTip; budget?: number; urgency?: Urgency; fresh?: boolean },
): Promise<Collected> => {
  const { tip, budget = 6, urgency = 'refresh', fresh = false } = options
  const wanted = [...new Set([who.address, ...who.rewardAddresses])]
  const former = Object.keys(from.scans).filter(
    (each) =>
      !wanted.includes(each) && tip.height - from.scans[each]!.wantedAt < FORMER_KEPT_BLOCKS,
  )
  const recipients = [...wanted, ...former]
  const scans = Object.fromEntries(
    recipients.map((each) => [
      each,
      {
        feed: from.scans[each]?.feed ?? emptyFeed,
        wantedAt: former.includes(each) ? from.scans[each]!.wantedAt : tip.height,
      },
    ]),
  )
  const pending = new Map(from.pending.map((each) => [each.transfer.key, each]))
  const seen = new Set(from.seen)
  let young: YoungPayment[] = from.young
  const found: RewardPayment[] = []
  const gone: string[] = []
  let left = budget
  let failure: Failure | null = null

  const note = (transfer: RewardTransfer | undefined) => {
    if (!transfer || seen.has(transfer.key) || pending.has(transfer.key)) return
    const stands = young.some(
      ({ payment, goneAt }) =>
        goneAt === null && placeOf(payment) === transfer.key && payment.sats === transfer.sats,
    )
    if (!stands) pending.set(transfer.key, { transfer, missed: 0, missedAt: 0 })
  }

  const scan = async (recipient: string) => {
    const { feed, wantedAt } = scans[recipient]!
    const isReadThrough = pagesLeft(feed, PAGE) === null
    if (isReadThrough && feed.tip.tag === tip.tag && !fresh) return
    const fetchPage: FetchPage<Item> = async (offset, limit) => {
      const page = await client.assetEvents(
        recipient,
        { offset, limit },
        { urgency: isReadThrough ? urgency : 'backfill' },
      )
      if (!page.ok) return page
      // Half of the transaction id is enough to tell places apart, and keeps the cursor small.
      const items = page.value.results.map((event) => ({
        key: `${event.tx_id.slice(2, 18)}:${event.event_index}`,
        event,
      }))
      return { ok: true, value: { ...page.value, items } }
    }
    const take = (items: Item[]) =>
      items.forEach(({ event }) => note(decodeTransfer(event, deployments, recipient)))
    const progress = await readFeed(fetchPage, feed, take, { pageSize: PAGE, budget: left, tip })
    left -= progress.requests
    failure ??= progress.failure
    scans[recipient] = { feed: progress.cursor, wantedAt }
  }

  /** One request; undefined when there is none left to make or it failed. */
  const confirm = async (
    transfer: RewardTransfer,
    how: Urgency,
  ): Promise<Confirmation | undefined> => {
    const deployment = deployments.find(({ id }) => id === transfer.deployment)
    if (!deployment || left <= 0 || failure) return undefined
    left -= 1
    const answer = await confirmTransfer(client, deployment, transfer, { urgency: how })
    if (answer.ok) return answer.value
    failure = answer.failure
    return undefined
  }

  const settle = (payment: RewardPayment) => {
    const isDeep =
      !payment.burnHeight.known || tip.height - payment.burnHeight.value >= SETTLED_BLOCKS
    if (isDeep) seen.add(placeOf(payment))
    else young = [...young, { payment, checkedAt: tip.height, goneAt: null }]
  }

  const recheck = async () => {
    for (const each of young) {
      if (each.checkedAt === tip.height && !fresh) continue
      const confirmation = await confirm(transferAgain(each.payment), urgency)
      if (!confirmation) continue
      young = young.filter((other) => other !== each)
      if (confirmation.is === 'payment') {
        const payment = { ...confirmation.payment, key: each.payment.key }
        const moved =
          !payment.burnHeight.known ||
          !each.payment.burnHeight.known ||
          payment.burnHeight.value !== each.payment.burnHeight.value
        if (each.goneAt !== null || moved) found.push(payment)
        settle(payment)
      } else {
        if (each.goneAt === null) gone.push(each.payment.key)
        const goneAt = each.goneAt ?? tip.height
        if (tip.height - goneAt < GONE_KEPT_BLOCKS)
          young = [...young, { payment: each.payment, checkedAt: tip.height, goneAt }]
      }
    }
  }

  const adopt = (payment: RewardPayment) => {
    if (payment.enrolledAddress !== who.address && payment.rewardAddress !== who.address)
      return void seen.add(placeOf(payment))
    // The same payment in another place of the chain keeps its first key, so that nobody is told
    // twice.
    const undone = young.find(
      ({ payment: earlier, goneAt }) => goneAt !== null && isSamePayment(earlier, payment),
    )
    const kept = undone ? { ...payment, key: undone.payment.key } : payment
    young = young.filter((each) => each !== undone && placeOf(each.payment) !== placeOf(payment))
    found.push(kept)
    settle(kept)
  }

  const lookUp = async () => {
    const how: Urgency = pending.size > 3 ? 'backfill' : urgency
    for (const each of pending.values()) {
      const { transfer, missed, missedAt } = each
      if (missed > 0 && missedAt === tip.height) continue
      const confirmation = await confirm(transfer, how)
      if (!confirmation) continue
      if (confirmation.is === 'payment') adopt(confirmation.payment)
      else if (confirmation.is === 'other') seen.add(transfer.key)
      // A host that lags behind may list a movement before it knows the transaction.
      else if (missed + 1 < MISSES) {
        pending.set(transfer.key, { transfer, missed: missed + 1, missedAt: tip.height })
        continue
      }
      pending.delete(transfer.key)
    }
  }

  for (const recipient of recipients) if (left > 0 && !failure) await scan(recipient)
  await recheck()
  await lookUp()

  const pages = recipients.reduce((sum, each) => sum + (pagesLeft(scans[each]!.feed, PAGE) ?? 0), 0)
  const requestsLeft = pages + [...pending.values()].filter(({ missed }) => missed === 0).length
  return {
    gone: gone.filter((key) => !found.some((payment) => payment.key === key)),
    found,
    cursor: { scans, pending: [...pending.values()], young, seen: [...seen].slice(-SEEN) },
    requestsLeft: requestsLeft === 0 ? null : requestsLeft,
    problem: failure && (refreshProblemOf(failure) ?? 'bad-answer'),
  }
}
