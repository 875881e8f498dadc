import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import type { SlashWatch } from '../../../app/hyperstaking/pool-watch.ts'
import type { DuskClient } from '../../../chain/dusk/client.ts'
import { readPunishments } from '../../../chain/dusk/slash-events.ts'
import { BLOCKS_PER_DAY } from '../../../protocol/hyperstaking/core/epoch.ts'
import { noticeKey, poolName } from './find-pool-notices.ts'
import { isPunished, type PoolKey } from './is-punished.ts'

/** A block's events are some 20 kB: of a longer span only its end is read. */
const LONGEST_SPAN = 2n * BLOCKS_PER_DAY

const isEarning = (keys: readonly PoolKey[]): boolean =>
  keys.some(({ state }) => state === 'active')

/**
 * What to look for after a reading: the blocks so far, and further ones when the keys have changed
 * again, or one of them is gone.
 */
export function nextSlashWatch(
  kept: SlashWatch | undefined,
  before: PoolSummary | undefined,
  pool: PoolSummary,
  heights: { before: bigint; now: bigint },
): SlashWatch | null {
  if (!before?.keys.known || !pool.keys.known) return kept ?? null
  const [earlier, keys] = [before.keys.value, pool.keys.value]
  const changed = earlier.some((key) => {
    const now = keys.find(({ account }) => account === key.account)
    return now === undefined || isPunished(key, now)
  })
  const stopped = isEarning(earlier) && !isEarning(keys)
  if (!changed && !stopped) return kept ?? null
  const accounts = [...earlier, ...keys].map(({ account }) => account)
  const from = kept?.from ?? heights.before
  return {
    pool: poolName(pool),
    from,
    next: kept?.next ?? from,
    until: heights.now,
    keys: [...new Set([...(kept?.keys ?? []), ...accounts])],
    inactive: stopped || (kept?.inactive === true && !isEarning(keys)),
    unread: null,
  }
}

/** What is told when all blocks of a watch are final: that nothing of the pool earns any more. */
const inactiveNotice = (
  { network, height }: Pick<DuskReading, 'network' | 'height'>,
  pool: PoolSummary,
  watch: SlashWatch,
): DuskNotice[] =>
  watch.inactive && pool.keys.known && !isEarning(pool.keys.value)
    ? [
        {
          key: noticeKey(network, 'inactive', pool.id, watch.until),
          kind: 'inactive',
          pool: poolName(pool),
          height: watch.until < height ? watch.until : height,
          lux: null,
        },
      ]
    : []

/** The blocks of a long span before those that are read: what happened in them is not known. */
const skip = (network: string, watch: SlashWatch): { notices: DuskNotice[]; watch: SlashWatch } => {
  const first = watch.until - LONGEST_SPAN
  if (watch.next >= first) return { notices: [], watch }
  return {
    notices: [
      {
        key: noticeKey(network, 'unread', watch.pool.id, watch.from),
        kind: 'unread',
        pool: watch.pool,
        height: first,
        lux: null,
      },
    ],
    watch: { ...watch, next: first },
  }
}

/**
 * The punishments in the blocks of a watch as far as these are final, some blocks at a time, and
 * what is left to look at; null when nothing is. What a node does not tell stays on the watch with
 * the reason: another node may.
 */
export async function findSlashes(
  client: DuskClient,
  { network, height, final }: Pick<DuskReading, 'network' | 'height' | 'final'>,
  pool: PoolSummary,
  kept: SlashWatch,
): Promise<{ notices: DuskNotice[]; next: SlashWatch | null }> {
  const node = client.bases.join(' ')
  // A local network that was started anew counts from its own heights.
  if (kept.until > height) return { notices: [], next: null }
  const { notices, watch } = skip(network, kept)
  const last = watch.until < final ? watch.until : final
  const inactive = watch.until <= final ? inactiveNotice({ network, height }, pool, watch) : []
  const hopeless = watch.unread?.reason === 'not-offered' && watch.unread.node === node
  if (hopeless || watch.next > last)
    return {
      notices: [...notices, ...inactive],
      next: { ...watch, inactive: watch.inactive && inactive.length === 0 },
    }
  const accounts = pool.keys.known ? pool.keys.value.map(({ account }) => account) : []
  const told = await readPunishments(client, new Set([...watch.keys, ...accounts]), {
    from: watch.next,
    until: last,
  })
  if (!told.known) return { notices, next: { ...watch, unread: { reason: told.reason, node } } }
  const { slashes, next } = told.value
  notices.push(
    ...slashes.map(({ key, height: when, kind, lux }): DuskNotice => ({
      key: noticeKey(network, 'slash', pool.id, key),
      kind: kind === 'locked' ? 'slash' : 'burn',
      pool: poolName(pool),
      height: when,
      lux,
    })),
  )
  if (next > watch.until) return { notices: [...notices, ...inactive], next: null }
  return { notices, next: { ...watch, next, unread: null } }
}
