import { useEffect, useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { Environment } from '../../app/environment.ts'
import { useWords } from '../hooks/use-words.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { Icon } from '../parts/icon.tsx'

const LOOK_MS = 1500

interface StartStepsProps {
  state: Pick<AppState, 'accounts' | 'connection'>
  env: Environment
}

/** From the installation to a connected wallet; each step ticks itself as it happens. */
export function StartSteps({ state, env }: StartStepsProps) {
  const { t } = useWords()
  const isPinned = usePinned(env)
  const isConnected = state.accounts.some(({ kind }) => kind === 'wallet')
  const isOnPage = isConnected || Boolean(state.connection)
  const steps = [
    { step: 'pin', isDone: isPinned === true },
    { step: 'page', isDone: isOnPage },
    { step: 'connect', isDone: isConnected },
  ] as const
  return (
    <section>
      <h2>{t('guide.start')}</h2>
      <ol class="steps-3 start-steps">
        {steps.map(({ step, isDone }) => (
          <li key={step} class={isDone ? 'done' : undefined}>
            <strong>{t(`guide.step.${step}`)}</strong>{' '}
            {step === 'connect'
              ? t('guide.step.connect.more', { connect: t('connect.wallet') })
              : t(`guide.step.${step}.more`)}{' '}
            {step === 'page' && env.signingPage && !isDone && (
              <ExternalLink href={env.signingPage}>{t('guide.step.page.open')}</ExternalLink>
            )}
            {isDone && (
              <span class="good">
                <Icon name="check" />
                <span class="sr">{t('guide.step.done')}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Looks until the button is pinned: no event tells. */
function usePinned({ isPinned: ask }: Environment): boolean | null {
  const [isPinned, setPinned] = useState<boolean | null>(null)
  useEffect(() => {
    if (!ask || isPinned) return
    const look = () => void ask().then(setPinned, () => undefined)
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [ask, isPinned])
  return isPinned
}
