import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import { isAwaitingAnswer, isRetriable } from '../../../../src/wallet/reduce-signing.ts'
import { signingFailures } from '../../../../src/wallet/signing-failure.ts'
import {
  isTracked,
  advanceStacksIntent,
  applyTransactionReport,
  createStacksIntent,
  followReplacement,
  isLively,
  isLookDue,
  isQuiet,
  mayChange,
  noteLook,
  resumeLooking,
  type TransactionReport,
} from '../../../../src/wallet/stacks/advance-stacks-intent.ts'
import { optOutCall } from '../../../../src/wallet/stacks/holder-calls.ts'
import type { StacksIntent } from '../../../../src/wallet/stacks/stacks-intent.ts'

const account = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const request = optOutCall(
  builtInDeployments.find(({ id }) => id === 'embedded-v1')!,
  account,
)
const fresh = createStacksIntent('i1', 'opt-out', request, 1000)
type StacksEvent =
  | Parameters<typeof advanceStacksIntent>[1]
  | { type: 'chain'; report: TransactionReport }
const advance = (intent: StacksIntent, event: StacksEvent, now: number): StacksIntent =>
  event.type === 'chain'
    ? applyTransactionReport(intent, event.report, now)
    : advanceStacksIntent(intent, event, now)
const after = (...events: StacksEvent[]): StacksIntent =>
  events.reduce((intent, event, index) => advance(intent, event, 1001 + index), fresh)

const HOUR = 3_600_000
const txid = `0x${'ab'.repeat(32)}`
const asked: StacksEvent = { type: 'asked', tabId: 5, walletId: 'leather', nonce: 'n' }
const accepted: StacksEvent = {
  type: 'answered',
  verdict: { kind: 'accepted', txid, nonce: 3, feeMicroStx: '300' },
}
const rejected: StacksEvent = { type: 'failed', failure: 'rejected' }
const timeout: StacksEvent = { type: 'failed', failure: 'timeout' }
const toCheck: StacksEvent = { type: 'answered', verdict: { kind: 'to-check', txid } }
const refused: StacksEvent = {
  type: 'answered',
  verdict: { kind: 'refused', failure: 'wrong-account', txid },
}
const chain = (
  state: 'pending' | 'confirmed' | 'aborted' | 'dropped' | 'replaced',
  contractError: number | null = null,
): StacksEvent => ({ type: 'chain', report: { state, contractError } })

