import { decodeClarity } from '../../../chain/stacks/clarity.ts'
import { pox5Contract } from '../bitcoin-staking/pox-5-contract.ts'
import type { VmEvent } from '../vm/outcome.ts'
import { compare, comparisonWords } from './compare-amounts.ts'
import type { Mode, StakingCondition } from './conditions.ts'
import { poxFunctions } from './find-pox-calls.ts'

/** What a transaction did in pox-5: microSTX that each principal locked, and who changed what. */
interface StakingDeeds {
  locked: ReadonlyMap<string, bigint>
  performed: ReadonlySet<string>
}

const poxTopics = new Set<string>(poxFunctions)

/**
 * The first condition on staking that does not hold, as a sentence; undefined when all do, and
 * nothing was done that none allows. A call that failed inside a successful one counts as well, and
 * is among the events as `poxCallEvent` [bitcoin-staking 9.1].
 */
export const findStakingViolation = (
  events: VmEvent[],
  conditions: StakingCondition[],
  mode: Mode,
  origin: string,
): string | undefined => {
  const { locked, performed } = deedsIn(events)
  for (const condition of conditions) {
    const { principal: who } = condition
    if (condition.kind === 'staking') {
      const { comparison, amount } = condition
      const microStx = locked.get(who) ?? 0n
      if (!compare[comparison](microStx, amount))
        return `${who} locked ${microStx} microSTX, not ${comparisonWords[comparison]} ${amount}`
    } else if (condition.rule !== 'may-perform') {
      const isExpected = condition.rule === 'will-perform'
      if (performed.has(who) !== isExpected)
        return `${who} ${isExpected ? 'did not change' : 'changed'} a position in pox-5`
    }
  }
  if (mode === 'allow') return undefined
  const isCovered = (kind: StakingCondition['kind'], who: string) =>
    (mode === 'originator' && who !== origin) ||
    conditions.some((each) => each.kind === kind && each.principal === who)
  for (const [who, microStx] of locked) {
    if (microStx > 0n && !isCovered('staking', who))
      return `${who} locked ${microStx} microSTX, which no post-condition allows`
  }
  for (const who of performed) {
    if (!isCovered('pox', who))
      return `${who} changed a position in pox-5, which no post-condition allows`
  }
  return undefined
}

/** The lock of a call follows its print; an `unstake` only ends one sooner. */
function deedsIn(events: VmEvent[]): StakingDeeds {
  const locked = new Map<string, bigint>()
  const performed = new Set<string>()
  let topic = ''
  for (const { event, data } of events) {
    if (data.contract_identifier !== pox5Contract) continue
    if (event === 'pox_call') performed.add(data.caller!)
    else if (event === 'print_event') {
      const print = decodeClarity(data.raw_value!)
      if (typeof print !== 'object' || print === null || Array.isArray(print)) continue
      topic = String(print.topic)
      if (poxTopics.has(topic)) performed.add(String(print.staker))
    } else if (event === 'stx_lock_event' && topic !== 'unstake') {
      const who = data.locked_address!
      locked.set(who, (locked.get(who) ?? 0n) + BigInt(data.locked_amount!))
    }
  }
  return { locked, performed }
}
