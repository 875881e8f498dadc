import type { RewardPayment } from '../../../chain/stacks/readings.ts'
import { sumSats } from '../rewards.ts'
import { utcDay, valueInCents, type DailyPrices } from './daily-prices.ts'

/** Payments that arrived in one UTC year; null: when they arrived is not known. Sats. */
export interface YearlyRewards {
  year: number | null
  sats: bigint
  payments: RewardPayment[]
}

/** The UTC year in which a payment arrived; null: not known. */
export const yearOf = ({ blockTime }: RewardPayment): number | null =>
  blockTime.known ? Number(utcDay(blockTime.value).slice(0, 4)) : null

/** Payments by UTC year, newest year first; those of an unknown time come last. */
export function groupRewardsByYear(payments: readonly RewardPayment[]): YearlyRewards[] {
  const years = [...new Set(payments.map(yearOf))].toSorted((a, b) => (b ?? 0) - (a ?? 0))
  return years.map((year) => {
    const own = payments.filter((payment) => yearOf(payment) === year)
    return { year, sats: sumSats(own), payments: own }
  })
}

/**
 * What payments were worth on their days together, in hundredths; `missing`: how many have no known
 * day or no price of it, and are not in the sum.
 */
export function sumValues(
  payments: readonly RewardPayment[],
  prices: DailyPrices,
): { cents: bigint; missing: number } {
  const values = payments.map((payment) => paymentValue(payment, prices))
  return {
    cents: values.reduce<bigint>((sum, cents) => sum + (cents ?? 0n), 0n),
    missing: values.filter((cents) => cents === null).length,
  }
}

/** What a payment was worth on its day, in hundredths; null: its day or the price is not known. */
export const paymentValue = (
  { blockTime, sats }: RewardPayment,
  prices: DailyPrices,
): bigint | null => (blockTime.known ? valueInCents(sats, utcDay(blockTime.value), prices) : null)
