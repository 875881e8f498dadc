import { failed, type Answer } from '../../http/answer.ts'
import type { StacksClient } from '../client.ts'

const LOOK_EVERY_MS = 5_000

/** How long an index may stay behind its node; a minute by default. */
export interface IndexPatience {
  patienceMs?: number
}

/**
 * Waits until the API has indexed all that its node knows now, and gives the Stacks height of the
 * index: lists that are read afterwards miss nothing that the node told before. `slow` when
 * patience ends. Two requests where the index is up to date.
 */
export const awaitIndex = async (
  client: StacksClient,
  { patienceMs = 60_000 }: IndexPatience = {},
): Promise<Answer<number>> => {
  const tip = await client.tip()
  if (!tip.ok) return tip
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const height = await client.apiHeight()
    if (!height.ok || height.value >= tip.value.stacksHeight) return height
    if (waitedMs >= patienceMs) return failed('slow')
    await client.http.clock.sleep(LOOK_EVERY_MS)
  }
}
