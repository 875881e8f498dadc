import { answered, type Failure } from '../../../http/answer.ts'
import type { Urgency } from '../../../http/request-queue.ts'
import { createContractLogs } from '../../api/contract-logs.ts'
import type { StacksClient } from '../../client.ts'
import { emptyFeed, pagesLeft, readFeed } from '../../read-feed.ts'
import { refreshProblemOf, type RefreshProblem } from '../../refresh-problem.ts'
import type { StacksTip } from '../../stacks-read.ts'
import type { StakingDeployment } from '../staking-deployments.ts'
import type { ClaimCursor } from './claim-cursor.ts'
import { confirmClaim, isClaimEvent, managerEventOf } from './confirm-claim.ts'
import type { ListedClaim, PaidClaim } from './paid-claim.ts'
import { readWithdrawal } from './read-withdrawal.ts'

const PAGE = 50
/** Blocks until a reorganisation is out of the question. */
const SETTLED_BLOCKS = 6
const CONFIRM_REQUESTS = 2

/** Whose claims are collected, and from which managers. */
export interface ClaimSearch {
  staker: string
  /** Managers whose logs are to be read on. */
  managers: readonly string[]
  /** Claims that are known already. */
  known: readonly PaidClaim[]
  /** Where the search goes on. */
  from: ClaimCursor
}

/** What a collection came to. */
export interface CollectedClaims {
  /** New claims, and known ones of which more is known now. */
  found: PaidClaim[]
  /** Keys of claims that are on the chain no more, or never were. */
  gone: string[]
  cursor: ClaimCursor
  /** Requests still to make before everything is known; null when caught up. */
  requestsLeft: number | null
  problem: RefreshProblem | null
}

/**
 * Finds what managers have paid a holder, in their logs, each claim looked up in its transaction;
 * then what became of payouts on Bitcoin. A request for every 50 prints, two for a claim and one
 * for an open payout and block. Never more than about `budget` requests; resumes from the cursor.
 */
