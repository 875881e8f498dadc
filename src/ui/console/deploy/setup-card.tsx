import type { ComponentChildren } from 'preact'
import type { WantedProgramme } from '../../../app/dual-stacking/programme/plan-budget.ts'
import {
  setupSteps,
  type SetupReading,
  type SetupStep,
} from '../../../app/dual-stacking/programme/setup-steps.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { describePlanned, describeSetup } from './describe-setup.ts'
import { SetupFold } from './setup-fold.tsx'
import { SetupForm, type SetupForms } from './setup-form.tsx'

interface SetupCardProps extends SetupForms {
  reading: SetupReading
  plan: WantedProgramme | null
  /** The next step of the cycle, which starts the first one. */
  nextStep: ComponentChildren
}

/**
 * What follows the deployments, step by step: each as the chain has it, so that it goes on where it
 * was left.
 */
export function SetupCard({ reading, plan, nextStep, ...forms }: SetupCardProps) {
  const words = useWords()
  const { t } = words
  const steps = setupSteps(reading, plan)
  const first = steps.find(({ state }) => state === 'todo')
  const missingSats = (plan?.budgetSats ?? 0n) - reading.poolSats
  return (
    <Card title={t('deploy.setup')}>
      <div class="stack">
        <p>{t('deploy.setup.what')}</p>
        <ol class="setup-steps">
          {steps.map((step) => (
            <li key={step.call} aria-current={step === first ? 'step' : undefined}>
              {step.state === 'todo' && step.call !== 'initialize-contract' ? (
                <SetupFold title={title(step)} isNow={step === first}>
                  {facts(step)}
                  <SetupForm {...forms} call={step.call} plan={plan} missingSats={missingSats} />
                </SetupFold>
              ) : (
                <>
                  <p>{title(step)}</p>
                  {facts(step)}
                  {step.state === 'todo' && nextStep}
                </>
              )}
            </li>
          ))}
        </ol>
        <p>
          {t(reading.isActive ? 'deploy.setup.complete' : 'deploy.setup.enroll')}{' '}
          <a href="#share">{t('console.section.share')}</a>
        </p>
      </div>
    </Card>
  )

  function title({ call, state, isOptional }: SetupStep): ComponentChildren {
    return (
      <>
        <strong>{t(`deploy.step.${call}`)}</strong>{' '}
        <span class={state === 'done' ? 'good' : 'muted'}>
          {t(isOptional && state === 'todo' ? 'deploy.state.optional' : `deploy.state.${state}`)}
        </span>
      </>
    )
  }

  function facts({ call, state }: SetupStep): ComponentChildren {
    const planned = plan && state === 'todo' ? describePlanned(words, call, plan) : null
    return (
      <>
        <p class="muted">
          {t('deploy.onChain', { value: describeSetup(words, call, reading) })}
          {planned && ` ${t('deploy.planned', { value: planned })}`}
        </p>
        {state === 'todo' && call !== 'initialize-contract' && (
          <p class="muted">{t(`deploy.why.${call}`)}</p>
        )}
        {state === 'wait' && <p class="muted">{t('deploy.why.wait')}</p>}
      </>
    )
  }
}
