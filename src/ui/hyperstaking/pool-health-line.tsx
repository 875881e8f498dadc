import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { HealthSummary } from '../../app/hyperstaking/health-summary.ts'
import { useWords } from '../hooks/use-words.ts'

const tones = { well: 'good', ill: 'bad', unsure: 'muted' } as const

/** How a pool is in one line; what is not known is left out, and makes it "partly unknown". */
export function PoolHealthLine({ health }: { health: HealthSummary }) {
  const { t, f } = useWords()
  const { state, activeLux, faults, isPaused, isOpen } = health
  const parts = [
    activeLux !== null && t('hyper.health.staked', { amount: duskAmount(f, activeLux, 'about') }),
    faults !== null &&
      (faults === 0
        ? t('hyper.health.faults.none')
        : t('hyper.health.faults.some', { count: faults })),
    isPaused !== null &&
      t(isPaused ? 'hyper.health.deposits.paused' : 'hyper.health.deposits.open'),
    isOpen === false && t('hyper.health.network.closed'),
  ]
  return (
    <p>
      <b class={tones[state]}>{t(`hyper.health.${state}`)}</b>
      {parts.filter(Boolean).map((part) => ` · ${part}`)}
    </p>
  )
}
