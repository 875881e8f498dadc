import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import type { DuskClient } from '../../../chain/dusk/client.ts'
import { readSlashEvents } from '../../../chain/dusk/slash-events.ts'
import { isPunished, noticeKey, poolName } from './find-pool-notices.ts'

/** Blocks after which one cannot be undone any more. */
const FINAL_AFTER = 10n
/** A longer span would bring more events of rewards than one answer can hold. */
const LONGEST_SPAN = 2_160n

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
 * The punishments in a span, and whether it need be watched no longer. Without the node's archive
 * nothing is told of them here: the pool's health shows them.
 */
export async function findSlashes(
  client: DuskClient,
  { network, height }: Pick<DuskReading, 'network' | 'height'>,
  pool: PoolSummary,
  watch: SlashWatch,
): Promise<{ notices: DuskNotice[]; over: boolean }> {
  const [from, until] = watch.split(' ').map((text) => BigInt(text)) as [bigint, bigint]
  // A local network that was started anew counts from its own heights.
  if (!pool.keys.known || until > height || height - from > LONGEST_SPAN)
    return { notices: [], over: pool.keys.known }
  const told = await readSlashEvents(
    client,
    new Set(pool.keys.value.map(({ account }) => account)),
    from,
  )
  if (!told.known) return { notices: [], over: told.reason === 'not-offered' }
  const notices = told.value.map(({ key, height: at, kind, lux }): DuskNotice => ({
    key: noticeKey(network, 'slash', pool.id, key),
    kind: kind === 'locked' ? 'slash' : 'burn',
    pool: poolName(pool),
    height: at,
    lux,
  }))
  return { notices, over: height >= until + FINAL_AFTER }
}