export async function collectClaims(
  client: StacksClient,
  deployment: StakingDeployment,
  { staker, managers, known, from }: ClaimSearch,
  { tip, budget, urgency = 'refresh' }: { tip: StacksTip; budget: number; urgency?: Urgency },
): Promise<CollectedClaims> {
  const feeds = { ...from.feeds }
  const checkedAt = { ...from.checkedAt }
  const claims = new Map(known.map((claim) => [claim.key, claim]))
  const pending = new Map(from.pending.map((listed) => [listed.key, listed]))
  const reclaimed = [...from.reclaimed]
  const told = new Set<string>()
  const changed = new Set<string>()
  const gone: string[] = []
  let left = budget
  let failure: Failure | null = null

  const put = (claim: PaidClaim): void => {
    claims.set(claim.key, claim)
    changed.add(claim.key)
  }

  for (const manager of managers) {
    if (left <= 0 || failure) break
    await readLogs(manager)
  }
  for (const listed of pending.values()) {
    if (left <= 0 || failure) break
    await lookUp(listed)
  }
  for (const claim of claims.values()) {
    if (left <= 0 || failure) break
    await lookAgain(claim)
  }
  const pages = Object.values(feeds).reduce((sum, feed) => sum + (pagesLeft(feed, PAGE) ?? 0), 0)
  const requestsLeft = pages + pending.size * CONFIRM_REQUESTS
  const isThrough = requestsLeft === 0 && failure === null
  const doubted = from.doubted.filter((key) => !told.has(key))
  const dropped = isThrough ? doubted : []
  return {
    found: [...claims.values()].filter(({ key }) => changed.has(key) && !dropped.includes(key)),
    gone: [...new Set([...gone, ...dropped])],
    cursor: {
      ...from,
      feeds,
      pending: [...pending.values()],
      checkedAt,
      reclaimed,
      doubted: isThrough ? [] : doubted,
    },
    requestsLeft: requestsLeft === 0 ? null : requestsLeft,
    problem: failure && (refreshProblemOf(failure) ?? 'bad-answer'),
  }

  async function readLogs(manager: string): Promise<void> {
    const logs = createContractLogs(client)
    const progress = await readFeed(
      async (offset, limit) => {
        const page = await logs(manager, { offset, limit }, { urgency })
        if (!page.ok) return page
        const items = page.value.results.map((event) => ({
          key: `${event.tx_id}:${event.event_index}`,
          event,
        }))
        return answered({ ...page.value, items })
      },
      feeds[manager] ?? emptyFeed,
      (items) => {
        for (const { key, event } of items) {
          const printed = managerEventOf(event, manager)
          if (!printed || !('staker' in printed) || printed.staker !== staker) continue
          if (printed.kind === 'reclaim-failed-withdrawal')
            reclaimed.push({ manager, request: printed.request })
          if (!isClaimEvent(printed)) continue
          told.add(key)
          if (claims.has(key) && !from.doubted.includes(key)) continue
          const { tx_id: txid, event_index: eventIndex } = event
          const { cycle, netSats } = printed
          pending.set(key, { key, manager, txid, eventIndex, cycle, netSats })
        }
      },
      { pageSize: PAGE, budget: Math.max(left, 1), tip },
    )
    feeds[manager] = progress.cursor
    left -= progress.requests
    failure = progress.failure
  }

  async function lookUp(listed: ListedClaim): Promise<void> {
    left -= CONFIRM_REQUESTS
    const answer = await confirmClaim(client, deployment, { staker, listed }, { urgency })
    if (!answer.ok) {
      failure = answer.failure
      return
    }
    pending.delete(listed.key)
    if (answer.value.is !== 'paid') {
      if (claims.has(listed.key)) gone.push(listed.key)
      return
    }
    const earlier = claims.get(listed.key)
    // What became of a payout on Bitcoin is not in its transaction.
    put({ ...answer.value.claim, ...(earlier && { payout: earlier.payout }) })
    checkedAt[listed.key] = tip.height
  }

  /** A claim that a reorganisation could still undo, or whose payout is open. */
  async function lookAgain(claim: PaidClaim): Promise<void> {
    if (checkedAt[claim.key] === tip.height) return
    const { burnHeight } = claim
    const isYoung = burnHeight.known && tip.height - burnHeight.value < SETTLED_BLOCKS
    if (isYoung) {
      left -= CONFIRM_REQUESTS
      const answer = await confirmClaim(client, deployment, { staker, listed: claim }, { urgency })
      if (!answer.ok) {
        failure = answer.failure
        return
      }
      checkedAt[claim.key] = tip.height
      if (answer.value.is === 'gone') {
        gone.push(claim.key)
        return
      }
      if (answer.value.is === 'paid' && hasMoved(claim, answer.value.claim))
        put({ ...answer.value.claim, payout: claim.payout })
    }
    await followPayout(claims.get(claim.key)!, isYoung)
  }

  async function followPayout(claim: PaidClaim, isChecked: boolean): Promise<void> {
    const { payout } = claim
    if (payout.kind !== 'bitcoin' || payout.request === null) return
    const isBack = reclaimed.some(
      ({ manager, request }) => manager === claim.manager && request === payout.request,
    )
    if (isBack && payout.state !== 'reclaimed') {
      put({ ...claim, payout: { ...payout, state: 'reclaimed' } })
      return
    }
    if (payout.state !== 'pending') return
    if (!isChecked) checkedAt[claim.key] = tip.height
    left -= 1
    const state = await readWithdrawal(client, deployment, payout.request, { urgency })
    if (state.known && state.value !== 'pending')
      put({ ...claim, payout: { ...payout, state: state.value } })
  }
}

const hasMoved = (before: PaidClaim, after: PaidClaim): boolean =>
  JSON.stringify(before.burnHeight) !== JSON.stringify(after.burnHeight)
