import { expect, it } from 'vitest'
import { known, unknown } from '../../../../../../src/chain/known.ts'
import type { RewardPayment } from '../../../../../../src/chain/stacks/readings.ts'
import { withKnownEarner } from '../../../../../../src/extension/background/dual-stacking/rewards/enter-payments.ts'

const [receiver, one, other] = ['receiver', 'one', 'other'] as const
const payment = (enrolledAddress: string, change: Partial<RewardPayment> = {}): RewardPayment => ({
  key: 'a:1',
  deployment: 'mainnet-v3_0_0',
  cycle: unknown('not-offered'),
  enrolledAddress,
  sats: 5n,
  rewardAddress: receiver,
  txid: 'a',
  eventIndex: 1,
  burnHeight: known(100),
  blockTime: known(1),
  evidence: 'transfer',
  ...change,
})
const unclear = { evidence: 'unclear' } as const

it.each([
  ['the receiver’s own search changes nothing', payment(receiver), payment(one), payment(one)],
  ['nor does it settle a doubt', payment(receiver), payment(one, unclear), payment(one, unclear)],
  ['an account’s calls tell more', payment(one), payment(receiver), payment(one)],
  ['two that claim it are in doubt', payment(other), payment(one), payment(one, unclear)],
  [
    'an event decides',
    payment(other, { evidence: 'event' }),
    payment(one),
    payment(other, { evidence: 'event' }),
  ],
])('of a payment without an event, %s', (_, told, before, entered) => {
  expect(withKnownEarner(told, before)).toEqual(entered)
})
