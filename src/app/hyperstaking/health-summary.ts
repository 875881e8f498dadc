import type { DuskReading } from './dusk-reading.ts'
import type { PoolSummary } from './pool-summary.ts'
import { countFaults, sumStake } from './pool-sums.ts'

/** How a pool is, in one line; null: not known. */
export interface HealthSummary {
  /** `ill`: something delays its holders or costs them; `unsure`: a part is not known. */
  state: 'well' | 'ill' | 'unsure'
  activeLux: bigint | null
  /** Of its keys, soft and hard. */
  faults: number | null
  isPaused: boolean | null
  /** Whether the network takes calls of the pool's contract. */
  isOpen: boolean | null
}

/** What a holder has to know of a pool before anything else. */
export function summarizePoolHealth(
  { keys, paused, open }: PoolSummary,
  { callsOpen }: Pick<DuskReading, 'callsOpen'>,
): HealthSummary {
  const calls = callsOpen.known ? open : callsOpen
  const health = {
    activeLux: keys.known ? sumStake(keys.value, 'active') : null,
    faults: keys.known ? countFaults(keys.value) : null,
    isPaused: paused.known ? paused.value : null,
    isOpen: calls.known ? calls.value : null,
  }
  const isIll =
    health.activeLux === 0n ||
    (health.faults ?? 0) > 0 ||
    health.isPaused === true ||
    health.isOpen === false
  const isWell = health.faults === 0 && health.isPaused === false && health.isOpen === true
  if (isIll) return { state: 'ill', ...health }
  return { state: isWell ? 'well' : 'unsure', ...health }
}
