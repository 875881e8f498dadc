import type { OpeningTransaction } from '../../ledger/block-opening.ts'
import type { StacksBlock } from '../../ledger/block-spans.ts'
import { payerOf, type ChainTransaction } from '../../ledger/chain-transaction.ts'
import type { LedgerEvent } from '../../ledger/ledger-event.ts'
import { madeUpHash } from '../../ledger/made-up-hash.ts'
import type { PendingTransaction } from '../../node/mempool.ts'
import type { TransactionAction } from '../../transaction/transaction-action.ts'
import { conditionJson } from './condition.ts'
import { bitcoinTime, valueJson } from './value.ts'

/** What `include` asks for beyond the usual fields of one transaction. */
export type Included = { functionArguments: boolean; postConditions: boolean; result: boolean }

/** No account of anyone: miners here need none. */
const minerAddress = 'ST000000000000000000002AMW42H'

const seconds = (ms: number) => Math.floor(ms / 1000)

/** A transaction's own content, as lists show it. */
const payloadJson = (action: TransactionAction, withArguments = false) => {
  switch (action.kind) {
    case 'transfer':
      return {
        type: 'token_transfer',
        token_transfer: {
          recipient: action.recipient,
          amount: action.microStx.toString(),
          memo: `0x${action.memo}`,
        },
      }
    case 'deploy':
      return {
        type: 'smart_contract',
        smart_contract: {
          contract_id: action.contract,
          clarity_version: action.clarity ?? null,
        },
      }
    case 'call':
      return {
        type: 'contract_call',
        contract_call: {
          contract_id: action.contract,
          function_name: action.method,
          ...(withArguments && { function_args: action.args.map(valueJson) }),
        },
      }
  }
}

/** A mined transaction as lists of v3 show it. */
export const summaryV3 = (transaction: ChainTransaction) => ({
  tx_id: transaction.txid,
  sender: { address: transaction.sender, nonce: transaction.nonce },
  sponsor: transaction.signed?.sponsor ?? null,
  fee_rate: transaction.feeMicroStx.toString(),
  block: {
    height: transaction.stacks,
    hash: transaction.hashes.hash,
    index_hash: transaction.hashes.indexHash,
    time: seconds(transaction.at),
    tx_index: transaction.index,
  },
  bitcoin_block: { height: transaction.burn, time: seconds(bitcoinTime(transaction.at)) },
  status: transaction.status,
  ...payloadJson(transaction.action),
})

/** What miners put at the start of a block, which moves nothing; `index`: its place there. */
export const openingV3 = (kind: OpeningTransaction, block: StacksBlock, index: number) => ({
  tx_id: madeUpHash(kind, block.stacks, block.fork),
  sender: { address: minerAddress, nonce: block.stacks },
  sponsor: null,
  fee_rate: '0',
  block: {
    height: block.stacks,
    hash: madeUpHash('stacks block', block.stacks, block.fork),
    index_hash: madeUpHash('index block', block.stacks, block.fork),
    time: seconds(block.at),
    tx_index: index,
  },
  bitcoin_block: { height: block.burn, time: seconds(bitcoinTime(block.at)) },
  status: 'success',
  type: kind,
})

/** One mined transaction by its id; without its post-condition mode and `canonical`. */
export const detailV3 = (transaction: ChainTransaction, included: Included) => {
  const { costs } = transaction
  return {
    ...summaryV3(transaction),
    parent_block: {
      hash: transaction.hashes.parentHash,
      index_hash: transaction.hashes.parentIndexHash,
    },
    event_count: transaction.events.length,
    execution_cost: {
      read_count: costs?.readCount ?? 0,
      read_length: costs?.readLength ?? 0,
      runtime: costs?.runtime ?? 0,
      write_count: costs?.writeCount ?? 0,
      write_length: costs?.writeLength ?? 0,
    },
    vm_error: transaction.reason ?? null,
    ...payloadJson(transaction.action, included.functionArguments),
    ...(included.postConditions && {
      post_conditions: (transaction.signed?.conditions ?? []).map(conditionJson),
    }),
    ...(included.result && { result: valueJson(transaction.result) }),
  }
}

