import type { ComponentChildren } from 'preact'
import { enrollmentOf, type Enrollment } from '../../app/dual-stacking/enrollment.ts'
import type { Known } from '../../chain/known.ts'
import type { AccountReading, CycleReading } from '../../chain/stacks/readings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Unknown } from '../parts/unknown.tsx'

const pills: Record<
  Enrollment,
  { tone: 'good' | 'wait' | 'none'; key: 'enrolled' | 'leaving' | 'not' | 'unknown' }
> = {
  both: { tone: 'good', key: 'enrolled' },
  joining: { tone: 'good', key: 'enrolled' },
  next: { tone: 'good', key: 'enrolled' },
  leaving: { tone: 'wait', key: 'leaving' },
  none: { tone: 'none', key: 'not' },
  'not-next': { tone: 'none', key: 'not' },
  unknown: { tone: 'none', key: 'unknown' },
}

interface StatusProps {
  reading: AccountReading | null
  cycle: Known<CycleReading>
  /** The address is being read for the first time. */
  first: boolean
}

/** In which cycles the address counts. */
export function EnrollmentStatus({ reading, cycle, first }: StatusProps) {
  const { t, f } = useWords()
  if (first)
    return (
      <div class="status" role="status">
        <span class="sr">{t('age.refreshing')}</span>
        <span class="skeleton" />
      </div>
    )
  const enrollment = enrollmentOf(reading)
  const pill = pills[enrollment]
  const blacklisted = reading?.blacklisted.known && reading.blacklisted.value
  return (
    <div class="status" role="status">
      <span class={`pill ${blacklisted ? 'bad' : pill.tone}`}>
        {blacklisted ? t('status.blacklisted') : t(`status.pill.${pill.key}`)}
      </span>
      <span>{blacklisted ? t('status.blacklisted.why') : about()}</span>
    </div>
  )

  function about(): ComponentChildren {
    if (enrollment !== 'unknown') return sentence(enrollment)
    const next = reading?.enrolledNextCycle
    return <Unknown reason={next && !next.known ? next.reason : 'not-read'} />
  }

  function sentence(shown: Exclude<typeof enrollment, 'unknown'>): string {
    if (!cycle.known) return t(`status.plain.${shown}`)
    const { id } = cycle.value
    return t(`status.${shown}`, { cycle: f.integer(id), next: f.integer(id + 1) })
  }
}
