import type { ComponentChildren } from 'preact'
import {
  centsText,
  priceText,
  utcDay,
  type DailyPrices,
} from '../../app/dual-stacking/records/daily-prices.ts'
import {
  paymentValue,
  sumValues,
  type YearlyRewards,
} from '../../app/dual-stacking/records/yearly-rewards.ts'
import { groupRewardsByCycle, sumSats } from '../../app/dual-stacking/rewards.ts'
import { findDeployment } from '../../chain/stacks/deployments.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { decimalText } from '../../words/format/numbers.ts'
import { useWords } from '../hooks/use-words.ts'

interface StatementTablesProps {
  address: string
  years: readonly YearlyRewards[]
  prices: DailyPrices | null
  isComplete: boolean
  now: number
}

/** Sats as sBTC with all its decimals: columns of one width, the same in every language. */
const sbtc = (sats: bigint): string => decimalText(sats, 8)

const utcTime = ({ blockTime }: RewardPayment): string =>
  blockTime.known
    ? new Date(blockTime.value * 1000).toISOString().slice(0, 16).replace('T', ' ')
    : '—'

/** The statement itself: what is printed. */
export function StatementTables({ address, years, prices, isComplete, now }: StatementTablesProps) {
  const { t, f } = useWords()
  const payments = years.flatMap((year) => year.payments)
  const value = (of: readonly RewardPayment[]) => (prices ? sumValues(of, prices) : null)
  const currency = prices?.currency ? ` (${prices.currency})` : ''
  const cycleName = (cycle: number | null) => (cycle === null ? '—' : f.integer(cycle))
  const missing = value(payments)?.missing ?? 0
  const totals = (label: string, of: readonly RewardPayment[]) => {
    const worth = value(of)
    return (
      <tr key={label}>
        <th scope="row">{label}</th>
        <td>{sbtc(sumSats(of))}</td>
        {worth && <td>{centsText(worth.cents)}</td>}
      </tr>
    )
  }
  const sums = (first: string, rows: ComponentChildren) => (
    <table>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{t('statement.amount')}</th>
          {prices && <th scope="col">{t('statement.value') + currency}</th>}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  )
  return (
    <>
      <p class="mono wrap">{address}</p>
      <p class="muted">{t('statement.made', { date: utcDay(now / 1000) })}</p>
      {!isComplete && <p role="status">{t('statement.incomplete')}</p>}
      {payments.length === 0 ? (
        <p>{t('statement.none')}</p>
      ) : (
        <>
          <h2>{t('statement.byYear')}</h2>
          {sums(t('statement.year'), [
            ...years.map(({ year, payments: own }) =>
              totals(year === null ? t('statement.year.unknown') : String(year), own),
            ),
            totals(t('statement.total'), payments),
          ])}
          {missing > 0 && <p>{t('statement.prices.missing', { count: missing })}</p>}
          <h2>{t('statement.byCycle')}</h2>
          {sums(
            t('statement.cycle'),
            groupRewardsByCycle(payments).map(({ cycle, payments: own }) =>
              totals(cycleName(cycle), own),
            ),
          )}
          <h2>{t('statement.payments')}</h2>
          <table class="statement-payments">
            <thead>
              <tr>
                <th scope="col">{t('statement.date')}</th>
                <th scope="col">{t('statement.cycle')}</th>
                <th scope="col">{t('statement.contract')}</th>
                <th scope="col">{t('statement.amount')}</th>
                {prices && <th scope="col">{t('statement.price') + currency}</th>}
                {prices && <th scope="col">{t('statement.value') + currency}</th>}
                <th scope="col">{t('statement.transaction')}</th>
              </tr>
            </thead>
            <tbody>
              {payments.map((payment) => (
                <tr key={payment.key}>
                  <td>{utcTime(payment)}</td>
                  <td>{cycleName(payment.cycle.known ? payment.cycle.value : null)}</td>
                  <td>{findDeployment(payment.deployment)?.label ?? payment.deployment}</td>
                  <td>{sbtc(payment.sats)}</td>
                  {prices && <td>{priceOf(payment, prices)}</td>}
                  {prices && <td>{valueOf(payment, prices)}</td>}
                  <td class="mono wrap">{payment.txid}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {prices && <p class="note">{t('statement.note')}</p>}
        </>
      )}
    </>
  )
}

function priceOf({ blockTime }: RewardPayment, { prices }: DailyPrices): string {
  const price = blockTime.known ? prices.get(utcDay(blockTime.value)) : undefined
  return price === undefined ? '—' : priceText(price)
}

function valueOf(payment: RewardPayment, prices: DailyPrices): string {
  const cents = paymentValue(payment, prices)
  return cents === null ? '—' : centsText(cents)
}
