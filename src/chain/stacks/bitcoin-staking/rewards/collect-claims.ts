import { answered, type Failure } from '../../../http/answer.ts'
import type { Urgency } from '../../../http/request-queue.ts'
import { createContractLogs } from '../../api/contract-logs.ts'
import type { StacksClient } from '../../client.ts'
import { emptyFeed, pagesLeft, readFeed } from '../../read-feed.ts'
import { refreshProblemOf, type RefreshProblem } from '../../refresh-problem.ts'
import type { StacksTip } from '../../stacks-read.ts'
import type { StakingDeployment } from '../staking-deployments.ts'
import type { ClaimCursor } from './claim-cursor.ts'
import { claimsPaidBy } from './claims-paid-by.ts'
import { confirmClaim, isClaimEvent, managerEventOf } from './confirm-claim.ts'
import { confirmPayout } from './confirm-payout.ts'
import type { ListedClaim, ListedPayout, PaidClaim } from './paid-claim.ts'
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
 * then what was paid later of what was kept, and what became of payouts on Bitcoin. A request for
 * every 50 prints, two for a claim and for a payout of what was kept, and one for an open payout on
 * Bitcoin and block. Never more than about `budget` requests; resumes from the cursor.
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
  const payouts = new Map(from.payouts.map((listed) => [listed.key, listed]))
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
  const isListed = () => pending.size === 0 && pagesOf(feeds) === 0
  for (const listed of payouts.values()) {
    // Before all claims are known, what it has paid cannot be told.
    if (left <= 0 || failure || !isListed()) break
    await followBank(listed)
  }
  for (const claim of claims.values()) {
    if (left <= 0 || failure) break
    await lookAgain(claim)
  }
  const pages = pagesOf(feeds)
  const unmatched = [...payouts.values()].filter(({ key }) => checkedAt[key] === undefined)
  const requestsLeft = pages + (pending.size + unmatched.length) * CONFIRM_REQUESTS
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
      payouts: [...payouts.values()],
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
          if (printed.kind === 'payout') {
            const { tx_id: txid, event_index: eventIndex } = event
            payouts.set(key, { key, manager, txid, eventIndex, sats: printed.sats })
          }
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
    // What became of a payout is not in its transaction; what other hosts said of it is in doubt.
    const isInDoubt = from.doubted.includes(listed.key) && earlier && 'by' in earlier.payout
    put({ ...answer.value.claim, ...(earlier && !isInDoubt && { payout: earlier.payout }) })
    checkedAt[listed.key] = tip.height
  }

  /** What a payout has paid of claims that were kept; young ones are looked at again. */
  async function followBank(listed: ListedPayout): Promise<void> {
    if (checkedAt[listed.key] === tip.height) return
    const own = [...claims.values()].filter(({ manager }) => manager === listed.manager)
    const isPaid = ({ payout }: PaidClaim) =>
      payout.kind !== 'banked' && payout.by?.txid === listed.txid
    // Most pay what was settled in the same transaction, and nothing else.
    const isOfOne = own.some(({ txid, netSats }) => txid === listed.txid && netSats === listed.sats)
    const hasKept = own.some((claim) => claim.payout.kind === 'banked' || isPaid(claim))
    if (isOfOne || !hasKept) {
      payouts.delete(listed.key)
      return
    }
    left -= CONFIRM_REQUESTS
    const answer = await confirmPayout(client, deployment, { staker, listed }, { urgency })
    if (!answer.ok) {
      failure = answer.failure
      return
    }
    const confirmed = answer.value
    if (confirmed === null) {
      payouts.delete(listed.key)
      for (const claim of own.filter(isPaid)) put({ ...claim, payout: { kind: 'banked' } })
      return
    }
    const paid = claimsPaidBy(own, listed, confirmed)
    const { payout, burnHeight, blockTime } = confirmed
    const { txid, sats } = listed
    const by = { txid, sats, claims: paid.length, burnHeight, blockTime }
    for (const claim of paid)
      if (claim.payout.kind === 'banked') put({ ...claim, payout: { ...payout, by } })
    const isYoung = burnHeight.known && tip.height - burnHeight.value < SETTLED_BLOCKS
    if (isYoung) checkedAt[listed.key] = tip.height
    else payouts.delete(listed.key)
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

const pagesOf = (feeds: ClaimCursor['feeds']): number =>
  Object.values(feeds).reduce((sum, feed) => sum + (pagesLeft(feed, PAGE) ?? 0), 0)

const hasMoved = (before: PaidClaim, after: PaidClaim): boolean =>
  JSON.stringify(before.burnHeight) !== JSON.stringify(after.burnHeight)
