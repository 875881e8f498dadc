import { useWords } from '../hooks/use-words.ts'
import { StartActions, type StartProps } from '../popup/start-actions.tsx'

const steps = ['stake', 'earn', 'claim'] as const

/** For someone without an account: three steps, and how to begin. */
export function StakingWelcome(start: StartProps) {
  const { t } = useWords()
  return (
    <section class="welcome">
      <h1>{t('staking.welcome')}</h1>
      <ol class="steps-3">
        {steps.map((step) => (
          <li key={step}>{t(`staking.step.${step}`)}</li>
        ))}
      </ol>
      <StartActions {...start} />
    </section>
  )
}
