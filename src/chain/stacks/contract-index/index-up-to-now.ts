import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { refreshProblemOf, type RefreshProblem } from '../refresh-problem.ts'
import type { IndexStore } from './index-store.ts'
import { readIndex } from './read-index.ts'

const PAGES_AT_ONCE = 20
/** A chain that got this many Bitcoin blocks shorter is another chain. */
const GONE_BACK = 6

/** How far reading is: requests made and, as an estimate, all of them. */
export interface IndexReport {
  done: number
  total: number
  requestsLeft: number
}

/**
 * Reads the contract's events until the index is up to now; each part is stored before the next one
 * is asked for. What went wrong, `stopped` by the signal; null: nothing.
 */
export async function indexUpToNow(
  client: StacksClient,
  deployment: Deployment,
  store: IndexStore,
  options: { signal?: AbortSignal; report?: (report: IndexReport) => void } = {},
): Promise<RefreshProblem | 'stopped' | null> {
  const { signal, report } = options
  for (let isFirst = true; ; isFirst = false) {
    const tip = await client.tip()
    if (!tip.ok) return refreshProblemOf(tip.failure) ?? 'bad-answer'
    if (isFirst && tip.value.height < store.cursor().feed.tip.height - GONE_BACK)
      await store.clear()
    if (signal?.aborted) return 'stopped'
    const part = await readIndex(
      client,
      deployment,
      { store, cursor: store.cursor() },
      { tip: tip.value, budget: PAGES_AT_ONCE, ...(signal && { signal }) },
    )
    await store.save(part.cursor)
    if (part.problem) return part.problem
    if (part.requestsLeft === null) return null
    const done = part.cursor.pages
    report?.({ done, total: done + part.requestsLeft, requestsLeft: part.requestsLeft })
  }
}
