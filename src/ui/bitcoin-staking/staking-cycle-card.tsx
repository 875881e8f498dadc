import { cycleTimelineOf, type CycleTimeline } from '../../app/bitcoin-staking/cycle-timeline.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { Words } from '../../words/create-words.ts'
import { CycleLine } from '../charts/cycle-line.tsx'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { Term } from '../parts/term.tsx'
import { Unknown } from '../parts/unknown.tsx'
import { timeOfHeight } from './staking-times.ts'

const steps = ['first', 'second', 'prepare'] as const

/** The running cycle: its halves, the prepare phase, and how long changes are possible. */
export function StakingCycleCard({
  programme,
  now,
}: {
  programme: NonNullable<StakingState['programme']>
  now: number
}) {
  const words = useWords()
  const { t, f } = words
  const at = cycleTimelineOf(programme)
  if (at === null)
    return (
      <Card
        title={t('cycle.title.unknown')}
        aside={<Unknown reason={programme.cycle.known ? 'not-read' : programme.cycle.reason} />}
      >
        {null}
      </Card>
    )
  return (
    <Card title={t('staking.cycle', { cycle: f.integer(at.cycle) })} aside={aside(words, at)}>
      <CycleLine at={at} label={label(words, at)} />
      <ol class="phases">
        {steps.map((step) => (
          <li
            key={step}
            class={step === at.step ? 'now' : undefined}
            aria-current={step === at.step ? 'step' : undefined}
          >
            <Term of={step === 'prepare' ? 'prepare' : 'half'}>{t(`staking.cycle.${step}`)}</Term>
          </li>
        ))}
        <li>
          {t('staking.cycle.ends', {
            date: f.day(timeOfHeight(at.end, at.burnHeight, now), now),
          })}
        </li>
      </ol>
      {at.calculation === 'due' && <p class="note">{t('staking.cycle.due')}</p>}
    </Card>
  )
}

const aside = ({ t, f }: Words, { step, prepare, end, burnHeight }: CycleTimeline): string =>
  step === 'prepare'
    ? t('staking.cycle.preparing', { time: f.blockTime(Number(end - burnHeight)) })
    : t('staking.cycle.toPrepare', { time: f.blockTime(Number(prepare - burnHeight)) })

const label = ({ t, f }: Words, { cycle, start, end, burnHeight, step, prepare }: CycleTimeline) =>
  t('staking.cycle.label', {
    cycle: f.integer(cycle),
    at: f.integer(burnHeight - start),
    total: f.integer(end - start),
    step: t(`staking.cycle.${step}`),
    prepare: f.integer(prepare),
  })
