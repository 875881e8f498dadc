import { failed, type Answer } from '../../http/answer.ts'
import type { StacksClient } from '../client.ts'

const LOOK_EVERY_MS = 5_000
const MOST_LOOKS = 12

/**
 * Waits until the API has indexed all that its node knows now, and gives the Stacks height of the
 * index: lists that are read afterwards miss nothing that the node told before. `slow` after a
 * minute. Two requests where the index is up to date.
 */
export const awaitIndex = async (client: StacksClient): Promise<Answer<number>> => {
  const tip = await client.tip()
  if (!tip.ok) return tip
  for (let looks = 1; ; looks += 1) {
    const height = await client.apiHeight()
    if (!height.ok || height.value >= tip.value.stacksHeight) return height
    if (looks === MOST_LOOKS) return failed('slow')
    await client.http.clock.sleep(LOOK_EVERY_MS)
  }
}
