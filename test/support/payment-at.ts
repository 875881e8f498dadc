import { known } from '../../src/chain/known.ts'
import type { RewardPayment } from '../../src/chain/stacks/readings.ts'

const address = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'

/** A payment that arrived at this time, in milliseconds since 1970. */
export const paymentAt = (time: number, change: Partial<RewardPayment> = {}): RewardPayment => ({
  key: `${'ab'.repeat(32)}:${time}`,
  deployment: 'mainnet-v1',
  cycle: known(3),
  sats: 12_480n,
  enrolledAddress: address,
  rewardAddress: address,
  txid: 'ab'.repeat(32),
  eventIndex: 1,
  burnHeight: known(928_000),
  blockTime: known(time / 1000),
  ...change,
})
