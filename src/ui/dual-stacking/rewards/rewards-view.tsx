import { Fragment } from 'preact'
import type { Commands } from '../../../app/commands.ts'
import { averageRate, cycleRateOf, cycleRatesOf } from '../../../app/dual-stacking/cycle-rate.ts'
import type { CycleRecord } from '../../../app/dual-stacking/cycle-record.ts'
import { lifeOf } from '../../../app/dual-stacking/life-of.ts'
import type { NextPayment } from '../../../app/dual-stacking/next-payment.ts'
import { groupRewardsByYear } from '../../../app/dual-stacking/records/yearly-rewards.ts'
import { groupRewardsByCycle, rewardsCsv, sumSats } from '../../../app/dual-stacking/rewards.ts'
import type { Verification } from '../../../app/dual-stacking/verification.ts'
import type { Environment } from '../../../app/environment.ts'
import type { NetworkReading, RewardPayment } from '../../../chain/stacks/readings.ts'
import { RewardBars } from '../../charts/reward-bars.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { firstReward } from '../first-reward.ts'
import { CyclePicker } from './cycle-picker.tsx'
import { CycleRecordCard } from './cycle-record-card.tsx'
import { PaymentRow } from './payment-row.tsx'
import { RateOverCycles } from './rate-over-cycles.tsx'

interface RewardsViewProps {
  address: string | null
  payments: readonly RewardPayment[]
  /** Requests still to make before past rewards are known; null when complete. */
  requestsLeft: number | null
  env: Environment
  now: number
  network: NetworkReading | null
  /** Whether the address is enrolled in the running cycle; null: not known. */
  counts: boolean | null
  /** The payment that the address waits for; null: none, or not known. */
  next: NextPayment | null
  /** What the contract has on record, newest cycle first. */
  records: readonly CycleRecord[]
  verification: Verification | null
  /** Key of the payment that a notification led to; null: none. */
  asked?: string | null
  commands: Pick<Commands, 'readCycle' | 'verifyCycle' | 'stopVerifying'>
}

/** What came in each year, where there is more than one. */
function YearSums({ payments }: { payments: readonly RewardPayment[] }) {
  const { t, f } = useWords()
  const years = groupRewardsByYear(payments)
  if (years.length < 2) return null
  return (
    <dl class="details">
      {years.map(({ year, sats }) => (
        <Fragment key={year}>
          <dt>{year === null ? t('rewards.yearUnknown') : String(year)}</dt>
          <dd>{f.sats(sats)}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** Every payment received, as a chart, a list and a file. */
export function RewardsView({
  address,
  payments,
  requestsLeft,
  env,
  now,
  network,
  counts,
  next,
  records,
  verification,
  asked,
  commands,
}: RewardsViewProps) {
  const words = useWords()
  const { t, f } = words
  const groups = groupRewardsByCycle(payments)
  const { readCycle } = commands
  const rates = cycleRatesOf(
    records.filter(({ cycle }) => groups.some((group) => group.cycle === cycle)),
    network,
  )
  const average = averageRate(rates)
  const recordOf = ({ cycle: of, deployment, enrolledAddress, evidence }: RewardPayment) =>
    records.find(
      (record) =>
        of.known &&
        evidence !== 'unclear' &&
        record.cycle === of.value &&
        record.deployment === deployment &&
        record.address === enrolledAddress,
    )
  /** Only of the selected address, whose record that is. */
  const readPaid = ({ cycle: of, enrolledAddress }: RewardPayment) =>
    readCycle && of.known && enrolledAddress === address ? () => readCycle(of.value) : undefined
  // An empty list means "no rewards" only when everything has been read.
  const complete = network !== null && requestsLeft === null
  const none =
    lifeOf(network, env) === 'ended' ? t('life.ended.none') : firstReward(words, next, now)
  const latest = network?.cycle.known ? network.cycle.value.id : (network?.calendar?.id ?? null)
  return (
    <div class="stack">
      <h1 class="sr">{t('tab.rewards')}</h1>
      <section class="sum">
        {payments.length > 0 && <p class="big">{f.sats(sumSats(payments))}</p>}
        <p class="muted">
          {groups.length > 0 && t('rewards.in', { count: groups.length })}
          {groups.length === 0 && (complete ? none : t('unknown.not-read'))}
        </p>
        {average !== null && (
          <p class="muted">
            {t('rewards.rate.average', { rate: f.percent(average), count: rates.length })}
          </p>
        )}
      </section>
      {requestsLeft !== null && (
        <p class="muted" role="status">
          {t('rewards.catchingUp', { count: requestsLeft })}
        </p>
      )}
      <RewardBars groups={groups} />
      <RateOverCycles rates={rates} />
      {payments.length > 0 && (
        <>
          <ul class="rows card">
            {payments.map((payment) => (
              <PaymentRow
                key={payment.key}
                payment={payment}
                env={env}
                now={now}
                rate={cycleRateOf(recordOf(payment), network)}
                onRead={readPaid(payment)}
                asked={payment.key === asked}
              />
            ))}
          </ul>
          <YearSums payments={payments} />
          <div class="form-actions">
            <Button
              onClick={() =>
                saveFile(`rewards-${address ?? 'all'}.csv`, 'text/csv', rewardsCsv(payments))
              }
            >
              {t('rewards.csv')}
            </Button>
            {env.openStatement && (
              <Button onClick={env.openStatement}>{t('rewards.statement')}</Button>
            )}
          </div>
          <p class="muted">{t('rewards.csvNote')}</p>
        </>
      )}
      {records.map((record) => (
        <CycleRecordCard
          key={`${record.deployment} ${record.cycle}`}
          record={record}
          payments={payments}
          network={network}
          counts={counts}
          verification={verification}
          commands={commands}
          env={env}
          now={now}
        />
      ))}
      {readCycle && latest !== null && (
        <CyclePicker latest={latest} onAsk={(cycle) => readCycle(cycle)} />
      )}
    </div>
  )
}
