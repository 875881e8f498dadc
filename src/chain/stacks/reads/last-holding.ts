import * as v from 'valibot'
import { known } from '../../known.ts'
import { clUint } from '../clarity.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { Reader } from '../source.ts'
import { readHolding } from './holding.ts'

/** How often a cycle may have been begun anew; nothing above it is looked for. */
const MOST_ROLLBACKS = 5

/** Whether a snapshot was taken in a cycle under this rollback id; an unread one counts as not. */
const hasSnapshot = async (
  reader: Reader,
  cycle: number,
  rollbackId: number,
  blocks: number,
): Promise<boolean> => {
  const data = await readFirstAvailable(reader, [
    {
      read: 'get-snapshot-data',
      args: [clUint(cycle), clUint(rollbackId), clUint(0)],
      schema: v.unknown(),
      blocks,
    },
  ])
  return data.known && data.value !== null
}

/**
 * Reads what was captured for an address in a past cycle: in v2, whose cycles can be begun anew
 * (rolled back) and keep the holdings of each go, from the last go that took a snapshot.
 */
export const readLastHolding = async (
  reader: Reader,
  address: string,
  cycle: number,
  blocks: number,
): ReturnType<typeof readHolding> => {
  const first = await readHolding(reader, address, { id: cycle, rollbackId: 0 }, blocks)
  const isRolledBack = reader.capabilities.maps.includes('participant-holdings-per-cycle')
  if (!isRolledBack || !first.known || first.value?.rewarded) return first
  const later = Array.from({ length: MOST_ROLLBACKS }, (_, index) => index + 1)
  const taken = await Promise.all(later.map((id) => hasSnapshot(reader, cycle, id, blocks)))
  const last = taken.lastIndexOf(true) + 1
  if (last === 0) return first
  const holding = await readHolding(reader, address, { id: cycle, rollbackId: last }, blocks)
  return holding.known ? known(holding.value) : holding
}
