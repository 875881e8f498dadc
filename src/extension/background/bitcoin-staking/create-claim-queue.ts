import {
  claimIntentOf,
  isClaimSent,
  isClaimUnderWay,
  isSameLeg,
} from '../../../app/bitcoin-staking/claim-progress.ts'
import type { ClaimLeg, ClaimPause, ClaimQueue } from '../../../app/bitcoin-staking/claim-queue.ts'
import { stakingClaimsItem } from '../../../app/bitcoin-staking/stored-items.ts'
import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { accountsItem, journalItem } from '../../../app/dual-stacking/stored-items.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'

interface ClaimQueueParts {
  /** The pox-5 in use. */
  deployment: () => string
  /** Whether a wallet is being asked for an account. */
  isBusy: (account: string) => boolean
  /** Brings one claim before the wallet: `ok` once it is on its way there. */
  sign: (leg: ClaimLeg, tabId: number | null) => Promise<CommandResult>
  /** Hides a request that came to nothing. */
  hide: (intentId: string) => Promise<unknown>
}

/**
 * Asks a wallet for claims one after another: the next one once the one before has its transaction.
 * A claim is taken off the list before it is asked for, so that it is never asked for twice; what
 * would fail by then is left out; after a rejection, or a death of the background, nothing is asked
 * before the person says so.
 */
export function createClaimQueue(store: ItemStore, parts: ClaimQueueParts) {
  let working = Promise.resolve()
  const read = (): ClaimQueue | null => store.get(stakingClaimsItem)
  const intents = (): StacksIntent[] => store.get(journalItem).map(({ intent }) => intent)
  const change = (next: (queue: ClaimQueue) => ClaimQueue): Promise<unknown> =>
    store.update(stakingClaimsItem, (queue) => queue && next(queue))
  const pause = (paused: ClaimPause) => change((queue) => ({ ...queue, paused }))

  /** What became of the claim that was asked for last. */
  function lastIntent(queue: ClaimQueue): StacksIntent | undefined {
    const leg = queue.asked.at(-1)
    return leg && claimIntentOf(intents(), queue, leg)
  }

  /** Puts the claim that was asked for last, and has no transaction, in front again. */
  const putBack = (queue: ClaimQueue): ClaimQueue => ({
    ...queue,
    asked: queue.asked.slice(0, -1),
    waiting: [...queue.asked.slice(-1), ...queue.waiting],
  })

  /** Asks for the next claim, if it is its turn; true: look again at once. */
  async function step(): Promise<boolean> {
    const queue = read()
    if (!queue || queue.waiting.length === 0) return false
    const last = lastIntent(queue)
    // Signed after all, on another try: it goes on.
    const isMended = queue.paused === 'not-signed' && last !== undefined && isClaimSent(last)
    if (queue.paused !== null && !isMended) return false
    if (parts.isBusy(queue.account) || last?.state === 'created') return false
    if (queue.asked.length > 0 && !(last && isClaimSent(last))) {
      await pause('not-signed')
      return false
    }
    if (store.get(accountsItem).selected !== queue.account) {
      await pause('no-account')
      return false
    }
    if (parts.deployment() !== queue.deployment) {
      await pause('other-network')
      return false
    }
    const [leg, ...waiting] = queue.waiting as [ClaimLeg, ...ClaimLeg[]]
    if (isClaimUnderWay(claimIntentOf(intents(), { ...queue, begunAt: 0 }, leg))) {
      await change((now) => ({ ...now, waiting, left: [...now.left, leg], paused: null }))
      return true
    }
    await change((now) => ({ ...now, waiting, asked: [...now.asked, leg], paused: null }))
    const result = await parts.sign(leg, queue.tabId)
    if (result.ok) return false
    const isLeft = result.code === 'staking-changed' || result.code === 'already-sent'
    await change((now) => {
      const before = putBack(now)
      return isLeft
        ? { ...before, waiting, left: [...before.left, leg] }
        : { ...before, paused: result.code }
    })
    return isLeft
  }

  /** Goes on where a wallet has answered; one step at a time, however often it is called. */
  function advance(): Promise<void> {
    const run = working.then(async () => {
      while (await step());
    })
    working = run.catch(() => undefined)
    return run
  }

  /** Goes on, and says why it could not. */
  async function advanceFor(): Promise<CommandResult> {
    await advance()
    const paused = read()?.paused ?? null
    return paused === null || paused === 'not-signed' || paused === 'interrupted'
      ? { ok: true }
      : refuse(paused)
  }

  return {
    advance,

    /** Begins with the claims that are wanted, in this order. */
    async begin(legs: readonly ClaimLeg[], tabId: number | null): Promise<CommandResult> {
      const account = store.get(accountsItem).selected
      if (account === null) return refuse('no-account')
      const present = read()
      const isRunning = present?.waiting.length !== undefined && present.waiting.length > 0
      if (present?.account === account && isRunning) return refuse('already-asking')
      const waiting = legs.filter((leg, i) => legs.findIndex((each) => isSameLeg(each, leg)) === i)
      const result = await store.update(stakingClaimsItem, () => ({
        account,
        deployment: parts.deployment(),
        begunAt: Date.now(),
        tabId,
        waiting,
        asked: [],
        left: [],
        paused: null,
      }))
      return result ? advanceFor() : refuse('no-answer')
    },

    /** Goes on after a pause, with the claim that was not signed. */
    async resume(tabId: number | null): Promise<CommandResult> {
      const queue = read()
      if (!queue) return refuse('unknown-intent')
      if (parts.isBusy(queue.account)) return refuse('already-asking')
      const last = lastIntent(queue)
      const isSent = last !== undefined && isClaimSent(last)
      if (last && !isSent) await parts.hide(last.id)
      await change((now) => ({
        ...(isSent || now.asked.length === 0 ? now : putBack(now)),
        tabId,
        paused: null,
      }))
      return advanceFor()
    },

    /** Asks for none of what is left; what is on its way stays so. */
    async stop(): Promise<CommandResult> {
      await store.update(stakingClaimsItem, () => null)
      return { ok: true }
    },

    /** After the background was stopped: nothing is asked for by itself. */
    async recover(): Promise<void> {
      const queue = read()
      if (!queue || queue.paused !== null || queue.waiting.length === 0) return
      if (!parts.isBusy(queue.account)) await pause('interrupted')
    },
  }
}
export type StakingClaimQueue = ReturnType<typeof createClaimQueue>
