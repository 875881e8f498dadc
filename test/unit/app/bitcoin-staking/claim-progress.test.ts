import { describe, expect, it } from 'vitest'
import {
  claimIntentOf,
  claimProgressOf,
  isClaimUnderWay,
} from '../../../../src/app/bitcoin-staking/claim-progress.ts'
import type { ClaimQueue } from '../../../../src/app/bitcoin-staking/claim-queue.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import type { StacksIntent } from '../../../../src/wallet/stacks/stacks-intent.ts'

const leg = (cycle: bigint, bond: bigint | null = null) => ({ cycle, bond, manager: 'm' })
const queue = (change: Partial<ClaimQueue> = {}): ClaimQueue => ({
  account: fixture.ME,
  deployment: 'mainnet-pox-5',
  begunAt: fixture.NOW - 300_000,
  tabId: 1,
  waiting: [],
  asked: [],
  left: [],
  paused: null,
  ...change,
})
const claim = (cycle: bigint, change: Partial<StacksIntent> = {}): StacksIntent =>
  fixture.intent({
    id: `claim ${cycle}`,
    action: 'staking',
    staking: {
      call: { kind: 'claim', cycle, bond: null },
      accepted: [],
      sats: 5n,
      unlockHeight: null,
    },
    ...change,
  })
const sent = { state: 'submitted', txid: `0x${'ab'.repeat(32)}` } as const

describe('how far claims are', () => {
  it('is none of them before the wallet has answered', () => {
    const at = claimProgressOf(queue({ asked: [leg(1n)], waiting: [leg(2n)] }), [claim(1n)])
    expect(at).toEqual({
      sent: 0,
      total: 2,
      current: leg(1n),
      left: [],
      state: 'asking',
      reason: null,
    })
  })

  it('counts each with a transaction, and names the next one', () => {
    const at = claimProgressOf(queue({ asked: [leg(1n)], waiting: [leg(2n)] }), [claim(1n, sent)])
    expect(at).toMatchObject({ sent: 1, total: 2, current: leg(2n), state: 'asking' })
  })

  it.each([
    ['failed', { state: 'failed', failure: 'rejected' }],
    ['something else was signed', { state: 'refused', txid: sent.txid, failure: null }],
  ] as const)('stands still where it %s', (_, change) => {
    const at = claimProgressOf(queue({ asked: [leg(1n)], waiting: [leg(2n)] }), [
      claim(1n, change as Partial<StacksIntent>),
    ])
    expect(at).toMatchObject({ sent: 0, current: leg(1n), state: 'paused', reason: 'not-signed' })
  })

  it('stands still for the reason that is stored', () => {
    const at = claimProgressOf(queue({ waiting: [leg(1n)], paused: 'no-tab' }), [])
    expect(at).toMatchObject({ current: leg(1n), state: 'paused', reason: 'no-tab' })
  })

  it('is done once the last one is sent, or all were left out', () => {
    const asked = queue({ asked: [leg(1n)], left: [leg(2n)] })
    expect(claimProgressOf(asked, [claim(1n, sent)])).toMatchObject({ state: 'done', sent: 1 })
    expect(claimProgressOf(queue({ left: [leg(1n)] }), [])).toMatchObject({
      state: 'done',
      sent: 0,
      total: 0,
    })
  })

  it('counts what was put away after it was sent', () => {
    const at = claimProgressOf(queue({ asked: [leg(1n), leg(2n)] }), [claim(2n, sent)])
    expect(at).toMatchObject({ sent: 2, state: 'done' })
  })
})

describe('the request of a claim', () => {
  it('is the newest one of this leg since the queue began, of this account', () => {
    const at = fixture.NOW - 100_000
    const intents = [
      claim(1n, { id: 'older', createdAt: at }),
      claim(1n, { id: 'newer', createdAt: at + 1 }),
      claim(1n, { id: 'before', createdAt: 1 }),
      claim(2n, { id: 'other leg', createdAt: at + 2 }),
    ]
    expect(claimIntentOf(intents, queue(), leg(1n))?.id).toBe('newer')
    expect(claimIntentOf(intents, queue(), leg(1n, 4n))).toBeUndefined()
    expect(claimIntentOf(intents, queue({ account: fixture.OTHER }), leg(1n))).toBeUndefined()
  })

  it.each([
    [{ state: 'created' }, true],
    [{ state: 'asking' }, true],
    [{ ...sent, state: 'asking' }, true],
    [sent, true],
    [{ ...sent, state: 'confirmed' }, false],
    [{ state: 'failed' }, false],
  ] as const)('%j is under way: %s', (change, expected) => {
    expect(isClaimUnderWay(claim(1n, change as Partial<StacksIntent>))).toBe(expected)
  })
})

describe('claims for others', () => {
  const forHolder = (staker: string) => ({ ...leg(1n), staker, sats: 5n })
  const paid = (staker: string): StacksIntent =>
    fixture.intent({
      id: staker,
      action: 'call',
      step: {
        step: { kind: 'holder-claim', manager: 'm', staker, cycle: 1n, bond: null },
        sats: 5n,
        drawnSats: 5n,
      },
      ...sent,
    })

  it('are told apart by their holder, and from the account’s own', () => {
    const intents = [paid(fixture.OTHER), claim(1n)]
    const of = (wanted: ClaimQueue['asked'][number]) => claimIntentOf(intents, queue(), wanted)?.id
    expect(of(forHolder(fixture.OTHER))).toBe(fixture.OTHER)
    expect(of(forHolder(fixture.ME))).toBeUndefined()
    expect(of(leg(1n))).toBe('claim 1')
  })

  it('are counted as they are sent', () => {
    const legs = [forHolder(fixture.OTHER), forHolder('a third')]
    const at = claimProgressOf(queue({ asked: legs.slice(0, 1), waiting: legs.slice(1) }), [
      paid(fixture.OTHER),
    ])
    expect(at).toMatchObject({ sent: 1, total: 2, current: legs[1], state: 'asking' })
  })
})
