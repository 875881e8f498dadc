import type { Operation, OperationReceipt } from '../host/operation.ts'
import { createBalances } from './balances.ts'
import { blockHashesAt } from './block-hashes.ts'
import { openingOf } from './block-opening.ts'
import { createBlockSpans } from './block-spans.ts'
import { chainTransactionsOf, payerOf, type ChainTransaction } from './chain-transaction.ts'
import { partiesOf, type LedgerEvent } from './ledger-event.ts'

/** An event in its place: `index` counts within the transaction. */
export type LedgerEventAt = { transaction: ChainTransaction; index: number; event: LedgerEvent }

const push = <K, T>(lists: Map<K, T[]>, key: K, item: T) => {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

const subjectsOf = ({ action }: ChainTransaction): string[] =>
  action.kind === 'transfer' ? [action.recipient] : [action.contract]

/**
 * Everything that happened, indexed for the API: derived from operations and their receipts, never
 * stored. All lists are oldest first.
 */
export const createStacksLedger = () => {
  const transactions: ChainTransaction[] = []
  const byTxid = new Map<string, ChainTransaction>()
  const byPrincipal = new Map<string, ChainTransaction[]>()
  const callsOf = new Map<string, ChainTransaction[]>()
  const byBlock = new Map<number, ChainTransaction[]>()
  const logsOf = new Map<string, LedgerEventAt[]>()
  const movementsOf = new Map<string, LedgerEventAt[]>()
  const deployments = new Map<string, ChainTransaction>()
  const nonces = new Map<string, number>()
  const blocks = createBlockSpans()
  const balances = createBalances()

  const indexEvents = (transaction: ChainTransaction) => {
    transaction.events.forEach((event, index) => {
      const placed = { transaction, index, event }
      balances.add(event)
      if (event.kind === 'log') push(logsOf, event.contract, placed)
      else for (const party of new Set(partiesOf(event))) push(movementsOf, party, placed)
    })
  }

  const index = (transaction: ChainTransaction) => {
    transactions.push(transaction)
    byTxid.set(transaction.txid, transaction)
    for (const party of new Set([
      transaction.sender,
      payerOf(transaction),
      ...subjectsOf(transaction),
      ...transaction.events.flatMap(partiesOf),
    ]))
      push(byPrincipal, party, transaction)
    push(byBlock, transaction.stacks, transaction)
    const { action } = transaction
    if (action.kind === 'call') push(callsOf, `${action.contract} ${action.method}`, transaction)
    if (action.kind === 'deploy' && transaction.status === 'success')
      deployments.set(action.contract, transaction)
    if (transaction.signed) {
      const { sponsor } = transaction.signed
      nonces.set(transaction.sender, transaction.nonce + 1)
      if (sponsor) nonces.set(sponsor.address, sponsor.nonce + 1)
      balances.addFee(payerOf(transaction), transaction.feeMicroStx)
    }
    indexEvents(transaction)
  }

  /**
   * Takes in what an operation did at `at` (ms), after `fork` reorganisations; gives its
   * transactions.
   */
  const add = (
    operation: Operation,
    receipt: OperationReceipt,
    at: number,
    fork: number,
  ): ChainTransaction[] => {
    blocks.grow(receipt, at, fork)
    if (operation.kind === 'mint') {
      balances.add({
        kind: 'stx',
        movement: 'mint',
        sender: '',
        recipient: operation.recipient,
        microStx: operation.microStx,
      })
    }
    const { stacks, burn } = receipt
    const added = chainTransactionsOf(operation, receipt, {
      stacks,
      burn,
      at,
      index: openingOf(blocks.block(stacks)).length + (byBlock.get(stacks)?.length ?? 0),
      hashes: blockHashesAt(blocks, stacks),
    })
    added.forEach(index)
    return added
  }

  return {
    add,
    blocks,
    transactions: transactions as readonly ChainTransaction[],
    transaction: (txid: string) => byTxid.get(txid),
    ofPrincipal: (principal: string) => byPrincipal.get(principal) ?? [],
    calls: (contract: string, method: string) => callsOf.get(`${contract} ${method}`) ?? [],
    inBlock: (stacks: number) => byBlock.get(stacks) ?? [],
    logs: (contract: string) => logsOf.get(contract) ?? [],
    movements: (principal: string) => movementsOf.get(principal) ?? [],
    deployment: (contract: string) => deployments.get(contract),
    balances: balances.of,
    /** The nonce that the next transaction of an account must have. */
    nonce: (address: string) => nonces.get(address) ?? 0,
  }
}
export type StacksLedger = Omit<ReturnType<typeof createStacksLedger>, 'add'>
