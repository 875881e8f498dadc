import { lifeOf, takesNewcomers } from '../../app/dual-stacking/life-of.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import type { ProjectFigures } from '../hooks/use-figures.ts'
import { useScreens } from '../hooks/use-screens.ts'
import { useWords } from '../hooks/use-words.ts'
import { StartActions, type StartProps } from './start-actions.tsx'

interface WelcomeProps extends StartProps {
  project: ProjectFigures
  network: NetworkReading | null
}

const steps = ['hold', 'stack', 'paid'] as const

/** For users without an account yet: three steps, a calculator to try, and two ways to start. */
export function PopupWelcome({ project, network, ...start }: WelcomeProps) {
  const { t } = useWords()
  const screens = useScreens()
  const { env } = start
  const life = lifeOf(network, env)
  const isOver = !takesNewcomers(life)
  return (
    <div class="stack">
      <section class="welcome">
        <h1>{t(isOver ? `life.${life}.title` : 'welcome.title')}</h1>
        {isOver ? (
          <p>{t(`life.${life}.newcomer`)}</p>
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
      {!isOver && screens && <screens.Calculator project={project} network={network} />}
      <p class="note">{t('welcome.safe')}</p>
      <StartActions {...start} />
    </div>
  )
}
