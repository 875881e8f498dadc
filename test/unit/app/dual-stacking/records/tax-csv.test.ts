import { expect, it } from 'vitest'
import { taxCsv } from '../../../../../src/app/dual-stacking/records/tax-csv.ts'
import { unknown } from '../../../../../src/chain/known.ts'
import { paymentAt } from '../../../../support/payment-at.ts'

const txid = 'ab'.repeat(32)
const newest = paymentAt(Date.UTC(2026, 1, 1, 12, 30, 5), { sats: 123_456_789n })
const oldest = paymentAt(Date.UTC(2026, 0, 31, 23, 59, 59), { sats: 1n })

it('has date in UTC, amount, asset, tag and transaction, oldest first', () => {
  expect(taxCsv([newest, oldest], null).split('\r\n')).toEqual([
    'Date,Received Amount,Received Currency,Tag,Transaction ID',
    `2026-01-31 23:59:59,0.00000001,sBTC,Reward,${txid}`,
    `2026-02-01 12:30:05,1.23456789,sBTC,Reward,${txid}`,
    '',
  ])
})

it('has the price and value of the day where there is one, and empty fields elsewhere', () => {
  const prices = { currency: 'EUR', prices: new Map([['2026-02-01', 9_000_050_000_000n]]) }
  const timeless = { ...oldest, blockTime: unknown('offline') }
  expect(taxCsv([newest, oldest, timeless], prices).split('\r\n')).toEqual([
    'Date,Received Amount,Received Currency,Tag,Transaction ID,Price,Value,Value Currency',
    `,0.00000001,sBTC,Reward,${txid},,,`,
    `2026-01-31 23:59:59,0.00000001,sBTC,Reward,${txid},,,`,
    `2026-02-01 12:30:05,1.23456789,sBTC,Reward,${txid},90000.5,111111.73,EUR`,
    '',
  ])
})
