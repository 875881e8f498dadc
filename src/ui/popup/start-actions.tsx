import { useState } from 'preact/hooks'
import type { Commands } from '../../app/commands.ts'
import type { Environment } from '../../app/environment.ts'
import { WatchForm } from '../accounts/watch-form.tsx'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

export interface StartProps {
  commands: Pick<Commands, 'connect' | 'watch'>
  env: Environment
  /** Whether addresses can be added here without their wallet. */
  watchable: boolean
  /** A connection is under way and is shown elsewhere. */
  connecting: boolean
}

/** Two ways to start without an account: connect a wallet, or watch an address. */
export function StartActions({ commands, env, watchable, connecting }: StartProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const [watching, setWatching] = useState(false)
  return (
    <>
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
      <div class="form-actions">
        <Button
          kind="primary"
          disabled={busy || connecting}
          onClick={() => run(() => commands.connect())}
        >
          {t('connect.wallet')}
        </Button>
        {watchable && !watching && (
          <Button onClick={() => setWatching(true)}>{t('welcome.watch')}</Button>
        )}
      </div>
      {watching && <WatchForm commands={commands} env={env} onDone={() => setWatching(false)} />}
    </>
  )
}
