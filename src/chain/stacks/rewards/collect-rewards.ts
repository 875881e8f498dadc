import { isSwitchedOff, type Answer, type Failure } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { emptyFeed, type FeedCursor } from '../read-feed.ts'
import type { RewardPayment } from '../readings.ts'
import { refreshProblemOf, type RefreshProblem } from '../refresh-problem.ts'
import type { StacksTip } from '../stacks-read.ts'
import { attributePayment } from './attribute-payment.ts'
import { confirmTransfer, type Confirmation } from './confirm-transfer.ts'
import { createPaymentBook, transferOfPayment } from './payment-book.ts'
import { printsPayments } from './prints-payments.ts'
import type { RewardCursor } from './reward-cursor.ts'
import type { RewardTransfer } from './reward-transfer.ts'
import { emptyOwnCalls, ownCallRequestsLeft, scanOwnCalls } from './scan-own-calls.ts'
import { scanTransactions } from './scan-transactions.ts'
import { planScans, scanRequestsLeft, scanTransfers } from './scan-transfers.ts'
import { searchTransfers } from './search-transfers.ts'

const MOST_SEARCHED = 1000

/** The list of a host that does not have it. */
const readThrough = ({ height, tag }: StacksTip): FeedCursor => ({
  segments: [{ count: 0, ended: true, marks: [], tops: [] }],
  total: 0,
  tip: { height, tag },
})

/** A host that has switched its list of movements off, or no longer knows of one. */
const isUnlisted = (failure: Failure | null): boolean =>
  failure !== null && (isSwitchedOff(failure) || failure.code === 'not-found')

/** Whether the newest block is another than the one of the same height that was read before. */
const isOnOtherBranch = ({ scans }: RewardCursor, tip: StacksTip): boolean =>
  Object.values(scans)
    .flatMap(({ feed, transactions }) => [feed, transactions ?? feed])
    .some((read) => read.tip.height === tip.height && read.tip.tag !== tip.tag)

/** An account as rewards are collected for it, and the contracts that may have paid it. */
export type RewardedAccount = {
  address: string
  rewardAddresses: readonly string[]
  deployments: readonly Deployment[]
}

export type CollectedRewards = {
  /**
   * Keys of payments that a reorganisation undid. One may come again later under the same key, and
   * must not be notified twice.
   */
  gone: string[]
  /** New payments, and earlier ones that were mined again elsewhere: to be stored by their keys. */
  found: RewardPayment[]
  cursor: RewardCursor
  /** Requests still to make before everything is known; null when caught up. */
  requestsLeft: number | null
  problem: RefreshProblem | null
}

/**
 * Finds the rewards of an account: sBTC sent by a Dual Stacking contract to its address, or to one
 * of its reward addresses, each matched with the event of the contract by transaction and position;
 * with `history` also to those that its own calls set earlier. Where a host no longer lists
 * movements, the transactions of the address are searched instead. Costs one request per address
 * and Bitcoin block when caught up, one more per new payment, and one per payment and block until
 * the payment is six blocks deep. Never more than `budget` requests a call (at least 3 to make
 * progress); resumes from the cursor.
 */
