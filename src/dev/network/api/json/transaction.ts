import { abiFunctionToString, getTypeString, type ClarityAbiFunction } from '@stacks/transactions'
import { HttpError } from '../../http/answer.ts'
import type { ChainTransaction } from '../../ledger/chain-transaction.ts'
import type { DroppedTransaction, PendingTransaction } from '../../node/mempool.ts'
import type { ReceivedTransaction } from '../../transaction/decode-transaction.ts'
import type { TransactionAction } from '../../transaction/transaction-action.ts'
import { conditionJson } from './condition.ts'
import { bitcoinTime, timeJson, valueJson } from './value.ts'

/** The declaration of the function that a transaction calls, if it is known. */
export type FunctionOf = (action: TransactionAction) => ClarityAbiFunction | undefined

const argumentJson = (hex: string, declared: ClarityAbiFunction['args'][number] | undefined) => ({
  ...valueJson(hex),
  ...(declared && { name: declared.name, type: getTypeString(declared.type) }),
})

const actionJson = (
  action: TransactionAction,
  declared: ClarityAbiFunction | undefined,
  withArguments: boolean,
) => {
  switch (action.kind) {
    case 'transfer':
      return {
        tx_type: 'token_transfer',
        token_transfer: {
          recipient_address: action.recipient,
          amount: action.microStx.toString(),
          memo: `0x${action.memo}`,
        },
      }
    case 'deploy':
      return {
        tx_type: 'smart_contract',
        smart_contract: {
          clarity_version: action.clarity ?? null,
          contract_id: action.contract,
          source_code: action.source,
        },
      }
    case 'call':
      // v1 fails over a call of a function that its contract does not have.
      if (!declared)
        throw new HttpError(
          500,
          `Could not find function name "${action.method}" in ABI for ${action.contract}`,
        )
      return {
        tx_type: 'contract_call',
        contract_call: {
          contract_id: action.contract,
          function_name: action.method,
          function_signature: abiFunctionToString(declared),
          ...(withArguments && {
            function_args: action.args.map((hex, index) => argumentJson(hex, declared.args[index])),
          }),
        },
      }
  }
}

const envelopeJson = (signed: ReceivedTransaction | undefined) => ({
  sponsored: signed?.sponsor !== undefined,
  ...(signed?.sponsor && {
    sponsor_nonce: signed.sponsor.nonce,
    sponsor_address: signed.sponsor.address,
  }),
  post_condition_mode: signed?.mode ?? 'allow',
  post_conditions: (signed?.conditions ?? []).map(conditionJson),
  anchor_mode: 'any',
})

export type Detail = { functionOf: FunctionOf; withArguments: boolean }

/** A transaction in a block as the API shows it, without its events. */
export const transactionJson = (
  transaction: ChainTransaction,
  { functionOf, withArguments }: Detail,
) => {
  const { costs, action } = transaction
  return {
    tx_id: transaction.txid,
    nonce: transaction.nonce,
    fee_rate: transaction.feeMicroStx.toString(),
    sender_address: transaction.sender,
    ...envelopeJson(transaction.signed),
    is_unanchored: false,
    canonical: true,
    microblock_canonical: true,
    microblock_hash: '0x',
    microblock_sequence: 2147483647,
    block_hash: transaction.hashes.hash,
    parent_block_hash: transaction.hashes.parentHash,
    block_height: transaction.stacks,
    burn_block_height: transaction.burn,
    ...timeJson('block_time', transaction.at),
    ...timeJson('burn_block_time', bitcoinTime(transaction.at)),
    ...timeJson('parent_burn_block_time', bitcoinTime(transaction.at)),
    tx_index: transaction.index,
    tx_status: transaction.status,
    tx_result: valueJson(transaction.result),
    event_count: transaction.events.length,
    execution_cost_read_count: costs?.readCount ?? 0,
    execution_cost_read_length: costs?.readLength ?? 0,
    execution_cost_runtime: costs?.runtime ?? 0,
    execution_cost_write_count: costs?.writeCount ?? 0,
    execution_cost_write_length: costs?.writeLength ?? 0,
    vm_error: transaction.reason ?? null,
    ...actionJson(action, functionOf(action), withArguments),
  }
}

/** A transaction that waits for a block, or was dropped, as the API shows it. */
export const waitingJson = (
  waiting: PendingTransaction | DroppedTransaction,
  { functionOf, withArguments }: Detail,
) => {
  const { signed, received } = waiting
  const action = signed.action!
  return {
    tx_id: `0x${signed.txid}`,
    nonce: signed.nonce,
    fee_rate: signed.feeMicroStx.toString(),
    sender_address: signed.sender,
    ...envelopeJson(signed),
    tx_status: 'status' in waiting ? waiting.status : 'pending',
    replaced_by_tx_id:
      'replacedBy' in waiting && waiting.replacedBy ? `0x${waiting.replacedBy}` : null,
    ...timeJson('receipt_time', received.at),
    ...actionJson(action, functionOf(action), withArguments),
  }
}
