import type { Commands } from '../../app/commands.ts'
import type { WalletConnection } from '../../wallet/wallet-connection.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { AccountKind } from '../parts/account-kind.tsx'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { FullAddress } from '../parts/full-address.tsx'
import { connectionTone } from './connection-tone.ts'

interface ConnectionCardProps {
  connection: WalletConnection
  commands: Pick<Commands, 'connect' | 'chooseAccount' | 'cancelConnect'>
}

/** A wallet connection under way: what it waits for, or what to choose. */
export function ConnectionCard({ connection, commands }: ConnectionCardProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const { stage, failure } = connection
  return (
    <Callout
      tone={connectionTone(stage, failure)}
      title={t(`connect.${stage}`)}
      actions={
        <>
          {stage === 'failed' && (
            <Button
              kind="primary"
              disabled={busy}
              onClick={() => run(() => commands.connect(connection.walletId ?? undefined))}
            >
              {t('activity.retry')}
            </Button>
          )}
          <Button kind="quiet" disabled={busy} onClick={() => run(() => commands.cancelConnect())}>
            {stage === 'failed' ? t('activity.dismiss') : t('nav.cancel')}
          </Button>
        </>
      }
    >
      {failure && <p>{t(`signing.${failure}`)}</p>}
      {stage === 'waiting-tab' && <p>{t('connect.waiting-tab.text')}</p>}
      {stage === 'asking' && <p>{t('activity.asking.text')}</p>}
      {stage === 'choose-wallet' && (
        <ul class="choices">
          {connection.wallets.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                class="choice"
                disabled={busy}
                onClick={() => run(() => commands.connect(id))}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {stage === 'choose-account' && (
        <ul class="choices">
          {connection.addresses.map((address) => (
            <li key={address}>
              <button
                type="button"
                class="choice"
                disabled={busy}
                onClick={() => run(() => commands.chooseAccount(address))}
              >
                <FullAddress address={address} />
                <AccountKind address={address} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {refusal && <p class="error">{refusal}</p>}
    </Callout>
  )
}
