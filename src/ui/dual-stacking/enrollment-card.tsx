import type { FollowedAccount } from '../../app/followed-account.ts'
import type { AccountReading } from '../../chain/stacks/readings.ts'
import type { IntentAction } from '../../wallet/stacks/stacks-intent.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { KnownValue } from '../parts/known-value.tsx'

interface EnrollmentCardProps {
  account: FollowedAccount
  reading: AccountReading
  /** Actions under way: starting one of them again would send it twice. */
  pending: readonly IntentAction[]
  /** Whether each is possible by the contract. */
  canChange: boolean
  canLeave: boolean
  onForm: (form: 'change' | 'opt-out') => void
}

/** Where an enrolled address's rewards go, and what can be changed about that. */
export function EnrollmentCard({
  account,
  reading,
  pending,
  canChange,
  canLeave,
  onForm,
}: EnrollmentCardProps) {
  const { t } = useWords()
  const isOwn = account.kind === 'wallet'
  return (
    <Card title={t('enrollment.title')} class="enrollment">
      <div class="row">
        <span>{t('enrollment.goTo')}</span>
        <KnownValue of={reading.rewardAddress}>
          {(address) =>
            address === null || address === account.address ? (
              t('enrollment.self')
            ) : (
              <span class="mono" title={address}>
                {shortAddress(address)}
              </span>
            )
          }
        </KnownValue>
      </div>
      {isOwn && (canChange || canLeave) && (
        <div class="form-actions">
          {canChange && (
            <Button
              id="change"
              disabled={pending.includes('change-reward-address') || pending.includes('opt-out')}
              onClick={() => onForm('change')}
            >
              {t('action.change-reward-address')}
            </Button>
          )}
          {canLeave && (
            <Button
              id="opt-out"
              disabled={pending.includes('opt-out')}
              onClick={() => onForm('opt-out')}
            >
              {t('action.opt-out')}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}
