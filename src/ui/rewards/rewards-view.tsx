import type { ComponentChildren } from 'preact'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { RewardBars } from '../charts/reward-bars.tsx'
import { useWords } from '../messages/words.ts'
import type { Environment } from '../model/environment.ts'
import { byCycle, rewardsCsv, totalSats } from '../model/rewards.ts'
import { Button } from '../parts/button.tsx'
import { saveFile } from '../parts/save-file.ts'
import { PaymentRow } from './payment-row.tsx'

interface RewardsViewProps {
  address: string | null
  payments: readonly RewardPayment[]
  /** Requests still to make before past rewards are known; null when caught up. */
  requestsLeft: number | null
  env: Environment
  now: number
  /** The status of the running cycle, above the history. */
  status?: ComponentChildren
}

/** Every payment that landed, as a chart, a list and a file. */
export function RewardsView({ address, payments, requestsLeft, env, now, status }: RewardsViewProps) {
  const { t, f } = useWords()
  const groups = byCycle(payments)
  return (
    <div class="stack">
      <section class="sum">
        <p class="big">{payments.length === 0 && requestsLeft !== null ? '—' : f.sats(totalSats(payments))}</p>
        <p class="muted">{groups.length === 0 ? t('rewards.none') : t('rewards.in', { count: groups.length })}</p>
      </section>
      {requestsLeft !== null && <p class="muted" role="status">{t('rewards.catchingUp', { count: requestsLeft })}</p>}
      <RewardBars groups={groups} />
      {status}
      {payments.length > 0 && (
        <>
          <ul class="rows card">
            {payments.map((payment) => <PaymentRow key={payment.key} payment={payment} env={env} now={now} />)}
          </ul>
          <Button onClick={() => saveFile(`rewards-${address ?? 'all'}.csv`, 'text/csv', rewardsCsv(payments))}>{t('rewards.csv')}</Button>
          <p class="muted">{t('rewards.csvNote')}</p>
        </>
      )}
    </div>
  )
}