describe('the signing journal', () => {
  it('advances from the click to the chain', () => {
    expect(after(asked)).toMatchObject({
      state: 'asking',
      tabId: 5,
      walletId: 'leather',
      updatedAt: 1001,
    })
    expect(after(asked, accepted)).toMatchObject({
      state: 'submitted',
      txid,
      nonce: 3,
      feeMicroStx: '300',
    })
    expect(after(asked, accepted, chain('pending'))).toMatchObject({ state: 'submitted' })
    expect(after(asked, accepted, chain('confirmed'))).toMatchObject({
      state: 'confirmed',
      failure: null,
    })
    expect(after(asked, accepted, chain('aborted', 101))).toMatchObject({
      state: 'aborted',
      contractError: 101,
    })
  })

  it.each(signingFailures)('survives %s and can be requested again', (failure) => {
    const failed = after(asked, { type: 'failed', failure })
    expect(failed).toMatchObject({ state: 'failed', failure, request })
    expect(isRetriable(failed)).toBe(true)
    expect(
      after(asked, { type: 'failed', failure }, { type: 'retried' }, asked, accepted),
    ).toMatchObject({ state: 'submitted', failure: null, txid })
  })

  it('takes the late answer of a wallet that had timed out', () => {
    expect(after(asked, timeout, accepted)).toMatchObject({
      state: 'submitted',
      txid,
      failure: null,
    })
    expect(
      after(asked, timeout, { type: 'answered', verdict: { kind: 'failed', failure: 'rejected' } }),
    ).toMatchObject({ state: 'failed', failure: 'timeout' })
  })

  it('keeps its transaction despite a later failure', () => {
    expect(after(asked, accepted, timeout)).toMatchObject({ state: 'submitted' })
    expect(after(asked, toCheck, rejected)).toMatchObject({ state: 'asking', txid })
  })

  it('has a bare transaction id checked before it counts as submitted', () => {
    expect(after(asked, toCheck)).toMatchObject({ state: 'asking', txid })
    expect(isAwaitingAnswer(after(asked, toCheck))).toBe(false)
    expect(after(asked, toCheck, chain('confirmed'))).toMatchObject({ state: 'asking' })
    expect(after(asked, toCheck, { type: 'checked', failure: null })).toMatchObject({
      state: 'submitted',
    })
    expect(after(asked, toCheck, { type: 'checked', failure: 'result-mismatch' })).toMatchObject({
      state: 'refused',
      failure: 'result-mismatch',
      broadcast: 'pending',
    })
  })

  it('follows a refused transaction without calling it the user’s', () => {
    const confirmed = after(asked, refused, chain('confirmed'))
    expect(confirmed).toMatchObject({
      state: 'refused',
      failure: 'wrong-account',
      txid,
      broadcast: 'confirmed',
    })
    expect(isTracked(after(asked, refused))).toBe(true)
    expect(isTracked(confirmed)).toBe(false)
  })

  it.each(['dropped', 'replaced'] as const)('takes a transaction back that was %s', (end) => {
    const taken = after(asked, accepted, chain(end))
    expect(taken).toMatchObject({ state: end })
    expect(mayChange(taken, taken.updatedAt + 47 * HOUR)).toBe(true)
    expect(mayChange(taken, taken.updatedAt + 49 * HOUR)).toBe(false)
    expect(isLively(taken, taken.updatedAt)).toBe(false)
    expect(after(asked, accepted, chain(end), chain('confirmed'))).toMatchObject({
      state: 'confirmed',
    })
  })

  it('continues with what took its place', () => {
    const by = `0x${'cd'.repeat(32)}`
    const replaced: StacksEvent = { type: 'chain', report: { state: 'replaced', replacedBy: by } }
    const taken = after(asked, accepted, replaced)
    expect(taken).toMatchObject({ state: 'replaced', replacedBy: by })
    const followed = followReplacement(taken, by, 9_000)
    expect(followed).toMatchObject({
      state: 'submitted',
      txid: by,
      replacedBy: null,
      sentAt: 9_000,
    })
    expect(followReplacement(followed, txid, 9_001)).toBe(followed)
  })

  it('waits again when a reorganisation undoes its block, until that is deep', () => {
    const done = after(asked, accepted, {
      type: 'chain',
      report: { state: 'confirmed', burnHeight: 90 },
    })
    expect(done).toMatchObject({ state: 'confirmed', burnHeight: 90 })
    expect(mayChange(done, done.updatedAt + HOUR)).toBe(true)
    expect(mayChange(done, done.updatedAt + 2 * HOUR)).toBe(false)
    expect(advance(done, chain('pending'), 9_000)).toMatchObject({
      state: 'submitted',
      burnHeight: null,
    })
  })

  it('is read often while it is young, and not when its state is of an unknown kind', () => {
    const sent = after(asked, accepted)
    expect(isLively(sent, sent.updatedAt + HOUR / 2)).toBe(true)
    expect(isLively(sent, sent.updatedAt + 2 * HOUR)).toBe(false)
    const odd = advance(
      sent,
      { type: 'chain', report: { state: 'pending', chainStatus: 'held' } },
      sent.updatedAt,
    )
    expect(odd).toMatchObject({ state: 'submitted', chainStatus: 'held' })
    expect(isLively(odd, odd.updatedAt)).toBe(false)
    expect(mayChange(odd, odd.updatedAt + 47 * HOUR)).toBe(true)
    expect(mayChange(odd, odd.updatedAt + 49 * HOUR)).toBe(false)
  })

  it('a doubt comes and goes without making the transaction any younger', () => {
    const doubted = after(asked, accepted, {
      type: 'chain',
      report: { state: 'pending', doubt: 'nonce-passed' },
    })
    expect(doubted).toMatchObject({ state: 'submitted', doubt: 'nonce-passed', sentAt: 1002 })
    expect(advance(doubted, chain('pending'), 9_000)).toMatchObject({ doubt: null, sentAt: 1002 })
  })

  it('waits on a signing page, then asks there', () => {
    const waiting = after({ type: 'waiting', tabId: 9 })
    expect(waiting).toMatchObject({ state: 'created', failure: 'no-tab', tabId: 9 })
    expect(after({ type: 'waiting', tabId: 9 }, asked)).toMatchObject({
      state: 'asking',
      failure: null,
    })
  })

  it('in any order of events the request stays, and a transaction is never forgotten', () => {
    const event: fc.Arbitrary<StacksEvent> = fc.oneof(
      fc.constantFrom(
        asked,
        accepted,
        toCheck,
        refused,
        { type: 'retried' } as const,
        { type: 'waiting', tabId: 2 } as const,
      ),
      fc.constantFrom(...signingFailures).map((failure) => ({ type: 'failed' as const, failure })),
      fc
        .constantFrom(...signingFailures, null)
        .map((failure) => ({ type: 'checked' as const, failure })),
      fc
        .constantFrom('pending', 'confirmed', 'aborted', 'dropped', 'replaced')
        .map((state) => chain(state as 'pending')),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let intent = fresh
        for (const [index, each] of events.entries()) {
          const next = advance(intent, each, 2000 + index)
          expect(next.request).toBe(request)
          expect(next.id).toBe('i1')
          // An older transaction is not the request's.
          const isOld = each.type === 'checked' && each.failure === 'old-transaction'
          if (intent.txid !== null && !(isOld && next.state === 'failed'))
            expect(next.txid).toBe(intent.txid)
          if (next.state === 'submitted' || next.state === 'confirmed')
            expect(next.txid).not.toBeNull()
          if (isRetriable(next)) expect(next.txid).toBeNull()
          const isEnded = ['confirmed', 'aborted', 'dropped', 'replaced'].includes(intent.state)
          if (isEnded && each.type !== 'chain') expect(next).toBe(intent)
          const again = advance(next, each, 3000)
          expect({ ...again, updatedAt: 0 }).toEqual({ ...next, updatedAt: 0 })
          intent = next
        }
      }),
    )
  })
})

