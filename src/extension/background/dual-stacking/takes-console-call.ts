import { networkItem } from '../../../app/dual-stacking/stored-items.ts'
import { keeperChecks } from '../../../protocol/dual-stacking/planner/index.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { currentDeployment } from './deployment-in-use.ts'

/** Calls that end the last cycle of a contract that takes no others any more, or empty it. */
const winding: ReadonlySet<string> = new Set([
  ...Object.keys(keeperChecks).filter((name) => !/^(initialize|advance-to-next-cycle)/.test(name)),
  'emergency-withdraw-sbtc',
])

const writableOf = (store: ItemStore) => {
  const network = store.get(networkItem)
  return network?.deployment === currentDeployment(store).id ? network.writable : null
}

/** Whether the contract in use has been read. */
export const isContractRead = (store: ItemStore): boolean => writableOf(store) !== null

/**
 * Whether the contract in use is one to sign an operator's call for: it was read, is what it should
 * be, and takes calls. What is superseded or has ended can be wound up, and gets no money; where
 * only enrollment has closed, cycles go on.
 */
export function takesConsoleCall(store: ItemStore, functionName: string): boolean {
  const writable = writableOf(store)
  if (!writable || writable.ok) return writable !== null
  if (writable.reason === 'closed') return true
  return (
    writable.reason !== 'unknown-contract' &&
    writable.reason !== 'no-user-calls' &&
    winding.has(functionName)
  )
}
