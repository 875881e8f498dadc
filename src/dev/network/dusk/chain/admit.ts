import type { Ledger } from '../../../../protocol/hyperstaking/chain/ledger.ts'
import { hexBytes } from '../../../../protocol/hyperstaking/core/bytes.ts'
import { STAKE, TRANSFER } from '../../../../protocol/hyperstaking/core/ids.ts'
import {
  execute,
  refusalOf,
  REFUSALS,
  type Transaction,
} from '../../../../protocol/hyperstaking/host/transaction.ts'
import { decodeBytes } from '../contracts/codec.ts'
import type { Drivers } from '../contracts/drivers.ts'
import { isSigned, transactionHash, type WireTransaction } from '../wire/transaction.ts'
import type { DuskMempool } from './mempool.ts'

/**
 * The call as the host takes it: bytes that its driver cannot read arrive as nothing, and trap
 * there.
 */
export const hostCallOf = (drivers: Drivers, { call }: WireTransaction): Transaction['call'] => {
  if (!call) return null
  const codec = drivers.of(call.contract)?.inputs[call.fn_name]
  const decoded = codec && decodeBytes(codec, hexBytes(call.fn_args))
  return { contract: call.contract, method: call.fn_name, arg: decoded ? decoded.value : undefined }
}

export const hostTransactionOf = (drivers: Drivers, wire: WireTransaction): Transaction => ({
  sender: wire.sender,
  nonce: wire.nonce,
  receiver: wire.receiver,
  value: wire.value,
  deposit: wire.deposit,
  gasLimit: wire.gas_limit,
  gasPrice: wire.gas_price,
  call: hostCallOf(drivers, wire),
})

/** Whether a node takes transactions in, and what it would make of them. */
export const createAdmission = (ledger: Ledger, drivers: Drivers, mempool: DuskMempool) => {
  /**
   * Contract calls beyond the genesis contracts can be switched off by the network, for all or for
   * some contracts.
   */
  const closed = { all: false, contracts: new Set<string>() }

  const isClosed = (contract: string): boolean =>
    contract !== TRANSFER && contract !== STAKE && (closed.all || closed.contracts.has(contract))

  /** Why the transaction is not taken, or null. */
  const refusal = (transaction: WireTransaction, signed = true): string | null => {
    if (transaction.chain_id !== ledger.host.chainId) return 'Invalid chain id'
    if (signed && !isSigned(transaction)) return 'Invalid signature'
    if (transaction.call && isClosed(transaction.call.contract))
      return 'Contract calls are disabled'
    const rival = mempool.rival(transaction)
    if (rival && rival.transaction.gas_price >= transaction.gas_price)
      return 'A transaction with this nonce waits already'
    const pending = BigInt(mempool.countOf(transaction.sender)) - (rival ? 1n : 0n)
    // Waiting ones come first: the nonce that is due counts them.
    const due = rival ? transaction.nonce : transaction.nonce - pending
    const reason = refusalOf(ledger.transfer, {
      ...hostTransactionOf(drivers, transaction),
      nonce: rival ? nextNonce(transaction.sender) : due,
    })
    return reason && REFUSALS[reason]
  }
  const nextNonce = (sender: string): bigint =>
    (ledger.transfer.accounts.get(sender)?.nonce ?? 0n) + 1n

  return {
    closed,
    isClosed,
    refusal,
    /** Takes the transaction to wait for a block, or tells why not. */
    admit: (
      transaction: WireTransaction,
    ): { ok: true; id: string } | { ok: false; reason: string } => {
      const reason = refusal(transaction)
      if (reason !== null) return { ok: false, reason }
      const id = transactionHash(transaction)
      mempool.add({ id, transaction })
      return { ok: true, id }
    },
    /** Runs the transaction, signed or not, in the coming block's state and undoes it. */
    simulate: (
      transaction: WireTransaction,
    ): { ok: true; gasSpent: bigint; error: string | null } | { ok: false; reason: string } => {
      const reason = refusal(transaction, false)
      if (reason !== null) return { ok: false, reason }
      const { host, transfer } = ledger
      host.height += 1n
      try {
        return host.journal.peek(() => {
          const execution = execute(host, transfer, {
            ...hostTransactionOf(drivers, transaction),
            nonce: nextNonce(transaction.sender),
          })
          return execution.ok
            ? { ok: true, gasSpent: execution.receipt.gasSpent, error: execution.receipt.error }
            : { ok: false, reason: execution.text }
        })
      } finally {
        host.height -= 1n
      }
    },
  }
}
export type Admission = ReturnType<typeof createAdmission>
