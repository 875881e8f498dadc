import { type Known, known, unknown } from '../../chain/known.ts'
import { MOST_FLOWS, type PoolHistory, positionOverTime } from './pool-history.ts'
import type { PoolSummary } from './pool-summary.ts'

/**
 * What an account has earned in a pool, in LUX: what it has there, and has taken out, less what it
 * put in. Unknown while events are still read, where there are more than are kept, and where shares
 * came or went otherwise than through the pool. `height`: the block of the pool's reading.
 */
export function earnedInPool(
  history: PoolHistory | undefined,
  { rate, position }: Pick<PoolSummary, 'rate' | 'position'>,
  height: bigint,
): Known<bigint> {
  const worth = position?.value
  if (!worth?.known) return worth ?? unknown('not-read')
  if (!rate.known) return rate
  if (!history?.complete) return unknown('not-read')
  if (history.flows.length === 0 || history.flows.length >= MOST_FLOWS)
    return unknown('not-offered')
  const points = positionOverTime(history, { rate: rate.value, lux: worth.value, height })
  if (!points.known) return points
  return known(
    history.flows.reduce(
      (sum, { direction, lux }) => (direction === 'in' ? sum - lux : sum + lux),
      worth.value,
    ),
  )
}
