import type { Commands } from '../../app/commands.ts'
import type { Environment } from '../../app/environment.ts'
import type { FollowedAccount } from '../../app/followed-account.ts'
import type { AccountReading } from '../../chain/stacks/readings.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Screen } from '../parts/screen.tsx'
import { AccountRow } from './account-row.tsx'
import { WatchForm } from './watch-form.tsx'

interface AccountsViewProps {
  accounts: readonly FollowedAccount[]
  selected: string | null
  /** What was read of each address under the selected contract. */
  readings: Readonly<Record<string, AccountReading>>
  commands: Pick<Commands, 'connect' | 'disconnect' | 'watch' | 'select' | 'nameAccount'>
  env: Environment
  /** Whether addresses can be added here without their wallet. */
  watching: boolean
  onBack: () => void
}

/** The addresses that this profile follows: select, add, remove. */
export function AccountsView({
  accounts,
  selected,
  readings,
  commands,
  env,
  watching,
  onBack,
}: AccountsViewProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  return (
    <Screen title={t('accounts.title')} onBack={onBack}>
      <ul class="accounts">
        {accounts.map((account) => (
          <AccountRow
            key={account.address}
            account={account}
            reading={readings[account.address] ?? null}
            selected={account.address === selected}
            busy={busy}
            commands={commands}
            run={run}
            onSelected={onBack}
          />
        ))}
      </ul>
      <p class="muted">{t('accounts.forgetNote')}</p>
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
      <Button
        kind={accounts.length === 0 ? 'primary' : 'plain'}
        disabled={busy}
        onClick={() => run(() => commands.connect(), onBack)}
      >
        {t('connect.wallet')}
      </Button>
      {watching && <WatchForm commands={commands} env={env} onDone={onBack} />}
    </Screen>
  )
}
