import type { IContractInterface } from '@stacks/clarinet-sdk-wasm'
import type { ClarityAbiFunction } from '@stacks/transactions'
import type { ReadBudget } from '../http/read-budget.ts'
import type { Node } from '../node/node.ts'
import type { TransactionAction } from '../transaction/transaction-action.ts'
import type { ApiIndex } from './api-index.ts'
import type { FunctionOf } from './json/transaction.ts'

/** What contracts declare, asked of the VM once: a contract never changes. */
export const createInterfaces = (node: Node) => {
  const known = new Map<string, IContractInterface>()

  const of = async (contract: string): Promise<IContractInterface | undefined> => {
    const found = known.get(contract) ?? (await node.host.contractInterface(contract))
    if (found) known.set(contract, found)
    return found
  }

  /** Looks up functions of the contracts that these actions call. */
  const functionsOf = async (actions: TransactionAction[]): Promise<FunctionOf> => {
    for (const action of actions) if (action.kind === 'call') await of(action.contract)
    return (action) => {
      if (action.kind !== 'call') return undefined
      return known
        .get(action.contract)
        ?.functions.find(({ name }) => name === action.method) as unknown as
        | ClarityAbiFunction
        | undefined
    }
  }

  return { of, functionsOf, forget: () => known.clear() }
}

/** `node`: what is asked of the node itself; `api`: what its API has indexed. */
export type ApiContext = {
  node: Node
  api: ApiIndex
  interfaces: ReturnType<typeof createInterfaces>
  readBudget: ReadBudget
  /** Whether STX are locked by pox-5. */
  hasPox5: boolean
}
