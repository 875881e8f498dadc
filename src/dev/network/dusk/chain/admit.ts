import type { Ledger } from '../../../../protocol/hyperstaking/chain/ledger.ts'
import { hexBytes } from '../../../../protocol/hyperstaking/core/bytes.ts'
import { MIN_GAS_LIMIT } from '../../../../protocol/hyperstaking/host/gas.ts'
import {
  execute,
  REFUSALS,
  type Transaction,
} from '../../../../protocol/hyperstaking/host/transaction.ts'
import { decode } from '../../../../protocol/hyperstaking/rkyv/index.ts'
import type { Drivers } from '../contracts/drivers.ts'
import { isSigned, transactionHash, type WireTransaction } from '../wire/transaction.ts'
import type { Closings } from './closings.ts'
import type { DuskMempool } from './mempool.ts'

export const CALLS_CLOSED = '3rd party contracts are not enabled in the VM'

/**
 * The call as the host takes it: bytes that the contract cannot read arrive as nothing, and trap
 * there.
 */
const hostCallOf = (drivers: Drivers, { call }: WireTransaction): Transaction['call'] => {
  if (!call) return null
  const codec = drivers.of(call.contract)?.inputs[call.fn_name]
  const decoded = codec && decode(codec, hexBytes(call.fn_args))
  return {
    contract: call.contract,
    method: call.fn_name,
    arg: decoded?.ok ? decoded.value : undefined,
  }
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

interface Setup {
  ledger: Ledger
  drivers: Drivers
  mempool: DuskMempool
  closings: Closings
}

/**
 * Whether a node accepts transactions, in the words of its refusals [hyperstaking 2], and what it
 * would make of them.
 */
export const createAdmission = ({ ledger, drivers, mempool, closings }: Setup) => {
  const nonceOf = (sender: string): bigint => ledger.transfer.accounts.get(sender)?.nonce ?? 0n
  const invalid = (what: string): string => `this transaction is invalid ${what}`

  /** Why the transaction is not taken, or null. */
  const refusal = (transaction: WireTransaction, signed = true): string | null => {
    const { sender, nonce, value, deposit, gas_limit: limit, gas_price: price, call } = transaction
    if (price === 0n) return 'gas price lower than minimum 1'
    if (limit < MIN_GAS_LIMIT) return `gas limit lower than minimum ${MIN_GAS_LIMIT}`
    if (call && closings.isClosed(call.contract, ledger.host.height))
      return `A generic error occurred ${CALLS_CLOSED}`
    if (transaction.chain_id !== ledger.host.chainId) return invalid('Invalid chain id')
    if (signed && !isSigned(transaction)) return invalid('Invalid signature')
    if (deposit > 0n && !call) return invalid(REFUSALS['deposit-without-call'])
    if (value + deposit + limit * price > (ledger.transfer.accounts.get(sender)?.balance ?? 0n))
      return invalid('Value spent larger than account holds')
    if (nonce <= nonceOf(sender)) return invalid(`Nonce repeat: ${sender} ${nonce}`)
    const rival = mempool.rival(transaction)
    if (rival && rival.transaction.gas_price >= price)
      return 'this transaction exists in the mempool'
    return null
  }

  return {
    refusal,
    idOf: (transaction: WireTransaction): string => transactionHash(transaction),
    /**
     * Accepts the transaction into the mempool, or says why not. One whose nonce is not due waits
     * for those before it.
     */
    admit: (
      transaction: WireTransaction,
    ): { ok: true; id: string } | { ok: false; id: string; reason: string } => {
      const id = transactionHash(transaction)
      const reason = refusal(transaction)
      if (reason !== null) return { ok: false, id, reason }
      mempool.add({ id, transaction })
      return { ok: true, id }
    },
    /**
     * Runs the transaction, signed or not, in the coming block's state and undoes it: gas and the
     * error as it is debugged; no gas when it cannot be run at all.
     */
    simulate: (transaction: WireTransaction): { gasSpent: bigint; error: string | null } => {
      const { call } = transaction
      if (call && closings.isClosed(call.contract, ledger.host.height + 1n))
        return { gasSpent: 0n, error: `Panic(${JSON.stringify(CALLS_CLOSED)})` }
      const { host, transfer } = ledger
      host.height += 1n
      try {
        return host.journal.peek(() => {
          const execution = execute(host, transfer, hostTransactionOf(drivers, transaction))
          if (!execution.ok)
            return { gasSpent: 0n, error: `Panic(${JSON.stringify(execution.text)})` }
          const { gasSpent, error } = execution.receipt
          return { gasSpent, error: error === null ? null : debugged(error) }
        })
      } finally {
        host.height -= 1n
      }
    },
  }
}
export type Admission = ReturnType<typeof createAdmission>

/** An error as a simulation reports it; a block reports it as `Panic: text`. */
const debugged = (error: string): string => {
  const text = /^Panic: ([^]*)$/.exec(error)?.[1]
  return text === undefined ? error : `Panic(${JSON.stringify(text)})`
}
