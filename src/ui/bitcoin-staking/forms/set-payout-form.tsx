import { useState } from 'preact/hooks'
import { familiarManagers } from '../../../app/bitcoin-staking/familiar-managers.ts'
import { settingPayers } from '../../../app/bitcoin-staking/payers.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Select } from '../../parts/select.tsx'
import { managerLabel } from '../manager-label.ts'
import { PayoutField } from './payout-field.tsx'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'
import { usePayout } from './use-payout.ts'

/** Another payout setting at a manager that takes it without a stake. */
export function SetPayoutForm(props: StakingFormProps & { intents: readonly StacksIntent[] }) {
  const { state, account, env, intents } = props
  const { t } = useWords()
  const managers = settingPayers(state)
  const [manager, setManager] = useState(managers[0] ?? null)
  const payout = usePayout(state, manager, env.network)
  if (manager === null) return null
  const call = payout.parsed.ok
    ? { kind: 'set-payout' as const, manager, payout: payout.parsed.payout }
    : null
  const kind = payout.value.kind
  return (
    <SignedStakingCall
      {...props}
      title={t('staking.action.set-payout')}
      call={call}
      context={{ familiar: familiarManagers(intents, account.address) }}
      effects={
        call && {
          does: t(`staking.does.set-payout.${kind}`, { manager: manager.split('.')[1] ?? manager }),
          counts: t('staking.counts.now'),
          undo: t('staking.undo.set-payout'),
          moves: t('staking.moves.none'),
        }
      }
      shown={{
        contract: manager,
        functionName: call?.payout ? 'set-payout-config' : 'clear-payout-config',
        moves: t('window.moves.nothing'),
      }}
    >
      {managers.length > 1 && (
        <Select
          label={t('staking.payout.manager')}
          value={manager}
          options={managers.map((value) => ({ value, label: managerLabel(value) }))}
          onChange={setManager}
        />
      )}
      <PayoutField {...payout} />
    </SignedStakingCall>
  )
}
