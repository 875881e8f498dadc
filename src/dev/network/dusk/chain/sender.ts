import type { Ledger } from '../../../../protocol/hyperstaking/chain/ledger.ts'
import type { Account, ContractId } from '../../../../protocol/hyperstaking/core/ids.ts'
import { DEFAULT_GAS } from '../../../../protocol/hyperstaking/host/gas.ts'
import { hex, signFor } from '../../../../protocol/hyperstaking/host/signature.ts'
import { bytesOf, type Drivers } from '../contracts/drivers.ts'
import { transactionMessage, type WireTransaction } from '../wire/transaction.ts'
import type { Admission } from './admit.ts'
import type { DuskMempool } from './mempool.ts'

/** Signs and submits calls of the network's own accounts: founder, managers, keeper. */
export const createDuskSender =
  (ledger: Ledger, drivers: Drivers, mempool: DuskMempool, admission: Admission) =>
  (sender: Account, contract: ContractId, method: string, arg: unknown = null): string => {
    const codec = drivers.of(contract)?.inputs[method]
    const bytes = bytesOf(codec, arg)
    if (!bytes) throw new Error(`${contract} takes no ${method}`)
    const nonce =
      (ledger.transfer.accounts.get(sender)?.nonce ?? 0n) + BigInt(mempool.countOf(sender)) + 1n
    const unsigned: Omit<WireTransaction, 'signature'> = {
      chain_id: ledger.host.chainId,
      sender,
      nonce,
      receiver: null,
      value: 0n,
      deposit: 0n,
      gas_limit: DEFAULT_GAS.limit,
      gas_price: DEFAULT_GAS.price,
      call: { contract, fn_name: method, fn_args: hex(bytes) },
    }
    const admitted = admission.admit({
      ...unsigned,
      signature: signFor(sender, transactionMessage(unsigned)),
    })
    if (!admitted.ok) throw new Error(`${method}: ${admitted.reason}`)
    return admitted.id
  }
export type DuskSender = ReturnType<typeof createDuskSender>
