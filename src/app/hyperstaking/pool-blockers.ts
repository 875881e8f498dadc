import type { DuskReading } from './dusk-reading.ts'
import type { PoolSummary } from './pool-summary.ts'

export type PoolBlocker = 'closed' | 'shaded' | 'paused'

type Network = Pick<DuskReading, 'callsOpen'>

/** Why nothing can be called of a pool; null: as far as is known, it can. */
export function callBlocker({ callsOpen }: Network, pool: PoolSummary): PoolBlocker | null {
  if (callsOpen.known && !callsOpen.value) return 'closed'
  return pool.open.known && !pool.open.value ? 'shaded' : null
}

/** Why a pool takes no deposit; null: as far as is known, it does. A paused one is still left. */
export const depositBlocker = (network: Network, pool: PoolSummary): PoolBlocker | null =>
  callBlocker(network, pool) ?? (pool.paused.known && pool.paused.value ? 'paused' : null)
