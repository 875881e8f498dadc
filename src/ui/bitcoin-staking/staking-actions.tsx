import type { Claimables } from '../../app/bitcoin-staking/claimables.ts'
import { isOver, type HeldPosition } from '../../app/bitcoin-staking/held-position.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

export type StakingForm =
  | 'stake'
  | 'change'
  | 'keep'
  | 'unstake'
  | 'claim'
  | 'withdraw'
  | 'move-bond'
  | 'set-payout'
  | 'collect'

/** Those of a manager's payouts are offered where these are shown. */
type HeldForm = Exclude<StakingForm, 'set-payout' | 'collect'>

/** What can be signed of a position. */
export function StakingActions({
  held,
  claims,
  onForm,
}: {
  held: HeldPosition | null
  claims: Claimables | null
  onForm: (form: StakingForm) => void
}) {
  const { t } = useWords()
  const hasClaims = claims?.rows.some(({ grossSats }) => grossSats > 0n) ?? false
  const forms = formsOf(held)
  return (
    <div class="form-actions">
      {hasClaims && (
        <Button id="staking-claim" kind="primary" onClick={() => onForm('claim')}>
          {t('staking.action.claim')}
        </Button>
      )}
      {forms.map((form, i) => (
        <Button
          key={form}
          id={`staking-${form}`}
          kind={i === 0 && !hasClaims ? 'primary' : 'plain'}
          onClick={() => onForm(form)}
        >
          {t(`staking.action.${form === 'keep' ? 'stay' : form}`)}
        </Button>
      ))}
    </div>
  )
}

function formsOf(held: HeldPosition | null): HeldForm[] {
  if (held === null) return ['stake']
  if (held.kind === 'bond') {
    const forms: HeldForm[] = held.sats > 0n && !held.isL1Lock ? ['withdraw'] : []
    return [...forms, isOver(held) ? 'stake' : 'move-bond']
  }
  if (isOver(held)) return ['stake']
  return held.isLeaving ? ['keep'] : ['change', 'unstake']
}
