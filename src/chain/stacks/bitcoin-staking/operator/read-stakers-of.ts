import * as v from 'valibot'
import { known, type Known } from '../../../known.ts'
import { listOf } from '../../../list-of.ts'
import { checkAddress } from '../../check-address.ts'
import { principalPattern } from '../../principal.ts'
import type { PoxReader } from '../pox-reader.ts'

const LIST_BLOCKS = 6
const LARGEST_PAGE = 50
const MOST_PAGES = 100

const answer = v.object({
  results: listOf(v.object({ staker: v.pipe(v.string(), v.regex(principalPattern)) }), {
    most: LARGEST_PAGE,
  }),
  cursor: v.object({ next: v.nullable(v.pipe(v.string(), v.maxLength(200))) }),
})

/**
 * Holders that ever were with a manager, at most 5,000: one request for fifty. What each can claim
 * is read of each [bitcoin-staking 8.4].
 */
export async function readStakersOf(reader: PoxReader, manager: string): Promise<Known<string[]>> {
  const stakers: string[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const path = `/extended/v3/staking/signers/${manager}/stakers?limit=${LARGEST_PAGE}${from}`
    const read: Known<v.InferOutput<typeof answer>> = await reader.ask(
      (options) => reader.client.askCached(answer, { path }, options),
      LIST_BLOCKS,
    )
    if (!read.known) return read
    const { network } = reader.deployment
    stakers.push(
      ...read.value.results
        .map(({ staker }) => staker)
        .filter((staker) => checkAddress(staker, network).ok),
    )
    cursor = read.value.cursor.next
    if (cursor === null) break
  }
  return known([...new Set(stakers)])
}
