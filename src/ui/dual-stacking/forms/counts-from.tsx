import type { CycleCalendar } from '../../../app/dual-stacking/cycle-calendar.ts'
import { MS_PER_BLOCK } from '../../../words/format/time.ts'
import { useWords } from '../../hooks/use-words.ts'

interface CountsFromProps {
  cycle: number
  calendar: CycleCalendar
  now: number
}

/** The cycle from which an enrollment counts, when that starts, and when it is first paid. */
export function CountsFrom({
  cycle,
  calendar: { toNextCycle, toNextPayment },
  now,
}: CountsFromProps) {
  const { t, f } = useWords()
  const next = f.integer(cycle + 1)
  return (
    <>
      {toNextCycle > 0
        ? t('effects.fromCycle', {
            cycle: next,
            blocks: t('blocks', { count: toNextCycle }),
            time: f.blockTime(toNextCycle),
          })
        : t('effects.fromCycleDue', { cycle: next })}{' '}
      {toNextPayment > 0 &&
        t('effects.firstPayment', { day: f.day(now + toNextPayment * MS_PER_BLOCK, now) })}
    </>
  )
}
