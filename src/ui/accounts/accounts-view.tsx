import { useWords } from '../messages/words.ts'
import type { Environment } from '../model/environment.ts'
import { shortAddress } from '../format/address.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { FullAddress } from '../parts/address.tsx'
import { Screen } from '../parts/screen.tsx'
import type { Account, Commands } from '../state.ts'
import { useCommand } from '../stores/use-command.ts'
import { WatchForm } from './watch-form.tsx'

interface AccountsViewProps {
  accounts: readonly Account[]
  selected: string | null
  commands: Pick<Commands, 'connect' | 'disconnect' | 'watch' | 'select'>
  env: Environment
  onBack: () => void
}

/** The addresses that this profile follows: choose, add, forget. */
export function AccountsView({ accounts, selected, commands, env, onBack }: AccountsViewProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  return (
    <Screen title={t('accounts.title')} onBack={onBack}>
      <ul class="accounts">
        {accounts.map(({ address, label, kind }) => (
          <li key={address} class={address === selected ? 'account selected' : 'account'}>
            <button type="button" class="choice" aria-pressed={address === selected} disabled={busy} onClick={() => run(() => commands.select(address), onBack)}>
              <span class="account-kind"><Icon name={kind === 'watch' ? 'eye' : 'check'} /> {label ?? (kind === 'watch' ? t('accounts.watchOnly') : t('accounts.wallet'))}</span>
              <FullAddress address={address} />
            </button>
            <Button kind="quiet" disabled={busy} onClick={() => run(() => commands.disconnect(address))}>
              {t('accounts.forget')}<span class="sr"> {shortAddress(address)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p class="muted">{t('accounts.forgetNote')}</p>
      <p class="error" role="alert">{refusal ?? ''}</p>
      <Button kind={accounts.length === 0 ? 'primary' : 'plain'} disabled={busy} onClick={() => run(() => commands.connect(), onBack)}>{t('connect.wallet')}</Button>
      <WatchForm commands={commands} env={env} onDone={onBack} />
    </Screen>
  )
}
