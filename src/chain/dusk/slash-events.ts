import { type Account, STAKE } from '../../protocol/hyperstaking/core/ids.ts'
import { type Known, known, unknown } from '../known.ts'
import type { DuskClient } from './client.ts'
import { decodeStakeEvent } from './contract-events.ts'
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

/**
 * Punishments of some provisioners in one block, as the stake contract told them: any contract may
 * tell an event of such a name. Unknown when one of them cannot be read: that is not nobody. Ask
 * for final blocks.
 */
export const punishmentsAt = async (
  client: DuskClient,
  keys: ReadonlySet<Account>,
  height: bigint,
): Promise<Known<Slash[]>> => {
  const answer = await client.blockEvents(height)
  if (!answer.ok) return unknown(duskUnknownReason(answer.failure))
  const slashes: Slash[] = []
  for (const told of answer.value) {
    const punished = told.topic === 'slash' || told.topic === 'hard_slash'
    if (!punished || told.source !== STAKE || told.reverted) continue
    const read = decodeStakeEvent(told)
    if (!read.ok) return unknown('bad-answer')
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
  return known(slashes)
}
