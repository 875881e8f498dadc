import type { Commands } from '../../app/commands.ts'
import type { FollowedAccount } from '../../app/followed-account.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { FullAddress } from '../parts/full-address.tsx'
import { Select } from '../parts/select.tsx'

interface AccountCardProps {
  /** Accounts of the selected network that a wallet signs for. */
  accounts: readonly FollowedAccount[]
  selected: string | null
  commands: Pick<Commands, 'connect' | 'select'>
}

/** The signing account, and connecting a wallet that has one. */
export function AccountCard({ accounts, selected, commands }: AccountCardProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const chosen = accounts.some(({ address }) => address === selected)
  const options = [
    ...(chosen ? [] : [{ value: '', label: '—' }]),
    ...accounts.map(({ address, label }) => ({
      value: address,
      label: label ?? shortAddress(address),
    })),
  ]
  return (
    <>
      {accounts.length > 0 && (
        <Select
          label={t('console.account')}
          value={chosen ? selected! : ''}
          options={options}
          onChange={(address) => address && run(() => commands.select(address))}
        />
      )}
      {chosen && (
        <p class="muted">
          {t('window.account')}: <FullAddress address={selected!} />
        </p>
      )}
      <Button
        kind={accounts.length === 0 ? 'primary' : 'quiet'}
        disabled={busy}
        onClick={() => run(() => commands.connect())}
      >
        {accounts.length === 0 ? t('connect.wallet') : t('console.otherAccount')}
      </Button>
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </>
  )
}
