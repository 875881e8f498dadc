import { createHash } from 'node:crypto'
import type { Operation, OperationReceipt, TransactionStatus } from '../host/operation.ts'
import { decodeTransaction, type ReceivedTransaction } from '../transaction/decode-transaction.ts'
import type { TransactionAction } from '../transaction/transaction-action.ts'
import type { VmCosts } from '../vm/outcome.ts'
import { ledgerEventOf, type LedgerEvent } from './ledger-event.ts'

/**
 * A transaction in a block. `txid` is hex with 0x; `at` (ms) when its block was made; `signed` is
 * absent for what the network did itself.
 */
export type ChainTransaction = {
  txid: string
  sender: string
  nonce: number
  feeMicroStx: bigint
  action: TransactionAction
  signed?: ReceivedTransaction
  status: TransactionStatus
  result: string
  events: LedgerEvent[]
  stacks: number
  burn: number
  at: number
  reason?: string
  costs?: VmCosts
}

const unsignedTxid = (operation: Operation, { stacks, burn }: OperationReceipt) =>
  `0x${createHash('sha256')
    .update(JSON.stringify([stacks, burn, operation]))
    .digest('hex')}`

const unsignedAction = (
  operation: Operation,
): { sender: string; action: TransactionAction } | undefined => {
  if (operation.kind === 'call') {
    const { sender, contract, method, args } = operation
    return { sender, action: { kind: 'call', contract, method, args } }
  }
  if (operation.kind === 'deploy') {
    const { sender, name, source, clarity } = operation
    return { sender, action: { kind: 'deploy', contract: `${sender}.${name}`, source, clarity } }
  }
  return undefined
}

/** The transaction that an operation was, or undefined when it only made blocks. */
export const chainTransactionOf = (
  operation: Operation,
  receipt: OperationReceipt,
  at: number,
): ChainTransaction | undefined => {
  const { status, hex, stacks, burn, reason, costs } = receipt
  const common = {
    status,
    result: hex,
    stacks,
    burn,
    at,
    events: receipt.events.map(ledgerEventOf).filter((event) => event !== undefined),
    ...(reason !== undefined && { reason }),
    ...(costs && { costs }),
  }
  if (operation.kind === 'transaction') {
    const signed = decodeTransaction(operation.raw)
    const { sender, nonce, feeMicroStx, action } = signed
    return {
      txid: `0x${signed.txid}`,
      sender,
      nonce,
      feeMicroStx,
      action: action!,
      signed,
      ...common,
    }
  }
  const unsigned = unsignedAction(operation)
  return (
    unsigned && {
      txid: unsignedTxid(operation, receipt),
      ...unsigned,
      nonce: 0,
      feeMicroStx: 0n,
      ...common,
    }
  )
}
