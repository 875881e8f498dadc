import type { DuskReading } from '../../app/hyperstaking/dusk-reading.ts'
import { callBlocker } from '../../app/hyperstaking/pool-blockers.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'

interface PoolTroubleProps {
  reading: DuskReading
  pool: PoolSummary | undefined
}

/** All that is wrong with the network or the pool, in one notice. */
export function PoolTrouble({ reading, pool }: PoolTroubleProps) {
  const { t } = useWords()
  const { callsOpen, warnings } = reading
  const isClosed = callsOpen.known && !callsOpen.value
  const sentences = [
    ...(isClosed ? [t('hyper.closed')] : []),
    ...(pool && callBlocker(reading, pool) === 'shaded' ? [t('hyper.shaded')] : []),
    ...(warnings.known ? warnings.value.map((code) => t(`hyper.warning.${code}`)) : []),
  ]
  if (sentences.length === 0) return null
  return (
    <Callout tone="bad">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Callout>
  )
}
