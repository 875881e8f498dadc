import { createHash } from 'node:crypto'
import type {
  Operation,
  OperationReceipt,
  TransactionResult,
  TransactionStatus,
} from '../host/operation.ts'
import { decodeTransaction, type ReceivedTransaction } from '../transaction/decode-transaction.ts'
import type { TransactionAction } from '../transaction/transaction-action.ts'
import type { VmCosts } from '../vm/outcome.ts'
import type { BlockHashes } from './block-hashes.ts'
import { ledgerEventOf, type LedgerEvent } from './ledger-event.ts'

/**
 * A transaction in a block. `txid` is hex with 0x; `at` (ms) when its block was made; `index` its
 * place in the block, after what opens that; `signed` is absent for what the network did itself.
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
  index: number
  hashes: BlockHashes
  reason?: string
  costs?: VmCosts
}

/** Who paid the fee: the sponsor, where there is one. */
export const payerOf = ({ signed, sender }: ChainTransaction): string => signed?.payer ?? sender

/** Where a transaction was mined. */
export type MinedAt = Pick<ChainTransaction, 'stacks' | 'burn' | 'at' | 'index' | 'hashes'>

const unsignedTxid = (operation: Operation, { stacks, burn }: MinedAt) =>
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

/** What the network does in someone's name uses none of their own nonces. */
const unsignedNonce = 1_000_000_000

const outcomeOf = ({ status, hex, events, reason, costs }: TransactionResult) => ({
  status,
  result: hex,
  events: events.map(ledgerEventOf).filter((event) => event !== undefined),
  ...(reason !== undefined && { reason }),
  ...(costs && { costs }),
})

const signedTransaction = (
  raw: string,
  result: TransactionResult,
  minedAt: MinedAt,
): ChainTransaction => {
  const signed = decodeTransaction(raw)
  const { txid, sender, nonce, feeMicroStx, action } = signed
  return {
    txid: `0x${txid}`,
    sender,
    nonce,
    feeMicroStx,
    action: action!,
    signed,
    ...outcomeOf(result),
    ...minedAt,
  }
}

/**
 * The transactions of an operation, none when it only made blocks. `minedAt` gives the place of the
 * first.
 */
export const chainTransactionsOf = (
  operation: Operation,
  receipt: OperationReceipt,
  minedAt: MinedAt,
): ChainTransaction[] => {
  if (operation.kind === 'transaction') return [signedTransaction(operation.raw, receipt, minedAt)]
  if (operation.kind === 'block')
    return operation.raws.map((raw, index) =>
      signedTransaction(raw, receipt.parts![index]!, {
        ...minedAt,
        index: minedAt.index + index,
      }),
    )
  const unsigned = unsignedAction(operation)
  if (!unsigned) return []
  const txid = unsignedTxid(operation, minedAt)
  const nonce = unsignedNonce + minedAt.stacks
  return [{ txid, ...unsigned, nonce, feeMicroStx: 0n, ...outcomeOf(receipt), ...minedAt }]
}
