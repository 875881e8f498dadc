import * as v from 'valibot'
import type { ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { type Known, known, unknown } from '../known.ts'
import { accountSchema, u64 } from './answers.ts'
import type { DuskClient } from './client.ts'
import { duskUnknownReason } from './known-from.ts'

const common = { total_stake: u64, token_total_supply: u64 }

/**
 * What pools tell, by topic: this project's, and Sozu's where they are alike [hyperstaking 5.1].
 * Amounts in LUX.
 */
const shapes = {
  deposit: v.object({ account: accountSchema, amount: u64, fee: u64, ...common }),
  unstake: v.object({ account: accountSchema, amount: u64, ...common }),
  reward: v.object({ operation: v.string(), amount: u64, fee_total: u64, ...common }),
  transfer: v.object({ sender: accountSchema, receiver: accountSchema, value: u64 }),
  claim: v.object({ account: accountSchema, amount: u64 }),
  pause: v.object({ paused: v.boolean() }),
} as const

type DecodedEvent = {
  [T in keyof typeof shapes]: { topic: T; data: v.InferOutput<(typeof shapes)[T]> }
}[keyof typeof shapes]

/**
 * A pool's event in a final block; `key` is unique and stays the same, however often it is read.
 */
export type PoolEvent = DecodedEvent & { key: string; height: bigint; origin: string }

const isTopic = (topic: string): topic is keyof typeof shapes => Object.hasOwn(shapes, topic)

/**
 * A pool's events in final blocks from a height on, oldest first. Needs a node with an archive;
 * topics and forms that we do not know are left out.
 */
export const readPoolEvents = async (
  client: DuskClient,
  pool: ContractId,
  from: bigint,
): Promise<Known<PoolEvent[]>> => {
  const answer = await client.finalizedEvents(pool, from)
  if (!answer.ok) return unknown(duskUnknownReason(answer.failure))
  const events: PoolEvent[] = []
  const seen = new Map<string, number>()
  for (const { topic, data, block_height: height, origin } of answer.value) {
    if (!isTopic(topic)) continue
    const place = `${origin}:${topic}`
    const index = seen.get(place) ?? 0
    seen.set(place, index + 1)
    const decoded = await client.decodeEvent(pool, topic, data, shapes[topic])
    if (decoded.ok)
      events.push({
        topic,
        data: decoded.value,
        key: `${place}:${index}`,
        height,
        origin,
      } as PoolEvent)
    else if (decoded.failure.code !== 'bad-answer' && decoded.failure.code !== 'refused')
      return unknown(duskUnknownReason(decoded.failure))
  }
  return known(events)
}
