import { type Account, STAKE } from '../../protocol/hyperstaking/core/ids.ts'
import { answered } from '../http/answer.ts'
import { type Known, known, unknown } from '../known.ts'
import type { BlockEvents, DuskClient } from './client.ts'
import { decodeStakeEvent } from './contract-events.ts'
import type { DuskRead } from './failures.ts'
import { duskUnknownReason } from './known-from.ts'

/**
 * A punishment of a provisioner in a final block: LUX that were locked, or burned; `eligibility`:
 * the height from which on it earns again.
 */
export type Slash = {
  key: string
  height: bigint
  account: Account
  kind: 'locked' | 'burned'
  lux: bigint
  eligibility: bigint
}

/** More punishments than a block can have: reading keys takes its time. */
const MOST_PUNISHED = 500

/**
 * Punishments of some provisioners in a block, as the stake contract told them: any contract may
 * tell an event of such a name. Null when one of them cannot be read: that is not no one.
 */
const slashesIn = (
  events: BlockEvents,
  keys: ReadonlySet<Account>,
  height: bigint,
): Slash[] | null => {
  const slashes: Slash[] = []
  let seen = 0
  for (const told of events) {
    const punished = told.topic === 'slash' || told.topic === 'hard_slash'
    if (!punished || told.source !== STAKE || told.reverted) continue
    const read = (seen += 1) > MOST_PUNISHED ? null : decodeStakeEvent(told)
    if (!read?.ok) return null
    const { event } = read
    if (event.topic !== 'slash' && event.topic !== 'hard_slash') continue
    const { account, value: lux, nextEligibility: eligibility } = event.data
    if (!keys.has(account)) continue
    slashes.push({
      key: `${told.origin}:${told.topic}:${account}:${eligibility}`,
      height,
      account,
      kind: told.topic === 'slash' ? 'locked' : 'burned',
      lux,
      eligibility,
    })
  }
  return slashes
}

/** Nodes that do not answer for several blocks at once. */
const oneByOne = new WeakSet<DuskClient>()
/** Blocks asked for at once where a node answers for several, and where it does not. */
const BLOCKS = { together: 60, alone: 6 }

const eventsFrom = async (
  client: DuskClient,
  from: bigint,
  until: bigint,
): Promise<DuskRead<BlockEvents[]>> => {
  const span = Number(until - from) + 1
  const heights = Array.from(
    { length: Math.min(span, BLOCKS.together) },
    (_, index) => from + BigInt(index),
  )
  if (heights.length > 1 && !oneByOne.has(client)) {
    const answer = await client.blocksEvents(heights)
    const refused = !answer.ok && ['bad-answer', 'refused'].includes(answer.failure.code)
    if (!refused) return answer
    oneByOne.add(client)
  }
  const blocks: BlockEvents[] = []
  for (const height of heights.slice(0, BLOCKS.alone)) {
    const answer = await client.blockEvents(height)
    if (!answer.ok) return blocks.length > 0 ? answered(blocks) : answer
    blocks.push(answer.value)
  }
  return answered(blocks)
}

/**
 * Punishments of some provisioners in the blocks of a span, as many of them as one reading takes,
 * and the height of the first that is left; ask for final blocks.
 */
export const readPunishments = async (
  client: DuskClient,
  keys: ReadonlySet<Account>,
  { from, until }: { from: bigint; until: bigint },
): Promise<Known<{ slashes: Slash[]; next: bigint }>> => {
  const answer = await eventsFrom(client, from, until)
  if (!answer.ok) return unknown(duskUnknownReason(answer.failure))
  const slashes: Slash[] = []
  for (const [index, events] of answer.value.entries()) {
    const found = slashesIn(events, keys, from + BigInt(index))
    if (!found) return unknown('bad-answer')
    slashes.push(...found)
  }
  return known({ slashes, next: from + BigInt(answer.value.length) })
}
