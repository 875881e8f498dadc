import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import type { DuskClient } from '../../../chain/dusk/client.ts'
import { punishmentsAt } from '../../../chain/dusk/slash-events.ts'
import { isPunished, noticeKey, poolName } from './find-pool-notices.ts'

/** Blocks after which one cannot be undone any more. */
const FINAL_AFTER = 10n
/** A longer span is not gone through block by block. */
const LONGEST_SPAN = 2_160n
/** Blocks that one refresh looks at: each is a request. */
const BLOCKS_AT_ONCE = 6

/**
 * Heights between which a pool's keys have changed as a punishment would: `from until`, kept until
 * its events are final.
 */
export type SlashWatch = string

/** What to look for after a reading: the span so far, widened when the keys have changed again. */
export function nextSlashWatch(
  kept: SlashWatch | undefined,
  before: PoolSummary | undefined,
  pool: PoolSummary,
  heights: { before: bigint; now: bigint },
): SlashWatch | null {
  const [from] = (kept ?? '').split(' ')
  const changed =
    before?.keys.known &&
    pool.keys.known &&
    pool.keys.value.some(
      (key) =>
        before.keys.known &&
        before.keys.value.some(
          (earlier) => earlier.account === key.account && isPunished(earlier, key),
        ),
    )
  if (changed) return `${from || heights.before} ${heights.now}`
  return kept ?? null
}

/**
 * The punishments in a span as far as its blocks are final, a few blocks at a time, and what is
 * left to look at; null when nothing is. Without the node's archive nothing is told of them here:
 * the pool's health shows them.
 */
export async function findSlashes(
  client: DuskClient,
  { network, height }: Pick<DuskReading, 'network' | 'height'>,
  pool: PoolSummary,
  watch: SlashWatch,
): Promise<{ notices: DuskNotice[]; next: SlashWatch | null }> {
  const [from, until] = watch.split(' ').map((text) => BigInt(text)) as [bigint, bigint]
  // A local network that was started anew counts from its own heights.
  if (!pool.keys.known || until > height || until - from > LONGEST_SPAN)
    return { notices: [], next: pool.keys.known ? null : watch }
  const keys = new Set(pool.keys.value.map(({ account }) => account))
  const notices: DuskNotice[] = []
  let at = from
  for (let read = 0; read < BLOCKS_AT_ONCE && at <= until && at + FINAL_AFTER <= height; read++) {
    const told = await punishmentsAt(client, keys, at)
    if (!told.known) {
      const hopeless = told.reason === 'not-offered'
      return { notices, next: hopeless ? null : `${at} ${until}` }
    }
    for (const { key, height: when, kind, lux } of told.value)
      notices.push({
        key: noticeKey(network, 'slash', pool.id, key),
        kind: kind === 'locked' ? 'slash' : 'burn',
        pool: poolName(pool),
        height: when,
        lux,
      })
    at += 1n
  }
  return { notices, next: at > until ? null : `${at} ${until}` }
}
