import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import { holdingIn } from '../../../app/hyperstaking/pool-sums.ts'
import { duskLedgerItem, duskSettingsItem } from '../../../app/hyperstaking/stored-items.ts'
import type { Ranges } from '../../../chain/dusk/activations.ts'
import type { DuskClient } from '../../../chain/dusk/client.ts'
import { readPunishments } from '../../../chain/dusk/slash-events.ts'
import { BLOCKS_PER_DAY } from '../../../protocol/hyperstaking/core/epoch.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { correctPoolNotices } from './announce-pool-notices.ts'
import type { ReadClosings } from './find-closings.ts'
import { noticeKey } from './find-pool-notices.ts'

/** Blocks of punishments that one refresh reads again. */
const MOST_BLOCKS = 4

interface Doubts {
  client: DuskClient
  reading: DuskReading
  closings: ReadClosings
}

/**
 * Compares what another node has told with the node in use, once for each node: what this one's
 * state or blocks do not show is gone. What it cannot tell yet is compared later. News that are a
 * pool's own events are compared as these are read (withdraw-pool-notices.ts).
 */
export async function doubtPoolNotices(
  store: ItemStore,
  { client, reading, closings }: Doubts,
  outdated: () => boolean,
): Promise<void> {
  const node = client.bases.join(' ')
  const prefix = noticeKey(reading.network, '')
  const others = Object.values(store.get(duskLedgerItem))
    .filter((entry) => entry.node !== undefined && entry.node !== node && !entry.gone)
    .map(({ notice }) => notice)
    .filter(({ key }) => key.startsWith(prefix))
  if (others.length === 0) return
  const threshold = store.get(duskSettingsItem).alerts.below
  const judged = new Map<string, boolean>()
  for (const notice of others) {
    const stands = isShown(notice, { reading, closings, threshold })
    if (stands !== null) judged.set(notice.key, stands)
  }
  for (const [key, stands] of await readAgain(client, reading, others)) judged.set(key, stands)
  if (outdated() || judged.size === 0) return
  await correctPoolNotices(store, (ledger) => ({
    ...ledger,
    ...Object.fromEntries(
      [...judged].flatMap(([key, stands]) => {
        const entry = ledger[key]
        return entry ? [[key, { ...entry, node, gone: !stands }] as const] : []
      }),
    ),
  }))
}

interface Shown {
  reading: DuskReading
  closings: ReadClosings
  threshold: bigint | null
}

/** Whether a node's state shows what a notice says; null: it does not tell, or not yet. */
function isShown(
  { key, kind, pool: of, height }: DuskNotice,
  { reading, closings, threshold }: Shown,
): boolean | null {
  // A node that is a little behind comes to it; no chain is a day ahead of itself.
  if (height > reading.height) return height > reading.height + BLOCKS_PER_DAY ? false : null
  const pool = reading.pools.find(({ id }) => id === of?.id)
  const keys = pool?.keys.known ? pool.keys.value : null
  switch (kind) {
    case 'calls-closed':
    case 'calls-open':
      return closings.all && isChange(closings.all, kind === 'calls-closed', height)
    case 'shaded':
    case 'unshaded': {
      const ranges = closings.shades.get(of?.id ?? '')
      return ranges ? isChange(ranges, kind === 'shaded', height) : null
    }
    case 'warned': {
      // Its key names the provisioner and the counter, of which the chain keeps no history.
      const [account, faults] = key.split(':').slice(-3)
      const same = keys?.find((each) => each.account === account)
      return keys && (same?.faults ?? 0) >= Number(faults)
    }
    case 'inactive':
      return keys && !keys.some(({ state }) => state === 'active')
    case 'below':
      if (!pool?.position?.value.known) return null
      return threshold === null || holdingIn(pool) < threshold
    default:
      return null
  }
}

/** Whether calls may have been closed, or opened again, at a height. */
const isChange = (ranges: Ranges, closes: boolean, height: bigint): boolean => {
  const isClosed = ranges.some(([from, to]) => from <= height && height <= to)
  return closes ? isClosed : !isClosed && ranges.some(([, to]) => to < height)
}

/** Whether the blocks of punishments have them: what is read of them in one refresh. */
async function readAgain(
  client: DuskClient,
  { network, final }: DuskReading,
  others: readonly DuskNotice[],
): Promise<Map<string, boolean>> {
  const judged = new Map<string, boolean>()
  const told = others.filter(
    ({ kind, height }) => (kind === 'slash' || kind === 'burn') && height <= final,
  )
  const heights = [...new Set(told.map(({ height }) => height))].slice(0, MOST_BLOCKS)
  for (const height of heights) {
    const here = told.filter((notice) => notice.height === height)
    const keys = new Set(here.map(({ key }) => key.split(':').at(-2)!))
    const read = await readPunishments(client, keys, { from: height, until: height })
    if (!read.known) continue
    for (const { key, pool } of here)
      judged.set(
        key,
        read.value.slashes.some(
          (slash) => noticeKey(network, 'slash', pool!.id, slash.key) === key,
        ),
      )
  }
  return judged
}
