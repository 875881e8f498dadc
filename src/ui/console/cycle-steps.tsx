import type { CycleReading } from '../../chain/stacks/readings.ts'
import { useWords } from '../hooks/use-words.ts'

const steps = ['snapshots', 'ratio', 'weights', 'enable', 'pay', 'next'] as const

/** Index of the step that belongs to a phase. */
const stepOf: Record<CycleReading['phase'], number> = {
  inactive: -1,
  snapshots: 0,
  buffer: 0,
  concluded: 1,
  'ratio-proposed': 1,
  'ratio-validated': 2,
  weights: 3,
  distributing: 4,
  finalized: 5,
}

/** The steps of a cycle: completed ones and the current one. */
export function CycleSteps({ cycle }: { cycle: CycleReading }) {
  const { t } = useWords()
  const now = stepOf[cycle.phase]
  return (
    <ol class="cycle-steps" aria-label={t('console.steps')}>
      {steps.map((step, i) => (
        <li key={step} class={classOf(i)} aria-current={i === now ? 'step' : undefined}>
          {step === 'snapshots'
            ? t('console.step.snapshots', { count: cycle.snapshotsPerCycle })
            : t(`console.step.${step}`)}
          {i < now && (
            <>
              {' '}
              <span aria-hidden="true">✓</span>
              <span class="sr">{t('console.stepDone')}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  )

  function classOf(i: number): string | undefined {
    if (i === now) return 'now'
    return i < now ? 'done' : undefined
  }
}
