import type { VmEvent } from '../vm/outcome.ts'
import { compare, comparisonWords } from './compare-amounts.ts'
import {
  type AssetCondition,
  type Condition,
  isStakingCondition,
  type Mode,
  stxAsset,
} from './conditions.ts'
import { findStakingViolation } from './find-staking-violation.ts'

type Sent = { amount: bigint; items: Set<string> }

const keyOf = (principal: string, asset: string) => `${principal} ${asset}`

/**
 * What each principal gave away of each asset: transfers and burns, added up, as post-conditions
 * see it.
 */
const sentIn = (events: VmEvent[]): Map<string, Sent> => {
  const sent = new Map<string, Sent>()
  for (const { event, data } of events) {
    const parts = /^(stx|ft|nft)_(transfer|burn)_event$/.exec(event)
    if (!parts) continue
    const key = keyOf(data.sender!, parts[1] === 'stx' ? stxAsset : data.asset_identifier!)
    const entry = sent.get(key) ?? { amount: 0n, items: new Set() }
    if (parts[1] === 'nft') entry.items.add(data.raw_value!)
    else entry.amount += BigInt(data.amount!)
    sent.set(key, entry)
  }
  return sent
}

/**
 * The first post-condition that the events violate, as a sentence, or undefined when all hold. In
 * mode `deny` everything that moved, was locked or changed in pox-5 needs a condition; in mode
 * `originator` what the origin itself did does.
 */
export const findViolation = (
  events: VmEvent[],
  conditions: Condition[],
  mode: Mode,
  origin: string,
): string | undefined => {
  const onAssets = conditions.filter((each): each is AssetCondition => !isStakingCondition(each))
  return (
    findAssetViolation(events, onAssets, mode, origin) ??
    findStakingViolation(events, conditions.filter(isStakingCondition), mode, origin)
  )
}

const findAssetViolation = (
  events: VmEvent[],
  conditions: AssetCondition[],
  mode: Mode,
  origin: string,
): string | undefined => {
  const sent = sentIn(events)
  const covered = new Map<string, 'all' | Set<string>>()
  for (const condition of conditions) {
    const key = keyOf(condition.principal, condition.asset)
    const given = sent.get(key) ?? { amount: 0n, items: new Set<string>() }
    if (condition.kind === 'amount') {
      if (!compare[condition.comparison](given.amount, condition.amount)) {
        const wanted = `${comparisonWords[condition.comparison]} ${condition.amount}`
        return `${condition.principal} sent ${given.amount} of ${condition.asset}, not ${wanted}`
      }
      covered.set(key, 'all')
    } else {
      const moved = given.items.has(condition.item)
      if (condition.rule === 'sent' ? !moved : condition.rule === 'not-sent' && moved) {
        const action = moved ? 'sent' : 'did not send'
        return `${condition.principal} ${action} ${condition.item} of ${condition.asset}`
      }
      const items = covered.get(key)
      covered.set(key, items instanceof Set ? items.add(condition.item) : new Set([condition.item]))
    }
  }
  if (mode === 'allow') return undefined
  for (const [key, given] of sent) {
    const [principal, asset] = key.split(' ') as [string, string]
    if (mode === 'originator' && principal !== origin) continue
    const cover = covered.get(key)
    if (given.amount > 0n && cover !== 'all')
      return `${principal} sent ${given.amount} of ${asset}, which no post-condition allows`
    const stray = [...given.items].find((item) => !(cover instanceof Set && cover.has(item)))
    if (stray) return `${principal} sent ${stray} of ${asset}, which no post-condition allows`
  }
  return undefined
}
