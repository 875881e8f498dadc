import { useState } from 'preact/hooks'
import { familiarManagers } from '../../../app/bitcoin-staking/familiar-managers.ts'
import { keptSats } from '../../../app/bitcoin-staking/payers.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Select } from '../../parts/select.tsx'
import { managerLabel } from '../manager-label.ts'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'

/** Has a manager pay what it keeps for the holder. */
export function CollectForm(props: StakingFormProps & { intents: readonly StacksIntent[] }) {
  const { state, account, intents } = props
  const { t, f } = useWords()
  const kept = keptSats(state.rewards?.[account.address])
  const managers = [...kept.keys()]
  const [manager, setManager] = useState(managers[0] ?? null)
  if (manager === null) return null
  const bankedSats = kept.get(manager) ?? 0n
  const sats = f.sats(bankedSats)
  return (
    <SignedStakingCall
      {...props}
      title={t('staking.action.collect')}
      call={{ kind: 'collect', manager }}
      context={{ familiar: familiarManagers(intents, account.address), bankedSats }}
      effects={{
        does: t('staking.does.collect', { sats }),
        counts: t('staking.counts.now'),
        undo: t('staking.undo.never'),
        moves: t('staking.moves.collect'),
      }}
      shown={{
        contract: manager,
        functionName: 'payout',
        moves: t('staking.window.collect', { sats }),
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
    </SignedStakingCall>
  )
}
