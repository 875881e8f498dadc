import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskConnection } from '../../app/hyperstaking/dusk-connection.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { connectionTone } from '../popup/connection-tone.ts'
import { DuskWalletName } from './dusk-wallet-name.tsx'

/**
 * A connection to a Dusk wallet under way: what it waits for, or which of several wallets to use.
 */
export function DuskConnectionCard({
  connection,
  commands,
}: {
  connection: DuskConnection
  commands: DuskCommands
}) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const { stage, failure, wallets, walletId } = connection
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
              onClick={() => run(() => commands.connect(walletId ?? undefined))}
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
          {wallets.map(({ id, name, product, conflict }) => (
            <li key={id}>
              <button
                type="button"
                class="choice"
                disabled={busy || conflict}
                onClick={() => run(() => commands.connect(id))}
              >
                <DuskWalletName name={name} product={product} />
              </button>
              {conflict && <p>{t('connect.conflict')}</p>}
            </li>
          ))}
        </ul>
      )}
      {refusal && <p class="error">{refusal}</p>}
    </Callout>
  )
}