/** A transaction that waits for a block. */
export const pendingV3 = ({ signed, received }: PendingTransaction) => ({
  tx_id: `0x${signed.txid}`,
  sender: { address: signed.sender, nonce: signed.nonce },
  sponsor: signed.sponsor ?? null,
  fee_rate: signed.feeMicroStx.toString(),
  receipt_time: seconds(received.at),
  receipt_block_height: received.stacks,
  status: 'pending',
  ...payloadJson(signed.action!),
})

const sidesV3 = (event: { movement: string; sender: string; recipient: string }) => ({
  type: event.movement,
  ...(event.sender && { sender: event.sender }),
  ...(event.recipient && { recipient: event.recipient }),
})

/** An event within its transaction; v3 names neither the transaction nor the old kinds. */
export const eventV3 = (event: LedgerEvent, index: number) => {
  switch (event.kind) {
    case 'log':
      return {
        event_index: index,
        type: 'contract_log',
        contract_log: {
          contract_id: event.contract,
          topic: event.topic,
          value: valueJson(event.hex),
        },
      }
    case 'lock':
      return {
        event_index: index,
        type: 'stx_lock',
        stx_lock: {
          locked_amount: event.microStx,
          unlock_height: event.unlockHeight,
          locked_address: event.address,
        },
      }
    case 'stx':
      return {
        event_index: index,
        type: 'stx_asset',
        stx_asset: {
          ...sidesV3(event),
          amount: event.microStx,
          ...(event.memo && { memo: event.memo }),
        },
      }
    case 'ft':
      return {
        event_index: index,
        type: 'ft_asset',
        ft_asset: { ...sidesV3(event), asset_identifier: event.asset, amount: event.amount },
      }
    case 'nft':
      return {
        event_index: index,
        type: 'nft_asset',
        nft_asset: {
          ...sidesV3(event),
          asset_identifier: event.asset,
          value: valueJson(event.hex),
        },
      }
  }
}

/** What a transaction sent and received of each token of one principal. */
export const tokenChangesV3 = (transaction: ChainTransaction, principal: string) => {
  const changes = new Map<string, { sent: bigint; received: bigint }>()
  for (const event of transaction.events) {
    if (event.kind !== 'ft') continue
    if (event.sender !== principal && event.recipient !== principal) continue
    const change = changes.get(event.asset) ?? { sent: 0n, received: 0n }
    if (event.sender === principal) change.sent += BigInt(event.amount)
    if (event.recipient === principal) change.received += BigInt(event.amount)
    changes.set(event.asset, change)
  }
  return [...changes].map(([identifier, { sent, received }]) => ({
    asset: { type: 'ft', identifier },
    balance_change: {
      sent: sent.toString(),
      received: received.toString(),
      net: (received - sent).toString(),
    },
  }))
}

/** What a transaction did to one principal's STX, and which kinds of balances it touched. */
export const involvementV3 = (transaction: ChainTransaction, principal: string) => {
  let sent = payerOf(transaction) === principal ? transaction.feeMicroStx : 0n
  let received = 0n
  const touched = { stx: sent > 0n, ft: false, nft: false }
  for (const event of transaction.events) {
    if (event.kind === 'log' || event.kind === 'lock') continue
    if (event.sender !== principal && event.recipient !== principal) continue
    touched[event.kind] = true
    if (event.kind !== 'stx') continue
    if (event.sender === principal) sent += BigInt(event.microStx)
    if (event.recipient === principal) received += BigInt(event.microStx)
  }
  return {
    involvement: transaction.sender === principal ? 'sender' : 'affected',
    balance_changes: {
      stx: {
        sent: sent.toString(),
        received: received.toString(),
        net: (received - sent).toString(),
      },
    },
    affected_balances: touched,
  }
}
