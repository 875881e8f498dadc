import { expect, it } from 'vitest'
import type { AppState } from '../../../../src/app/app-state.ts'
import { rewardsOfAddress } from '../../../../src/app/dual-stacking/rewards.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import type { RewardPayment } from '../../../../src/chain/stacks/readings.ts'

const address = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const payment = (key: string, height: number | null, time: number | null): RewardPayment => ({
  key,
  deployment: 'mainnet-v1',
  cycle: known(1),
  sats: 1n,
  enrolledAddress: address,
  rewardAddress: address,
  txid: key,
  eventIndex: 0,
  burnHeight: height === null ? unknown('not-offered') : known(height),
  blockTime: time === null ? unknown('not-offered') : known(time),
})
const order = (...rewards: RewardPayment[]) =>
  rewardsOfAddress({ rewards } as unknown as AppState, address).map(({ key }) => key)

it('rewards of known and of unknown times are in one order, newest first', () => {
  const at = 1_780_000_000
  const one = payment('1', 950_000, at)
  const two = payment('2', 952_100, at + 2_100 * 600)
  expect(order(one, two, payment('3', 954_200, null))).toEqual(['3', '2', '1'])
  expect(order(payment('0', 949_000, null), two, one)).toEqual(['2', '1', '0'])
  expect(order(payment('a', null, at), payment('b', 990_000, null))).toEqual(['b', 'a'])
  expect(order(one, payment('?', null, null))).toEqual(['?', '1'])
})
