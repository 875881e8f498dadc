import type { TriedStake } from '../../../app/bitcoin-staking/tried-stake.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { StakingForm } from '../staking-actions.tsx'
import { ClaimForm } from './claim-form.tsx'
import { CollectForm } from './collect-form.tsx'
import { MoveBondForm } from './move-bond-form.tsx'
import { SetPayoutForm } from './set-payout-form.tsx'
import type { StakingFormProps } from './signed-staking-call.tsx'
import { StakeForm } from './stake-form.tsx'
import { UnstakeForm } from './unstake-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

/** The form of the action that was chosen. */
export function OpenForm({
  form,
  begin,
  intents,
  ...props
}: {
  form: StakingForm
  /** What was tried, to begin with. */
  begin: TriedStake | null
  intents: readonly StacksIntent[]
} & StakingFormProps) {
  switch (form) {
    case 'claim':
      return <ClaimForm {...props} intents={intents} />
    case 'unstake':
      return <UnstakeForm {...props} />
    case 'withdraw':
      return <WithdrawForm {...props} />
    case 'move-bond':
      return <MoveBondForm {...props} />
    case 'set-payout':
      return <SetPayoutForm {...props} intents={intents} />
    case 'collect':
      return <CollectForm {...props} intents={intents} />
    default:
      return <StakeForm {...props} keep={form === 'keep'} begin={begin} />
  }
}
