import { useId, useState } from 'preact/hooks'
import { cycleCalendar, type CycleCalendar } from '../../app/dual-stacking/cycle-calendar.ts'
import type { CycleReading, NetworkReading } from '../../chain/stacks/readings.ts'
import type { Words } from '../../words/create-words.ts'
import { MS_PER_BLOCK } from '../../words/format/time.ts'
import { CycleTicks } from '../charts/cycle-ticks.tsx'
import { useScreens } from '../hooks/use-screens.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { Unknown } from '../parts/unknown.tsx'

const shown = ['snapshots', 'calculation', 'payment'] as const

/** The phase that holders see for each of the contract's steps. */
const phases: Record<CycleCalendar['step'], (typeof shown)[number]> = {
  snapshots: 'snapshots',
  ratio: 'calculation',
  weights: 'calculation',
  payment: 'payment',
  done: 'payment',
}

interface CycleCardProps {
  network: NetworkReading | null
  /** Whether to show until when an enrollment counts in the next cycle. */
  inviting: boolean
  /** It is being read for the first time. */
  first: boolean
  now: number
}

/** The cycle as a timeline: snapshots taken, the next one, the steps after them, the payment. */
export function CycleCard({ network, inviting, first, now }: CycleCardProps) {
  const words = useWords()
  const { t, f } = words
  const [open, setOpen] = useState(false)
  const screens = useScreens()
  const id = useId()
  if (!network?.cycle.known) {
    return (
      <Card
        title={t('cycle.title.unknown')}
        aside={
          first ? (
            <span class="skeleton" />
          ) : (
            <Unknown reason={network && !network.cycle.known ? network.cycle.reason : 'not-read'} />
          )
        }
      >
        {network?.calendar && (
          <p class="muted">
            {t('cycle.nominal', {
              cycle: f.integer(network.calendar.id),
              time: f.blockTime(network.calendar.nextStartHeight - network.burnHeight),
            })}
          </p>
        )}
      </Card>
    )
  }
  const cycle = network.cycle.value
  if (cycle.phase === 'inactive') {
    const blocks = cycle.startHeight - network.burnHeight
    return (
      <Card title={t('cycle.title.inactive')}>
        <p class="muted">
          {blocks > 0
            ? t('cycle.starts', {
                blocks: t('blocks', { count: blocks }),
                time: f.blockTime(blocks),
              })
            : t('cycle.inactive')}
        </p>
      </Card>
    )
  }
  const at = cycleCalendar(cycle, network.burnHeight)
  const why = (
    <button
      type="button"
      class="ask"
      aria-expanded={open}
      aria-controls={id}
      onClick={() => setOpen(!open)}
    >
      {aside(words, at)}
    </button>
  )
  return (
    <Card title={t('cycle.title', { cycle: f.integer(cycle.id) })} aside={why}>
      <CycleTicks
        count={cycle.snapshotsPerCycle}
        taken={at.taken}
        partial={at.partial}
        label={label(words, cycle, at)}
      />
      <ol class="phases">
        {shown.map((step) => (
          <li
            key={step}
            class={step === phases[at.step] ? 'now' : undefined}
            aria-current={step === phases[at.step] ? 'step' : undefined}
          >
            {stepText(step)}
          </li>
        ))}
      </ol>
      <div id={id} hidden={!open}>
        {open && screens && (
          <screens.TimesExplanation cycle={cycle} burnHeight={network.burnHeight} />
        )}
      </div>
      {inviting && at.toNextCycle > 0 && (
        <p class="invite">
          {t('cycle.enrollBy', {
            cycle: f.integer(cycle.id + 1),
            time: inTime(now + surelyWithin(at.toNextCycle) * MS_PER_BLOCK),
            blocks: t('blocks', { count: at.toNextCycle }),
          })}
        </p>
      )}
    </Card>
  )

  /** A day is enough, and all that can be told, while it is not today or tomorrow. */
  function inTime(last: number): string {
    return last - now < 2 * DAY_MS ? f.dayAndTime(last) : f.day(last, now)
  }

  function stepText(step: (typeof shown)[number]): string {
    if (step === 'payment' && at.step === 'done') return t('cycle.step.paid')
    if (step === 'snapshots')
      return t('cycle.phase.snapshots', {
        taken: f.integer(at.taken),
        count: cycle.snapshotsPerCycle,
      })
    if (step === 'calculation') return t('cycle.phase.calculation')
    return step === 'payment' && at.toPayment > 0
      ? t('cycle.step.paymentAbout', { day: f.day(now + at.toPayment * MS_PER_BLOCK, now) })
      : t('cycle.step.payment')
  }
}

const DAY_MS = 86_400_000

/** Blocks scatter: two standard deviations earlier, someone who keeps to it is in time. */
const surelyWithin = (blocks: number): number => Math.max(0, blocks - 2 * Math.sqrt(blocks))

function aside({ t, f }: Words, at: CycleCalendar): string {
  if (at.toSnapshot === null) {
    if (at.toNextCycle <= 0) return t('cycle.nextDue')
    return t('cycle.nextIn', {
      blocks: t('blocks', { count: at.toNextCycle }),
      time: f.blockTime(at.toNextCycle),
    })
  }
  if (at.toSnapshot <= 0) return t('cycle.snapshotDue')
  return t('cycle.snapshotIn', {
    blocks: t('blocks', { count: at.toSnapshot }),
    time: f.blockTime(at.toSnapshot),
  })
}

const label = ({ t, f }: Words, cycle: CycleReading, at: CycleCalendar): string =>
  t('cycle.label', {
    taken: f.integer(at.taken),
    count: cycle.snapshotsPerCycle,
    step: t(`cycle.step.${at.step === 'done' ? 'paid' : at.step}`),
  })