export const collectRewards = async (
  client: StacksClient,
  { address, rewardAddresses, deployments }: RewardedAccount,
  from: RewardCursor,
  options: {
    tip: StacksTip
    budget?: number
    urgency?: Urgency
    fresh?: boolean
    history?: boolean
  },
): Promise<CollectedRewards> => {
  const { tip, budget = 6, urgency = 'refresh', fresh = false } = options
  const wanted = [...new Set([address, ...rewardAddresses])]
  const scans = planScans(from.scans, wanted, tip.height)
  let calls = options.history ? (from.calls ?? emptyOwnCalls) : from.calls
  const searches = [...(from.searches ?? [])]
  const searched = [...(from.searched ?? [])]
  const book = createPaymentBook(from, address, tip.height)
  let left = budget
  let failure: Failure | null = null
  const deploymentOf = ({ deployment }: RewardTransfer) =>
    deployments.find(({ id }) => id === deployment)

  /**
   * Whether only the account's own calls can tell that a transfer is its reward, as the contract
   * does not print whom it pays for.
   */
  const needsOwnCalls = (transfer: RewardTransfer): boolean => {
    const deployment = deploymentOf(transfer)
    return deployment !== undefined && !printsPayments(deployment) && transfer.recipient !== address
  }

  /** One request, two at the most; null when none is left to make, or it failed. */
  const confirm = async (
    transfer: RewardTransfer,
    confirmUrgency: Urgency,
  ): Promise<Confirmation | null> => {
    const deployment = deploymentOf(transfer)
    const isOthers = calls?.settings !== undefined && needsOwnCalls(transfer)
    if (!deployment || left < (isOthers ? 2 : 1) || failure) return null
    left -= 1
    const answer = await confirmTransfer(client, deployment, transfer, {
      urgency: confirmUrgency,
    })
    if (!answer.ok) {
      failure = answer.failure
      return null
    }
    if (answer.value.is !== 'payment' || !isOthers || !calls?.settings) return answer.value
    left -= 1
    const payment = await attributePayment(client, answer.value.payment, {
      account: address,
      contract: deployment.contract,
      settings: calls.settings,
      urgency: confirmUrgency,
    })
    if (payment.ok) return { is: 'payment', payment: payment.value }
    failure = payment.failure
    return null
  }

  let indexed: Promise<Answer<number | null>> | undefined
  /** Whether the API has indexed more than the payment's block, so that it would know it. */
  const isIndexed = async ({ burnHeight }: RewardPayment): Promise<boolean> => {
    // A chain that is shorter than that does not have it, whoever asks.
    if (!burnHeight.known || burnHeight.value > tip.height) return true
    if (!indexed) left -= 1
    const answer = await (indexed ??= client.apiBurnHeight({ urgency }))
    return answer.ok && (answer.value === null || answer.value > burnHeight.value)
  }

  /** Movements of the address, or its transactions where no host lists movements any more. */
  const scanRecipient = async (recipient: string, scan: (typeof scans)[string]): Promise<void> => {
    const scanOptions = { tip, budget: left, urgency, fresh }
    const movements = await scanTransfers(client, deployments, { recipient, scan }, scanOptions)
    if (!isUnlisted(movements.failure)) {
      const { transactions: _, ...read } = movements.scan
      scans[recipient] = read
      movements.transfers.forEach(book.addTransfer)
      left -= movements.requests
      failure = movements.failure
      return
    }
    const listed = await scanTransactions(client, { recipient, scan }, scanOptions)
    scans[recipient] = listed.scan
    const known = new Set([...searched, ...searches.map(({ key }) => key)])
    for (const search of listed.searches) if (!known.has(search.key)) searches.push(search)
    left -= listed.requests
    failure = listed.failure
  }

  const ownCallsLeft = () => (calls ? ownCallRequestsLeft(calls) : 0)
  /** A new transfer may follow a call that came since they were read. */
  const isOwnCallMissing = (): boolean =>
    calls !== undefined &&
    calls.feed.tip.tag !== tip.tag &&
    book.transfersToConfirm().some(({ transfer }) => needsOwnCalls(transfer))
  const areOwnCallsToRead = () => ownCallsLeft() > 0 || isOwnCallMissing()

  /** Earlier reward addresses, from the account's own calls; what went to them is read next. */
  const searchOwnCalls = async (): Promise<void> => {
    // The first reading of an account has a budget to keep.
    const most = from.calls ? left : Math.min(left, 1)
    if (!calls) return
    const progress = await scanOwnCalls(
      client,
      deployments,
      { address, calls },
      { tip, budget: most, urgency: 'backfill', renew: isOwnCallMissing() },
    )
    left -= progress.requests
    // A host without that list tells no earlier ones.
    const isUntold = ['not-found', 'gone', 'refused'].includes(progress.failure?.code ?? '')
    if (!isUntold) failure = progress.failure
    calls = isUntold ? { ...progress.calls, feed: readThrough(tip) } : progress.calls
    for (const { address: earlier, until } of progress.found)
      scans[earlier] ??= { feed: emptyFeed, wantedAt: until }
  }

  const searchNext = async (): Promise<void> => {
    const [next] = searches
    if (!next) return
    left -= 1
    const answer = await searchTransfers(client, deployments, next, urgency)
    if (!answer.ok) {
      failure = answer.failure
      return
    }
    answer.value.transfers.forEach(book.addTransfer)
    if (answer.value.search) searches[0] = answer.value.search
    else {
      searches.shift()
      searched.push(next.key)
    }
  }

  for (const [recipient, scan] of Object.entries(scans)) {
    if (left <= 0 || failure) break
    await scanRecipient(recipient, scan)
  }
  while (left > 0 && !failure && searches.length > 0) await searchNext()
  for (const entry of book.youngToCheck(fresh || isOnOtherBranch(from, tip))) {
    const confirmation = await confirm(transferOfPayment(entry.payment), urgency)
    if (confirmation?.is === 'gone' && confirmation.unseen && !(await isIndexed(entry.payment)))
      book.postpone(entry)
    else if (confirmation) book.recheckYoung(entry, confirmation)
  }
  const pendingUrgency: Urgency = book.pendingCount() > 3 ? 'backfill' : urgency
  if (left > 0 && !failure && isOwnCallMissing() && ownCallsLeft() === 0) await searchOwnCalls()
  for (const entry of book.transfersToConfirm()) {
    if (areOwnCallsToRead() && needsOwnCalls(entry.transfer)) continue
    const confirmation = await confirm(entry.transfer, pendingUrgency)
    if (confirmation) book.confirmPending(entry, confirmation)
  }

  if (left > 0 && !failure && ownCallsLeft() > 0) await searchOwnCalls()

  const pages = Object.values(scans).reduce((sum, scan) => sum + scanRequestsLeft(scan), 0)
  const requestsLeft = pages + searches.length + book.newCount() + ownCallsLeft()
  return {
    gone: book.gone(),
    found: book.found,
    cursor: {
      scans,
      ...book.cursor(),
      ...(calls && { calls }),
      ...(searches.length > 0 && { searches }),
      ...(searched.length > 0 && { searched: searched.slice(-MOST_SEARCHED) }),
    },
    requestsLeft: requestsLeft === 0 ? null : requestsLeft,
    problem: failure && (refreshProblemOf(failure) ?? 'bad-answer'),
  }
}
