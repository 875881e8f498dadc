import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import { holdingIn } from '../../../app/hyperstaking/pool-sums.ts'
import type { PoolEvent } from '../../../chain/dusk/pool-events.ts'
import { isPunished } from './is-punished.ts'

export const poolName = ({ id, name: called }: PoolSummary) => ({ id, name: called })
export const noticeKey = (...parts: (string | bigint | number)[]): string =>
  `dusk:${parts.join(':')}`

/** Whether the account has something in the pool: only then is its news announced. */
export const hasPosition = ({ position }: PoolSummary): boolean =>
  position !== null && position.value.known && position.value.value > 0n

/**
 * Warnings of provisioners between two readings of the same network: the chain prints no event of
 * them. What a fault has cost, the stake contract tells in one (find-slashes.ts).
 */
export const findWarnings = (before: DuskReading, after: DuskReading): DuskNotice[] =>
  after.pools.filter(hasPosition).flatMap((pool): DuskNotice[] => {
    const earlier = before.pools.find(({ id }) => id === pool.id)
    if (!earlier?.keys.known || !pool.keys.known) return []
    const keys = earlier.keys.value
    return pool.keys.value.flatMap((key): DuskNotice[] => {
      const same = keys.find(({ account }) => account === key.account)
      if (!same || key.faults <= same.faults || isPunished(same, key)) return []
      return [
        {
          key: noticeKey(after.network, 'warned', pool.id, key.account, key.faults, before.height),
          kind: 'warned',
          pool: poolName(pool),
          height: after.height,
          lux: null,
        },
      ]
    })
  })

/**
 * Pools in which what the account has fell below its threshold between two readings, without being
 * all taken out.
 */
export const findFalls = (
  before: DuskReading,
  after: DuskReading,
  threshold: bigint | null,
): DuskNotice[] =>
  threshold === null
    ? []
    : after.pools.filter(hasPosition).flatMap((pool): DuskNotice[] => {
        const earlier = before.pools.find(({ id }) => id === pool.id)
        const [had, has] = [holdingIn(earlier ?? pool), holdingIn(pool)]
        if (had < threshold || has >= threshold) return []
        const key = noticeKey(after.network, 'below', pool.id, before.height)
        return [{ key, kind: 'below', pool: poolName(pool), height: after.height, lux: has }]
      })

/**
 * What a pool's events in final blocks tell its holders. The holder's part of a reward is about its
 * part of the pool now: exactly what a share gained cannot be told from the event alone.
 */
export const noticesOf = (
  network: string,
  pool: PoolSummary,
  events: readonly PoolEvent[],
): DuskNotice[] => {
  const value = pool.position?.value.known ? pool.position.value.value : 0n
  return events.flatMap((event): DuskNotice[] => {
    const { height } = event
    if (event.topic === 'pause') {
      const kind = event.data.paused ? 'paused' : 'resumed'
      const key = noticeKey(network, kind, event.key)
      return [{ key, kind, pool: poolName(pool), height, lux: null }]
    }
    if (event.topic !== 'reward' || event.data.amount === 0n) return []
    const { amount, feeTotal: fee, totalStake: total } = event.data
    const lux = total > 0n && amount > fee ? ((amount - fee) * value) / total : null
    const key = noticeKey(network, 'reward', event.key)
    return [{ key, kind: 'reward', pool: poolName(pool), height, lux }]
  })
}
