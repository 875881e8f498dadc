import { describe, expect, it } from 'vitest'
import type { RewardLedger } from '../../../../../../src/app/dual-stacking/stored-items.ts'
import { known } from '../../../../../../src/chain/known.ts'
import type { RewardPayment } from '../../../../../../src/chain/stacks/readings.ts'
import type { CollectedRewards } from '../../../../../../src/chain/stacks/rewards/collect-rewards.ts'
import {
  emptyRewards,
  type RewardCursor,
} from '../../../../../../src/chain/stacks/rewards/reward-cursor.ts'
import {
  cursorFor,
  settleDoubts,
} from '../../../../../../src/extension/background/dual-stacking/rewards/doubt-payments.ts'

const ME = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const payment = (key: string, change: Partial<RewardPayment> = {}): RewardPayment => ({
  key,
  deployment: 'embedded-v1',
  cycle: known(3),
  enrolledAddress: ME,
  sats: 5n,
  rewardAddress: ME,
  txid: key.slice(0, 64),
  eventIndex: 1,
  burnHeight: known(100),
  blockTime: known(1),
  ...change,
})
const feed = {
  segments: [{ count: 9, ended: true, marks: [], tops: [] }],
  total: 9,
  tip: { height: 100, tag: 'a' },
} as unknown as RewardCursor['scans'][string]['feed']
const kept: RewardCursor = {
  ...emptyRewards,
  hosts: 'https://liar.example',
  scans: { [ME]: { feed, wantedAt: 90 } },
  seen: ['withheld:1'],
}
const ledger: RewardLedger = Object.fromEntries(
  [
    payment('true'),
    payment('invented'),
    payment('elsewhere', { rewardAddress: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC' }),
    payment('mainnet', { deployment: 'mainnet-v1' }),
  ].map((each) => [each.key, { payment: each, state: 'shown' as const }]),
)
const collected = (change: Partial<CollectedRewards>): CollectedRewards => ({
  gone: [],
  found: [],
  cursor: emptyRewards,
  requestsLeft: null,
  problem: null,
  ...change,
})
const after = () => cursorFor('https://honest.example', kept, ledger, ['embedded-v1'])

describe('a search for rewards with other hosts', () => {
  it('begins at the beginning, and doubts what only the ones before have told', () => {
    const cursor = after()
    expect(cursor.scans[ME]).toMatchObject({ feed: { segments: [], total: null }, wantedAt: 90 })
    expect(cursor.seen).toEqual([])
    expect(cursor.doubted).toEqual(['true', 'invented'])
  })

  it('takes back what they know nothing of, once they have told everything', () => {
    const partly = settleDoubts(after(), collected({ found: [payment('true')], requestsLeft: 4 }))
    expect(partly).toEqual({ doubted: ['invented'], gone: [] })
    const failed = settleDoubts({ ...after(), ...partly }, collected({ problem: 'offline' }))
    expect(failed).toEqual({ doubted: ['invented'], gone: [] })
    expect(settleDoubts({ ...after(), ...partly }, collected({}))).toEqual({
      doubted: [],
      gone: ['invented'],
    })
  })

  it('goes on with the same hosts, and with what an earlier version kept', () => {
    const same = cursorFor('https://liar.example', kept, ledger, ['embedded-v1'])
    expect(same).toEqual(kept)
    const { hosts: _, ...older } = kept
    expect(cursorFor('https://any.example', older, ledger, ['embedded-v1'])).toEqual({
      ...older,
      hosts: 'https://any.example',
    })
  })
})
