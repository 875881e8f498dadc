import * as v from 'valibot'
import { listOf } from '../../list-of.ts'
import {
  amount,
  height,
  hexText,
  listedTransactionId,
  MOST_LISTED,
  optionalField,
  transactionId,
  type ApiEvent,
  type ApiTransaction,
} from '../answers.ts'

/**
 * A transaction of `/extended/v3/transactions/{id}` in the fields of v1. Which fields there are
 * depends on `include`; v3 tells neither `canonical` nor the post-condition mode, and knows no
 * transaction that was dropped.
 */
export const transactionV3 = v.pipe(
  v.object({
    tx_id: listedTransactionId,
    status: v.pipe(v.string(), v.maxLength(100)),
    sender: optionalField(v.object({ address: v.string(), nonce: height })),
    sponsor: optionalField(v.object({ address: v.string() })),
    fee_rate: optionalField(amount),
    block: optionalField(
      v.object({ height, time: optionalField(height), tx_index: optionalField(height) }),
    ),
    bitcoin_block: optionalField(v.object({ height, time: optionalField(height) })),
    replaced_by_tx_id: optionalField(transactionId),
    result: optionalField(v.object({ hex: hexText })),
    contract_call: optionalField(
      v.object({
        contract_id: v.string(),
        function_name: v.string(),
        function_args: optionalField(v.array(v.object({ hex: hexText }))),
      }),
    ),
    event_count: optionalField(height),
  }),
  v.transform((transaction): ApiTransaction => ({
    tx_id: transaction.tx_id,
    tx_status: transaction.status,
    nonce: transaction.sender?.nonce,
    sender_address: transaction.sender?.address,
    sponsored: Boolean(transaction.sponsor),
    fee_rate: transaction.fee_rate,
    canonical: undefined,
    block_height: transaction.block?.height,
    tx_index: transaction.block?.tx_index,
    block_time: transaction.block?.time,
    burn_block_height: transaction.bitcoin_block?.height,
    burn_block_time: transaction.bitcoin_block?.time,
    replaced_by_tx_id: transaction.replaced_by_tx_id,
    tx_result: transaction.result,
    contract_call: transaction.contract_call,
    event_count: transaction.event_count,
    events: [],
  })),
)

const log = v.object({
  type: v.literal('contract_log'),
  event_index: height,
  contract_log: v.object({
    contract_id: v.string(),
    topic: v.string(),
    value: v.object({ hex: hexText }),
  }),
})
const token = v.object({
  type: v.literal('ft_asset'),
  event_index: height,
  ft_asset: v.object({
    type: v.optional(v.string(), 'transfer'),
    asset_identifier: v.string(),
    sender: v.optional(v.string(), ''),
    recipient: v.optional(v.string(), ''),
    amount,
  }),
})
const other = v.object({ type: v.string(), event_index: height })

/**
 * One event of `/extended/v3/transactions/{id}/events` in the fields of v1; `tx_id` is the asker's.
 */
const eventV3 = v.pipe(
  v.union([log, token, other]),
  v.transform((event): ApiEvent => {
    const common = { event_index: event.event_index, tx_id: '' }
    if ('contract_log' in event)
      return { ...common, event_type: 'smart_contract_log', contract_log: event.contract_log }
    if (!('ft_asset' in event)) return { ...common, event_type: 'other' }
    const { type, asset_identifier, sender, recipient, amount: units } = event.ft_asset
    return {
      ...common,
      event_type: 'fungible_token_asset',
      asset: {
        asset_event_type: type,
        asset_id: asset_identifier,
        sender,
        recipient,
        amount: units,
      },
    }
  }),
)

/** A page of a transaction's events, in their order. */
export const transactionEventsV3 = v.object({
  total: height,
  results: listOf(eventV3, {
    most: MOST_LISTED,
    instead: { event_index: -1, tx_id: '', event_type: 'other' },
  }),
})
