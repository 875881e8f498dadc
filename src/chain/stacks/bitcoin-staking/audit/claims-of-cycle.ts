import type { PlainClarity } from '../../clarity.ts'
import { decodePoxEvent } from '../events/pox-events.ts'
import type { ListedPrint } from './print-list.ts'

/** A leg of a manager that something was claimed from. */
export interface ClaimedLeg {
  manager: string
  bond: bigint | null
}

/** What claims a cycle had: its legs, and each manager's transactions. */
export interface ClaimsOfCycle {
  legs: ClaimedLeg[]
  transactions: Map<string, Set<string>>
}

/** Finds the claims of holders for a cycle among the prints of pox-5. */
export function claimsOfCycle(prints: readonly ListedPrint[], cycle: bigint): ClaimsOfCycle {
  const legs = new Map<string, ClaimedLeg>()
  const transactions = new Map<string, Set<string>>()
  for (const { txid, value } of prints) {
    const event = decodePoxEvent(value)
    if (event.kind !== 'claim-staker-rewards-for-signer' || event.cycle !== cycle) continue
    const { manager, bond } = event
    legs.set(`${manager} ${bond}`, { manager, bond })
    const known = transactions.get(manager) ?? new Set()
    transactions.set(manager, known.add(txid))
  }
  return { legs: [...legs.values()], transactions }
}

/** Topics whose effect depends on the cycle in which they were printed. */
const timed = new Set(['update-bond-registration', 'unstake-sbtc', 'announce-l1-early-exit'])

/** The topic of a print; null: it has none. */
function topicOf(value: PlainClarity): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const topic = value.topic ?? value.action
  return typeof topic === 'string' ? topic : null
}

/** Transactions whose Bitcoin height has to be known. */
export const timedTransactions = (prints: readonly ListedPrint[]): string[] => [
  ...new Set(prints.flatMap(({ txid, value }) => (timed.has(topicOf(value) ?? '') ? [txid] : []))),
]
