import * as v from 'valibot'
import { known, type Known } from '../../known.ts'
import { listOf } from '../../list-of.ts'
import { checkAddress } from '../check-address.ts'
import { contractIdPattern } from '../principal.ts'
import type { PoxReader } from './pox-reader.ts'

// Registrations are rare, and an old list still names managers that are there.
const LIST_BLOCKS = 144
const LARGEST_PAGE = 50
const MOST_PAGES = 4

const answer = v.object({
  results: listOf(v.object({ signer: v.pipe(v.string(), v.regex(contractIdPattern)) }), {
    most: LARGEST_PAGE,
  }),
  cursor: v.object({ next: v.nullable(v.pipe(v.string(), v.maxLength(200))) }),
})

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
    const { network } = reader.deployment
    managers.push(
      ...read.value.results
        .map(({ signer }) => signer)
        .filter((signer) => checkAddress(signer, network).ok),
    )
    cursor = read.value.cursor.next
    if (cursor === null) break
  }
  return known([...new Set(managers)])
}
