import * as v from 'valibot'
import { listOf } from '../list-of.ts'

// Answers of the node and its API, as far as they are used [dual-stacking 10.5]; other fields are
// ignored.

export const hexText = v.pipe(v.string(), v.regex(/^(0x)?[0-9a-f]*$/i))
const hexAmount = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-f]{1,32}$/i),
  v.transform((text) => BigInt(text)),
)
export const amount = v.pipe(
  v.string(),
  v.regex(/^\d{1,39}$/),
  v.transform((text) => BigInt(text)),
)
export const height = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/* @__NO_SIDE_EFFECTS__ */
export const optionalField = <S extends v.GenericSchema>(schema: S) =>
  v.fallback(v.nullish(schema), undefined)

/** Where a host's list goes on, in the host's own words. */
export const cursorText = v.nullish(v.pipe(v.string(), v.maxLength(500)))
/** More entries than any page has that is asked for. */
export const MOST_LISTED = 1_000

/** A transaction's id, with or without 0x. */
export const transactionId = v.pipe(v.string(), v.regex(/^(0x)?[0-9a-f]{64}$/i))
/**
 * The id of an entry of a list: empty when it is none. The entry keeps its place in the page, and
 * whoever needs the id passes it over.
 */
export const listedTransactionId = v.fallback(transactionId, '')

export const infoAnswer = v.object({
  burn_block_height: height,
  stacks_tip_height: height,
  network_id: v.number(),
  pox_consensus: v.optional(v.string(), ''),
})

export const accountAnswer = v.object({
  balance: hexAmount,
  locked: hexAmount,
  unlock_height: height,
  nonce: height,
})

export const callReadAnswer = v.variant('okay', [
  v.object({ okay: v.literal(true), result: hexText }),
  v.object({ okay: v.literal(false), cause: v.optional(v.string(), '') }),
])

export const dataAnswer = v.object({ data: hexText })

const typeSignature = v.unknown()
/** A name as Clarity takes them. */
const clarityName = v.pipe(v.string(), v.regex(/^[a-zA-Z\-!?+<>=/*][\w\-!?+<>=/*]{0,127}$/))
export const interfaceAnswer = v.object({
  functions: listOf(
    v.object({
      name: clarityName,
      access: v.picklist(['public', 'read_only', 'private']),
      args: v.array(v.object({ name: clarityName, type: typeSignature })),
      outputs: v.object({ type: typeSignature }),
    }),
    { most: MOST_LISTED },
  ),
  variables: listOf(v.object({ name: clarityName, type: typeSignature, access: v.string() }), {
    most: MOST_LISTED,
  }),
  maps: listOf(v.object({ name: clarityName, key: typeSignature, value: typeSignature }), {
    most: MOST_LISTED,
  }),
  epoch: v.optional(v.string(), ''),
  clarity_version: v.optional(v.string(), ''),
})
export type ContractInterface = v.InferOutput<typeof interfaceAnswer>

/** A print event of a contract, or a movement of a token. Other kinds keep only their position. */
const eventCommon = { event_index: height, tx_id: listedTransactionId }
const logEvent = v.object({
  ...eventCommon,
  event_type: v.literal('smart_contract_log'),
  contract_log: v.object({
    contract_id: v.string(),
    topic: v.string(),
    value: v.object({ hex: hexText }),
  }),
})
const tokenEvent = v.object({
  ...eventCommon,
  event_type: v.literal('fungible_token_asset'),
  asset: v.object({
    asset_event_type: v.optional(v.string(), 'transfer'),
    asset_id: v.string(),
    sender: v.optional(v.string(), ''),
    recipient: v.optional(v.string(), ''),
    amount,
  }),
})
const otherEvent = v.pipe(
  v.object({ ...eventCommon, event_type: v.string() }),
  v.transform((event) => ({ ...event, event_type: 'other' as const })),
)
export const apiEvent = v.union([logEvent, tokenEvent, otherEvent])
export type ApiEvent = v.InferOutput<typeof apiEvent>

/** What keeps the place of an entry that is no event. */
const noEvent: ApiEvent = { event_index: -1, tx_id: '', event_type: 'other' }
export const eventList = listOf(apiEvent, { most: MOST_LISTED, instead: noEvent })

const paged = {
  // A host that tells none, or 0, has given what was asked for.
  limit: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), MOST_LISTED),
  offset: height,
  total: optionalField(height),
}
export const eventsAnswer = v.union([
  v.object({ ...paged, results: eventList }),
  v.pipe(
    v.object({ ...paged, events: eventList }),
    v.transform(({ events, ...page }) => ({ ...page, results: events })),
  ),
])
export type EventsPage = v.InferOutput<typeof eventsAnswer>

export const transactionAnswer = v.object({
  tx_id: listedTransactionId,
  tx_status: v.pipe(v.string(), v.maxLength(100)),
  nonce: optionalField(height),
  fee_rate: optionalField(amount),
  sender_address: optionalField(v.string()),
  sponsored: optionalField(v.boolean()),
  canonical: optionalField(v.boolean()),
  block_height: optionalField(v.number()),
  tx_index: optionalField(v.number()),
  block_time: optionalField(v.number()),
  burn_block_height: optionalField(v.number()),
  burn_block_time: optionalField(v.number()),
  replaced_by_tx_id: optionalField(transactionId),
  tx_result: optionalField(v.object({ hex: hexText })),
  contract_call: optionalField(
    v.object({
      contract_id: v.string(),
      function_name: v.string(),
      function_args: optionalField(v.array(v.object({ hex: hexText }))),
    }),
  ),
  event_count: optionalField(height),
  events: v.optional(eventList, []),
})
export type ApiTransaction = v.InferOutput<typeof transactionAnswer>

/** What keeps the place of an entry that is no transaction. */
export const noTransaction: ApiTransaction = v.parse(transactionAnswer, { tx_status: '' })

/** `/extended`: how far the API has indexed the chain. */
export const statusAnswer = v.object({
  chain_tip: v.object({ block_height: height, burn_block_height: optionalField(height) }),
})

export const contractAnswer = v.object({ block_height: height, tx_id: listedTransactionId })

export const rawTransactionAnswer = v.object({ raw_tx: hexText })

export const transactionsAnswer = v.object({
  ...paged,
  results: listOf(transactionAnswer, { most: MOST_LISTED, instead: noTransaction }),
})

/** A token whose balance is no amount is left out: the others are not wrong for it. */
export const balancesAnswer = v.object({
  fungible_tokens: v.record(v.string(), optionalField(v.object({ balance: amount }))),
})
export const tokenBalanceAnswer = v.object({ balance: amount })

export const blockAnswer = v.object({
  height,
  burn_block_height: height,
  index_block_hash: v.optional(v.string(), ''),
})
export const blocksAnswer = v.object({
  ...paged,
  total: height,
  results: listOf(blockAnswer, { most: MOST_LISTED }),
})