describe('a transaction that waits', () => {
  const sent: StacksIntent = { ...after(asked, accepted, chain('pending')), sentAt: 0 }
  /** When it is looked at, with an alarm every half minute while it is young, then every five. */
  const looks = (from: number, to: number, begin = sent) => {
    let intent = begin
    const at: number[] = []
    for (let now = from; now < to; now += isLively(intent, now) ? 30_000 : 300_000) {
      if (!mayChange(intent, now) || !isLookDue(intent, now)) continue
      at.push(now)
      intent = noteLook(intent, now)
    }
    return { at, intent }
  }

  it('is looked at ever more rarely, and after a week not at all', () => {
    expect(looks(0, HOUR).at).toHaveLength(120)
    const day = looks(HOUR, 24 * HOUR).at
    expect(day.every((at, index) => index === 0 || at - day[index - 1]! >= 600_000)).toBe(true)
    expect(day).toHaveLength(23 * 6)
    const week = looks(24 * HOUR, 7 * 24 * HOUR).at
    expect(week).toHaveLength(6 * 24)
    expect(looks(7 * 24 * HOUR, 9 * 24 * HOUR).at).toEqual([])
    expect(isQuiet(sent, 7 * 24 * HOUR)).toBe(true)
  })

  it('is looked for again when somebody asks, at once and then as rarely as before', () => {
    const later = 10 * 24 * HOUR
    expect(resumeLooking(sent, HOUR)).toBe(sent)
    const resumed = resumeLooking({ ...sent, lookedAt: later - 1 }, later)
    expect(isQuiet(resumed, later)).toBe(false)
    expect(isLively(resumed, later)).toBe(false)
    expect(looks(later, later + 24 * HOUR, resumed).at).toHaveLength(24)
    expect(isQuiet(resumed, later + 7 * 24 * HOUR)).toBe(true)
  })

  it('is looked at although the clock was set back', () => {
    expect(isLookDue({ ...sent, lookedAt: 9 * HOUR }, 8 * HOUR)).toBe(true)
  })

  it('in a state that is not known is looked for two days', () => {
    const odd: StacksIntent = { ...sent, chainStatus: 'of_a_later_version' }
    expect(mayChange(odd, 48 * HOUR - 1)).toBe(true)
    expect(mayChange(odd, 48 * HOUR)).toBe(false)
  })
})
