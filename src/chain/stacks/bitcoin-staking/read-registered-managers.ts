import * as v from 'valibot'
import { known, type Known } from '../../known.ts'
import type { PoxReader } from './pox-reader.ts'

const answer = v.object({
  results: v.array(v.object({ signer: v.pipe(v.string(), v.maxLength(200)) })),
  cursor: v.object({ next: v.nullable(v.pipe(v.string(), v.maxLength(200))) }),
})

// Registrations are rare, and an old list still names managers that are there.
const LIST_BLOCKS = 144
const LARGEST_PAGE = 50
const MOST_PAGES = 4

/**
 * The signer managers that were ever registered, at most 200: one request for fifty. The list never
 * shrinks: whether one takes stakes is read of each [bitcoin-staking 8.4].
 */
export async function readRegisteredManagers(reader: PoxReader): Promise<Known<string[]>> {
  const managers: string[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const path = `/extended/v3/staking/signers?limit=${LARGEST_PAGE}${from}`
    const read: Known<v.InferOutput<typeof answer>> = await reader.ask(
      (options) => reader.client.askCached(answer, { path }, options),
      LIST_BLOCKS,
    )
    if (!read.known) return read
    managers.push(...read.value.results.map(({ signer }) => signer))
    cursor = read.value.cursor.next
    if (cursor === null) break
  }
  return known([...new Set(managers)])
}
