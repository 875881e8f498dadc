import { useState } from 'preact/hooks'
import type { Commands } from '../../app/commands.ts'
import { hasEnded } from '../../app/dual-stacking/has-ended.ts'
import type { Environment } from '../../app/environment.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { WatchForm } from '../accounts/watch-form.tsx'
import { Calculator } from '../dual-stacking/what-if/calculator.tsx'
import { useCommand } from '../hooks/use-command.ts'
import type { ProjectFigures } from '../hooks/use-figures.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

interface WelcomeProps {
  project: ProjectFigures
  network: NetworkReading | null
  commands: Pick<Commands, 'connect' | 'watch'>
  env: Environment
  /** Whether addresses can be added here without their wallet. */
  watchable: boolean
  /** A connection is under way and is shown elsewhere. */
  connecting: boolean
}

const steps = ['hold', 'stack', 'paid'] as const

/** For users without an account yet: three steps, a calculator to try, and two ways to start. */
export function PopupWelcome({
  project,
  network,
  commands,
  env,
  watchable,
  connecting,
}: WelcomeProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const [watching, setWatching] = useState(false)
  const isOver = hasEnded(network, env)
  return (
    <div class="stack">
      <section class="welcome">
        <h1>{t(isOver ? 'life.ended.title' : 'welcome.title')}</h1>
        {isOver ? (
          <p>{t('life.ended.newcomer')}</p>
        ) : (
          <ol class="steps-3">
            {steps.map((step) => (
              <li key={step}>
                <strong>{t(`welcome.${step}`)}</strong> {t(`welcome.${step}.more`)}
              </li>
            ))}
          </ol>
        )}
        {env.openWelcome && (
          <button type="button" class="link" onClick={env.openWelcome}>
            {t('welcome.more')}
          </button>
        )}
      </section>
      {!isOver && <Calculator project={project} network={network} />}
      <p class="note">{t('welcome.safe')}</p>
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
    </div>
  )
}
