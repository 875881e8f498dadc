import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskLedger } from '../../../app/hyperstaking/stored-items.ts'
import type { PoolEvent } from '../../../chain/dusk/pool-events.ts'
import { noticeKey } from './find-pool-notices.ts'

/** Kinds that a pool's own events in final blocks tell. */
const told: ReadonlySet<DuskNotice['kind']> = new Set(['reward', 'paused', 'resumed'])

/** Blocks of which every event of a pool was read; both ends are among them. */
export interface ReadBlocks {
  first: bigint
  last: bigint
}

/**
 * The blocks that a reading of events covers from end to end; null: none. `anew`: it began with the
 * first block; `final`: the last final block, up to which a complete reading goes.
 */
export function coveredBlocks(
  events: readonly Pick<PoolEvent, 'height'>[],
  { anew, complete, final }: { anew: boolean; complete: boolean; final: bigint },
): ReadBlocks | null {
  const [earliest, latest] = [events[0]?.height, events.at(-1)?.height]
  // What is in the same block as the first or the last event may be in another reading.
  const first = anew ? 0n : earliest !== undefined && earliest + 1n
  const last = complete ? final : latest !== undefined && latest - 1n
  return typeof first === 'bigint' && typeof last === 'bigint' && first <= last
    ? { first, last }
    : null
}

/**
 * The ledger once a pool's events in these blocks are known: a notice of an event that the node
 * knows nothing of is gone, one of an event that it tells is back. The same object when nothing
 * changes.
 */
export function withdrawPoolNotices(
  ledger: DuskLedger,
  { network, pool }: { network: string; pool: string },
  { blocks, known }: { blocks: ReadBlocks; known: readonly DuskNotice[] },
): DuskLedger {
  const keys = new Set(known.map(({ key }) => key))
  const isGone = ({ key, kind, height, pool: of }: DuskNotice): boolean | null => {
    const isRead =
      told.has(kind) &&
      of?.id === pool &&
      key.startsWith(noticeKey(network, '')) &&
      height >= blocks.first &&
      height <= blocks.last
    return isRead ? !keys.has(key) : null
  }
  const judged = new Map(
    Object.entries(ledger).map(([key, { notice }]) => [key, isGone(notice)] as const),
  )
  const changed = Object.entries(ledger).flatMap(([key, entry]) => {
    // A sum ends with its last reward.
    const sum = noticeKey(network, 'earned', '')
    const gone = judged.get(key.startsWith(sum) ? key.slice(sum.length) : key) ?? null
    return gone === null || gone === (entry.gone ?? false)
      ? []
      : [[key, { ...entry, gone }] as const]
  })
  return changed.length === 0 ? ledger : { ...ledger, ...Object.fromEntries(changed) }
}
