import { pox5Contract } from '../bitcoin-staking/pox-5-contract.ts'
import type { VmEvent } from '../vm/outcome.ts'

/** Functions after a call of which a PoX condition holds [bitcoin-staking 9.1]. */
export const poxFunctions = [
  'unstake',
  'unstake-sbtc',
  'update-bond-registration',
  'announce-l1-early-exit',
] as const

const called = new Set(poxFunctions.map((name) => `${pox5Contract}:${name}:`))

/** An event that the VM does not give: a call of pox-5 for `caller`, whatever came of it. */
export const poxCallEvent = (caller: string): VmEvent => ({
  event: 'pox_call',
  data: { contract_identifier: pox5Contract, caller },
})

/**
 * The calls of pox-5 in a trace of the VM, also those that failed inside and left no event: a line
 * is what was being evaluated, outermost first, each as
 * `contract:function:expression:line:column`.
 */
export function findPoxCalls(trace: string, origin: string): VmEvent[] {
  const callers = new Set<string>()
  for (const line of trace.split('\n')) {
    let sender = origin
    for (const frame of line.split(';')) {
      const [contract = '', name = '', expression = ''] = frame.split(':')
      if (called.has(`${contract}:${name}:`)) callers.add(sender)
      // The first expression inside may already be one that acts as the contract.
      if (expression.startsWith('as-contract')) sender = contract
    }
  }
  return [...callers].map(poxCallEvent)
}

const named = new RegExp(`\\((?:contract-call\\?)[^()]*\\s(?:${poxFunctions.join('|')})\\s`)
const reference = /'?(S[0-9A-Z]{20,})?\.([a-zA-Z][a-zA-Z0-9-]*)/g

/**
 * Whether a call of a contract may call these functions of pox-5: one that it reaches by name, or
 * is handed over as an argument, names one.
 */
export function mayCallPox(
  contracts: readonly string[],
  sourceOf: (contract: string) => string | undefined,
): boolean {
  const seen = new Set<string>([pox5Contract])
  const waiting = [...contracts]
  for (let contract = waiting.pop(); contract !== undefined; contract = waiting.pop()) {
    if (seen.has(contract)) continue
    seen.add(contract)
    const source = sourceOf(contract)
    if (source === undefined) continue
    if (named.test(source)) return true
    const [owner = ''] = contract.split('.')
    for (const [, address = owner, name] of source.matchAll(reference))
      waiting.push(`${address}.${name}`)
  }
  return false
}
