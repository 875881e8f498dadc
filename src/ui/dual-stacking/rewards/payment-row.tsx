import type { CommandResult } from '../../../app/command-result.ts'
import type { CycleRate } from '../../../app/dual-stacking/cycle-rate.ts'
import { paymentTime } from '../../../app/dual-stacking/rewards.ts'
import type { Environment } from '../../../app/environment.ts'
import type { Known } from '../../../chain/known.ts'
import type { RewardPayment } from '../../../chain/stacks/readings.ts'
import { useWords } from '../../hooks/use-words.ts'
import { ExpandableRow } from '../../parts/expandable-row.tsx'
import { ExternalLink } from '../../parts/external-link.tsx'
import { FullAddress } from '../../parts/full-address.tsx'
import { KnownValue } from '../../parts/known-value.tsx'
import { PaidRate } from './paid-rate.tsx'

interface PaymentRowProps {
  payment: RewardPayment
  env: Environment
  now: number
  /** What its cycle paid in a year. */
  rate: Known<CycleRate>
  onRead?: (() => Promise<CommandResult>) | undefined
  /** Whether a notification of this payment led here. */
  asked?: boolean
}

/** Why the payment is taken for a reward of its earner; null: an event of the contract says so. */
function evidenceOf({ evidence, enrolledAddress, rewardAddress }: RewardPayment) {
  if (evidence === 'unclear') return 'rewards.evidence.unclear'
  if (evidence !== 'transfer') return null
  return enrolledAddress === rewardAddress
    ? 'rewards.evidence.transfer'
    : 'rewards.evidence.ownCall'
}

/** One payment; its address, height and transaction are one click away. */
export function PaymentRow({ payment, env, now, rate, onRead, asked }: PaymentRowProps) {
  const { t, f } = useWords()
  const at = paymentTime(payment)
  const evidence = evidenceOf(payment)
  const url = env.transactionUrl(payment.txid)
  return (
    <ExpandableRow
      asked={asked}
      label={
        <>
          {payment.cycle.known
            ? t('cycle.title', { cycle: f.integer(payment.cycle.value) })
            : t('rewards.cycleUnknown')}
          {at !== null && ` · ${f.day(at, now)}`}
        </>
      }
      value={<b class="amber">{f.sats(payment.sats)}</b>}
    >
      <dl class="details">
        <dt>{t('rewards.paidTo')}</dt>
        <dd>
          <FullAddress address={payment.rewardAddress} copy />
        </dd>
        {payment.enrolledAddress !== payment.rewardAddress && payment.evidence !== 'unclear' && (
          <>
            <dt>{t('rewards.earnedBy')}</dt>
            <dd>
              <FullAddress address={payment.enrolledAddress} />
            </dd>
          </>
        )}
        <dt>{t('rewards.height')}</dt>
        <dd>
          <KnownValue of={payment.burnHeight}>{(height) => f.integer(height)}</KnownValue>
        </dd>
        <dt>{t('rewards.transaction')}</dt>
        <dd class="mono wrap">
          {url ? <ExternalLink href={url}>{payment.txid}</ExternalLink> : payment.txid}
        </dd>
        {evidence && (
          <>
            <dt>{t('rewards.evidence')}</dt>
            <dd>{t(evidence)}</dd>
          </>
        )}
      </dl>
      {payment.cycle.known && <PaidRate rate={rate} onRead={onRead} />}
    </ExpandableRow>
  )
}
