import { exampleNetwork } from '../../app/dual-stacking/example-network.ts'
import { lifeOf, takesNewcomers } from '../../app/dual-stacking/life-of.ts'
import { rateRange } from '../../app/dual-stacking/rate-range.ts'
import { outsideLinks } from '../../app/outside-links.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import type { ProjectFigures } from '../hooks/use-figures.ts'
import { useScreens } from '../hooks/use-screens.ts'
import { useWords } from '../hooks/use-words.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { StartActions, type StartProps } from './start-actions.tsx'

interface WelcomeProps extends StartProps {
  project: ProjectFigures
  network: NetworkReading | null
  /** Opens Hyperstaking; absent where there is no such tab. */
  onDusk?: () => void
}

const steps = ['hold', 'stack', 'paid'] as const

/** For users without an account yet: what they would earn, how, and two ways to start. */
export function PopupWelcome({ project, network, onDusk, ...start }: WelcomeProps) {
  const { t, f } = useWords()
  const screens = useScreens()
  const { env } = start
  const life = lifeOf(network, env)
  const isOver = !takesNewcomers(life)
  const rates = rateRange(network)
  const { minimumSats: minimum } = network ?? exampleNetwork
  return (
    <div class="stack">
      <section class="welcome">
        <h1>{t(isOver ? `life.${life}.title` : 'welcome.title')}</h1>
        {isOver ? (
          <p>{t(`life.${life}.newcomer`)}</p>
        ) : (
          <>
            {rates && (
              <p class="answer">
                {t('welcome.answer', {
                  low: f.percent(rates.low, 1),
                  high: f.percent(rates.high, 0),
                })}
              </p>
            )}
            <ol class="steps-3">
              {steps.map((step) => (
                <li key={step}>
                  <strong>{t(`welcome.${step}`)}</strong> {t(`welcome.${step}.more`)}
                </li>
              ))}
            </ol>
            {minimum.known && (
              <p class="note">{t('welcome.minimum', { minimum: f.sats(minimum.value) })}</p>
            )}
          </>
        )}
        <p class="links">
          {!isOver && env.network === 'mainnet' && (
            <>
              <ExternalLink href={outsideLinks.getSbtc}>{t('link.getSbtc')}</ExternalLink>
              <ExternalLink href={outsideLinks.stackStx}>{t('link.stackStx')}</ExternalLink>
            </>
          )}
          {env.openWelcome && (
            <button type="button" class="link" onClick={env.openWelcome}>
              {t('welcome.more')}
            </button>
          )}
          {onDusk && (
            <button type="button" class="link" onClick={onDusk}>
              {t('welcome.dusk')}
            </button>
          )}
        </p>
      </section>
      {!isOver && screens && <screens.Calculator project={project} network={network} />}
      <p class="note">{t('welcome.safe')}</p>
      <div class="foot start">
        <StartActions {...start} />
      </div>
    </div>
  )
}
