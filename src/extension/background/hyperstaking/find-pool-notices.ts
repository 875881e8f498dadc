import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import type { DuskClient } from '../../../chain/dusk/client.ts'
import { type EventPlace, readPoolEvents } from '../../../chain/dusk/pool-events.ts'

export const poolName = ({ id, name: called }: PoolSummary) => ({ id, name: called })
export const noticeKey = (...parts: (string | bigint | number)[]): string =>
  `dusk:${parts.join(':')}`

/**
 * What changed between two readings of the same network; the keys follow from what was read, so
 * that the same change is the same notice.
 */
export function findPoolChanges(before: DuskReading, after: DuskReading): DuskNotice[] {
  const notices: DuskNotice[] = []
  const { height } = after
  if (
    before.callsOpen.known &&
    after.callsOpen.known &&
    before.callsOpen.value !== after.callsOpen.value
  ) {
    const kind = after.callsOpen.value ? 'calls-open' : 'calls-closed'
    notices.push({
      key: noticeKey(after.network, kind, before.height),
      kind,
      pool: null,
      height,
      lux: null,
    })
  }
  for (const pool of after.pools) {
    const earlier = before.pools.find(({ id }) => id === pool.id)
    if (!earlier || !hasPosition(pool)) continue
    if (earlier.paused.known && pool.paused.known && earlier.paused.value !== pool.paused.value) {
      const kind = pool.paused.value ? 'paused' : 'resumed'
      notices.push({
        key: noticeKey(after.network, kind, pool.id, before.height),
        kind,
        pool: poolName(pool),
        height,
        lux: null,
      })
    }
    if (earlier.keys.known && pool.keys.known)
      notices.push(...keyChanges(after, pool, before.height, earlier.keys.value, pool.keys.value))
  }
  return notices
}

type Keys = Extract<PoolSummary['keys'], { known: true }>['value']

/**
 * Whether a key looks as if it has been punished between two readings: suspended, or more of it
 * locked. Its own pool's work may look the same.
 */
export const isPunished = (before: Keys[number], after: Keys[number]): boolean =>
  after.hardFaults > before.hardFaults ||
  (after.eligibility ?? 0n) > (before.eligibility ?? 0n) ||
  after.locked > before.locked

function keyChanges(
  { network, height }: DuskReading,
  pool: PoolSummary,
  before: bigint,
  earlierKeys: Keys,
  after: Keys,
): DuskNotice[] {
  return after.flatMap((key): DuskNotice[] => {
    const earlier = earlierKeys.find(({ account }) => account === key.account)
    if (!earlier) return []
    const found: DuskNotice[] = []
    // What a fault has cost, the stake contract tells in an event (slashes.ts); a warning it does
    // not tell.
    if (key.faults > earlier.faults && !isPunished(earlier, key)) {
      found.push({
        key: noticeKey(network, 'warned', pool.id, key.account, key.faults, before),
        kind: 'warned',
        pool: poolName(pool),
        height,
        lux: null,
      })
    }
    if (
      earlier.state === 'active' &&
      key.state !== 'active' &&
      !after.some(({ state }) => state === 'active')
    ) {
      found.push({
        key: noticeKey(network, 'inactive', pool.id, key.account, key.eligibility ?? 0n),
        kind: 'inactive',
        pool: poolName(pool),
        height,
        lux: null,
      })
    }
    return found
  })
}

/** Whether the account has something in the pool: only then are its news told. */
export const hasPosition = ({ position }: PoolSummary): boolean =>
  position !== null && position.value.known && position.value.value > 0n

/**
 * Rewards that a pool has had in final blocks since a place, and where reading has come to. The
 * holder's part is about its part of the pool now: exactly what a share gained cannot be told from
 * the event alone. Null when the node has no archive or did not answer.
 */
export async function findPoolRewards(
  client: DuskClient,
  network: string,
  pool: PoolSummary,
  from: EventPlace,
): Promise<{ notices: DuskNotice[]; place: EventPlace } | null> {
  const read = await readPoolEvents(client, pool, from)
  if (!read.known) return null
  const value = pool.position?.value.known ? pool.position.value.value : 0n
  const notices = read.value.events.flatMap((event): DuskNotice[] => {
    if (event.topic !== 'reward' || event.data.amount === 0n) return []
    const { amount, feeTotal: fee, totalStake: total } = event.data
    const lux = total > 0n && amount > fee ? ((amount - fee) * value) / total : null
    return [
      {
        key: noticeKey(network, 'reward', event.key),
        kind: 'reward',
        pool: poolName(pool),
        height: event.height,
        lux,
      },
    ]
  })
  return { notices, place: read.value.place }
}
