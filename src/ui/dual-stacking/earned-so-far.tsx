import type { NextPayment } from '../../app/dual-stacking/next-payment.ts'
import { groupRewardsByCycle, paymentTime, sumSats } from '../../app/dual-stacking/rewards.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { MS_PER_BLOCK } from '../../words/format/time.ts'
import { useWords } from '../hooks/use-words.ts'
import { EarnedLine } from '../parts/earned-line.tsx'

interface EarnedSoFarProps {
  /** Of the address, newest first. */
  payments: readonly RewardPayment[]
  /** Whether all past payments have been read. */
  isComplete: boolean
  /** The payment that an enrolled address waits for; null: none, or not known. */
  next: NextPayment | null
  /** Cycles whose payment was recomputed and is correct. */
  verified: ReadonlySet<number>
  now: number
  onOpen: () => void
}

/** What an address was paid so far, and the last payment; before it, when the first one comes. */
export function EarnedSoFar({
  payments,
  isComplete,
  next,
  verified,
  now,
  onOpen,
}: EarnedSoFarProps) {
  const { t, f } = useWords()
  const [latest] = groupRewardsByCycle(payments)
  if (!latest) {
    const isComing = isComplete && next !== null && next.blocks > 0
    return isComing ? (
      <p class="earned muted">
        {t('earned.first', { day: f.day(now + next.blocks * MS_PER_BLOCK, now) })}
      </p>
    ) : null
  }
  const [payment] = latest.payments
  const at = payment ? paymentTime(payment) : null
  return (
    <EarnedLine
      amount={f.sats(sumSats(payments))}
      isAtLeast={!isComplete}
      last={at === null ? null : { amount: f.sats(latest.sats), day: f.day(at, now) }}
      onOpen={onOpen}
    >
      {latest.cycle !== null && verified.has(latest.cycle) && (
        <>
          {' '}
          <span aria-hidden="true">✓</span>
          <span class="sr">{t('rewards.verified')}</span>
        </>
      )}
    </EarnedLine>
  )
}
