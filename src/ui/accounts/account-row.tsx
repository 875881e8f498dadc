import { useState } from 'preact/hooks'
import type { CommandResult } from '../../app/command-result.ts'
import type { Commands } from '../../app/commands.ts'
import { enrollmentOf, isEnrolledNextCycle } from '../../app/dual-stacking/enrollment.ts'
import type { FollowedAccount } from '../../app/followed-account.ts'
import type { AccountReading } from '../../chain/stacks/readings.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { AccountKind } from '../parts/account-kind.tsx'
import { Button } from '../parts/button.tsx'
import { FullAddress } from '../parts/full-address.tsx'
import { Icon } from '../parts/icon.tsx'
import { TextField } from '../parts/text-field.tsx'

interface AccountRowProps {
  account: FollowedAccount
  /** What was read of it under the selected contract; null: nothing yet. */
  reading: AccountReading | null
  selected: boolean
  busy: boolean
  commands: Pick<Commands, 'disconnect' | 'select' | 'nameAccount'>
  run: (command: () => Promise<CommandResult>, done?: () => void) => void
  onSelected: () => void
}

/** One followed address: select it, see its status, name it, remove it. */
export function AccountRow({
  account: { address, label, kind },
  reading,
  selected,
  busy,
  commands,
  run,
  onSelected,
}: AccountRowProps) {
  const { t, f } = useWords()
  const [name, setName] = useState<string | null>(null)
  const enrolled = isEnrolledNextCycle(enrollmentOf(reading))
  const { nameAccount } = commands
  const save = (event: Event) => {
    event.preventDefault()
    if (nameAccount && name !== null)
      run(
        () => nameAccount(address, name.trim() || null),
        () => setName(null),
      )
  }
  return (
    <li class={selected ? 'account selected' : 'account'}>
      <button
        type="button"
        class="choice"
        aria-pressed={selected}
        disabled={busy}
        onClick={() => run(() => commands.select(address), onSelected)}
      >
        <span class="account-kind">
          <Icon name={kind === 'watch' ? 'eye' : 'check'} />{' '}
          {label ?? (kind === 'watch' ? t('accounts.watchOnly') : t('accounts.wallet'))}
        </span>
        <FullAddress address={address} />
        <AccountKind address={address} />
        {reading && (
          <span class="account-facts">
            {enrolled !== null && (
              <span class={enrolled ? 'pill good' : 'pill'}>
                {t(enrolled ? 'status.pill.enrolled' : 'status.pill.not')}
              </span>
            )}
            {reading.sats.known && <span>{f.sbtc(reading.sats.value)}</span>}
            {reading.lockedMicroStx.known && <span>{f.stx(reading.lockedMicroStx.value)}</span>}
          </span>
        )}
      </button>
      {name === null ? (
        <span class="account-actions">
          {nameAccount && (
            <Button kind="quiet" disabled={busy} onClick={() => setName(label ?? '')}>
              {t('accounts.rename')}
              <span class="sr"> {shortAddress(address)}</span>
            </Button>
          )}
          <Button
            kind="quiet"
            disabled={busy}
            onClick={() => run(() => commands.disconnect(address))}
          >
            {t('accounts.forget')}
            <span class="sr"> {shortAddress(address)}</span>
          </Button>
        </span>
      ) : (
        <form class="account-name" onSubmit={save} noValidate>
          <TextField label={t('accounts.name')} value={name} onInput={setName} />
          <div class="form-actions">
            <Button type="submit" disabled={busy || name.length > 40}>
              {t('accounts.saveName')}
            </Button>
            <Button kind="quiet" onClick={() => setName(null)}>
              {t('nav.cancel')}
            </Button>
          </div>
        </form>
      )}
    </li>
  )
}
