import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { Ranges } from '../../../chain/dusk/activations.ts'
import type { Known } from '../../../chain/known.ts'
import { U64_MAX } from '../../../protocol/hyperstaking/core/units.ts'
import { hasPosition, noticeKey, poolName } from './find-pool-notices.ts'

/** When calls are closed, by the heights that the node tells: of all contracts, and of one pool. */
export interface ReadClosings {
  all: Ranges | null
  /** By the pool's id. */
  shades: ReadonlyMap<string, Ranges | null>
}

type Change = { closed: boolean; height: bigint }

/**
 * What changed after `before` and up to `now`, by the heights themselves: an interruption while no
 * one looked is told, and no change twice. `was`: what an earlier reading said, since a node may
 * name a range only after it began.
 */
const changesOf = (
  ranges: Ranges,
  heights: { before: bigint; now: bigint },
  was: Known<boolean>,
): Change[] => {
  const { before, now } = heights
  const passed = (height: bigint): boolean => before < height && height <= now
  const current = ranges.find(([from, to]) => from <= now && now <= to)
  const changes = ranges.flatMap(([from, to]): Change[] => [
    ...(passed(from) ? [{ closed: true, height: from }] : []),
    ...(to < U64_MAX && passed(to + 1n) ? [{ closed: false, height: to + 1n }] : []),
  ])
  const isOpen = current === undefined
  if (changes.length === 0 && was.known && was.value !== isOpen)
    return [{ closed: !isOpen, height: current ? current[0] : now }]
  return changes.sort((one, other) => Number(one.height - other.height))
}

/** News of the network's closing all contracts, or a pool that the account has something in. */
export function findClosings(
  before: DuskReading,
  after: DuskReading,
  { all, shades }: ReadClosings,
): DuskNotice[] {
  const heights = { before: before.height, now: after.height }
  const { network } = after
  const general = all ? changesOf(all, heights, before.callsOpen) : []
  const ofAll = general.map(({ closed, height }): DuskNotice => {
    const kind = closed ? 'calls-closed' : 'calls-open'
    return { key: noticeKey(network, kind, height), kind, pool: null, height, lux: null }
  })
  const ofPools = after.pools.filter(hasPosition).flatMap((pool): DuskNotice[] => {
    const ranges = shades.get(pool.id)
    const earlier = before.pools.find(({ id }) => id === pool.id)
    if (!ranges || !earlier) return []
    // What closes all contracts is reported as that.
    const was: Known<boolean> =
      before.callsOpen.known && before.callsOpen.value
        ? earlier.open
        : { known: false, reason: 'not-read' }
    return changesOf(ranges, heights, was).map(({ closed, height }) => {
      const kind = closed ? 'shaded' : 'unshaded'
      const key = noticeKey(network, kind, pool.id, height)
      return { key, kind, pool: poolName(pool), height, lux: null }
    })
  })
  return [...ofAll, ...ofPools]
}
