import { u64Json } from '../../chain/dusk/answers.ts'
import type { DuskClient } from '../../chain/dusk/client.ts'
import type { PoolDeployment } from '../../chain/dusk/deployments.ts'
import { type EventPlace, readPoolEvents } from '../../chain/dusk/pool-events.ts'
import { readSozuBalance } from '../../chain/dusk/read-sozu-pool.ts'

const EVERY_MS = 120_000

/**
 * Reports a pool's rewards in final blocks while the page stays open; `part`: about the account's
 * part, null where it is not known.
 */
export async function watchPoolRewards({
  client,
  pool,
  account,
  signal,
  landed,
}: {
  client: DuskClient
  pool: PoolDeployment
  account: string
  signal: AbortSignal
  landed(part: bigint | null, height: bigint): void
}): Promise<void> {
  const told = new Set<string>()
  let from: EventPlace | null = null
  while (!signal.aborted) {
    const tip = document.visibilityState === 'visible' ? await client.tip() : null
    if (tip?.ok) {
      from ??= { cursor: null, height: tip.value.height }
      const read = await readPoolEvents(client, pool, from)
      if (read.known) from = read.value.place
      for (const event of read.known ? read.value.events : []) {
        if (event.topic !== 'reward' || event.data.amount === 0n || told.has(event.key)) continue
        told.add(event.key)
        const held =
          pool.kind === 'sozu'
            ? await readSozuBalance(client, pool, account)
            : await client.read(pool.id, 'balance_of', account, u64Json)
        const { amount, feeTotal: fee, totalStake: total } = event.data
        landed(
          held.ok && total > 0n && amount > fee ? ((amount - fee) * held.value) / total : null,
          event.height,
        )
      }
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, EVERY_MS)
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer)
          resolve()
        },
        { once: true },
      )
    })
  }
}
