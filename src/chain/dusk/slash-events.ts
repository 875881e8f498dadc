import * as v from 'valibot'
import { type Account, STAKE } from '../../protocol/hyperstaking/core/ids.ts'
import { type Known, known, unknown } from '../known.ts'
import { accountSchema, u64 } from './answers.ts'
import type { DuskClient } from './client.ts'
import { duskUnknownReason } from './known-from.ts'

const slashEvent = v.object({ account: accountSchema, value: u64, next_eligibility: u64 })

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
export const readSlashEvents = async (
  client: DuskClient,
  keys: ReadonlySet<Account>,
  from: bigint,
): Promise<Known<Slash[]>> => {
  const answer = await client.finalizedEvents(STAKE, from)
  if (!answer.ok) return unknown(duskUnknownReason(answer.failure))
  const slashes: Slash[] = []
  for (const { topic, data, block_height: height, origin } of answer.value) {
    if (topic !== 'slash' && topic !== 'hard_slash') continue
    const decoded = await client.decodeEvent(STAKE, topic, data, slashEvent)
    if (!decoded.ok) return unknown(duskUnknownReason(decoded.failure))
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
