import type { RewardPayment } from '../../../chain/stacks/readings.ts'
import { writeCsv } from '../../csv.ts'
import { centsText, priceText, utcDay, type DailyPrices } from './daily-prices.ts'
import { paymentValue } from './yearly-rewards.ts'

const columns = ['Date', 'Received Amount', 'Received Currency', 'Tag', 'Transaction ID']
const priced = ['Price', 'Value', 'Value Currency']

/** Sats as an amount of sBTC with all its decimals. */
const sbtcText = (sats: bigint): string => {
  const digits = String(sats).padStart(9, '0')
  return `${digits.slice(0, -8)}.${digits.slice(-8)}`
}

/**
 * The payments in the form that tax tools import: date and time in UTC, amount, asset, the tag
 * "Reward" and the transaction's id, oldest first. With `prices` also the price of the day and what
 * the payment was worth; what is unknown is an empty field.
 */
export function taxCsv(payments: readonly RewardPayment[], prices: DailyPrices | null): string {
  const valueCells = (payment: RewardPayment): string[] => {
    if (!prices) return []
    const cents = paymentValue(payment, prices)
    if (cents === null || !payment.blockTime.known) return ['', '', '']
    const price = prices.prices.get(utcDay(payment.blockTime.value))!
    return [priceText(price), centsText(cents), prices.currency]
  }
  const rows = payments
    .toReversed()
    .map((payment) => [
      payment.blockTime.known
        ? new Date(payment.blockTime.value * 1000).toISOString().slice(0, 19).replace('T', ' ')
        : '',
      sbtcText(payment.sats),
      'sBTC',
      'Reward',
      payment.txid,
      ...valueCells(payment),
    ])
  return writeCsv([[...columns, ...(prices ? priced : [])], ...rows])
}
