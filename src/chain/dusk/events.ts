import * as v from 'valibot'
import { type Account, type ContractId, STAKE } from '../../protocol/hyperstaking/core/ids.ts'
import { type Known, known, unknown } from '../schema.ts'
import { account, u64 } from './answers.ts'
import type { DuskClient } from './client.ts'
import { reasonOf } from './unknown.ts'

const common = { total_stake: u64, token_total_supply: u64 }

/**
 * What pools tell, by topic: this project's, and Sozu's where they are alike [hyperstaking 5.1].
 * Amounts in LUX.
 */
const shapes = {
  deposit: v.object({ account, amount: u64, fee: u64, ...common }),
  unstake: v.object({ account, amount: u64, ...common }),
  reward: v.object({ operation: v.string(), amount: u64, fee_total: u64, ...common }),
  transfer: v.object({ sender: account, receiver: account, value: u64 }),
  claim: v.object({ account, amount: u64 }),
  pause: v.object({ paused: v.boolean() }),
} as const

type Told = {
  [T in keyof typeof shapes]: { topic: T; data: v.InferOutput<(typeof shapes)[T]> }
}[keyof typeof shapes]

/**
 * A pool's event in a final block; `key` is unique and stays the same, however often it is read.
 */
export type PoolEvent = Told & { key: string; height: bigint; origin: string }

const isTopic = (topic: string): topic is keyof typeof shapes => Object.hasOwn(shapes, topic)

/**
 * A pool's events in final blocks from a height on, oldest first. Needs a node with an archive;
 * topics and forms that we do not know are left out.
 */
export const poolEvents = async (
  client: DuskClient,
  pool: ContractId,
  from: bigint,
): Promise<Known<PoolEvent[]>> => {
  const answer = await client.finalizedEvents(pool, from)
  if (!answer.ok) return unknown(reasonOf(answer.failure))
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
      return unknown(reasonOf(decoded.failure))
  }
  return known(events)
}

const slashEvent = v.object({ account, value: u64, next_eligibility: u64 })

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

/**
 * Punishments of some provisioners as the stake contract told them in final blocks from a height
 * on. The contract tells rewards of every block under the same address: ask for short spans only.
 */
export const slashEvents = async (
  client: DuskClient,
  keys: ReadonlySet<Account>,
  from: bigint,
): Promise<Known<Slash[]>> => {
  const answer = await client.finalizedEvents(STAKE, from)
  if (!answer.ok) return unknown(reasonOf(answer.failure))
  const slashes: Slash[] = []
  for (const { topic, data, block_height: height, origin } of answer.value) {
    if (topic !== 'slash' && topic !== 'hard_slash') continue
    const decoded = await client.decodeEvent(STAKE, topic, data, slashEvent)
    if (!decoded.ok) return unknown(reasonOf(decoded.failure))
    const { account: punished, value: lux, next_eligibility: eligibility } = decoded.value
    if (keys.has(punished))
      slashes.push({
        key: `${origin}:${topic}:${punished}:${eligibility}`,
        height,
        account: punished,
        kind: topic === 'slash' ? 'locked' : 'burned',
        lux,
        eligibility,
      })
  }
  return known(slashes)
}
