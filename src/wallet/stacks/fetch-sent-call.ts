import * as v from 'valibot'
import { stripHexPrefix } from '../../chain/hex.ts'
import { answered, failed, type Answer } from '../../chain/http/answer.ts'
import { amount, height, optionalField } from '../../chain/stacks/answers.ts'
import { askInOrder } from '../../chain/stacks/api/ask-in-order.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { SentCall } from './compare-stacks-call.ts'
import type { TransactionAge } from './is-older-than.ts'

const hex = v.pipe(
  v.string(),
  v.regex(/^(0x)?[0-9a-f]*$/i),
  v.transform((text) => stripHexPrefix(text).toLowerCase()),
)

/**
 * A transaction of v1, or of v3, which has neither the post-condition mode nor a source. Untold:
 * arguments or conditions are left out, as v3 may do of one that waits for a block.
 */
const sentTransaction = v.pipe(
  v.object({
    sender_address: v.optional(v.string()),
    sender: v.optional(v.object({ address: v.string(), nonce: optionalField(height) })),
    nonce: optionalField(height),
    fee_rate: optionalField(amount),
    block_height: optionalField(height),
    block_time: optionalField(v.number()),
    block: optionalField(v.object({ height, time: optionalField(v.number()) })),
    receipt_time: optionalField(v.number()),
    post_condition_mode: v.optional(v.picklist(['deny', 'allow', 'originator'])),
    post_conditions: v.optional(v.array(v.unknown())),
    contract_call: v.optional(
      v.object({
        contract_id: v.string(),
        function_name: v.string(),
        function_args: v.optional(v.array(v.object({ hex }))),
      }),
    ),
    smart_contract: v.optional(
      v.object({
        contract_id: v.string(),
        source_code: v.optional(v.string()),
        clarity_version: optionalField(v.number()),
      }),
    ),
  }),
  v.transform((transaction): FetchedCall | null | 'untold' => {
    const {
      contract_call: call,
      smart_contract: deployed,
      post_conditions: conditions,
    } = transaction
    if (conditions === undefined || (call && call.function_args === undefined)) return 'untold'
    const sender = transaction.sender_address ?? transaction.sender?.address ?? ''
    const frame = {
      sender,
      nonce: transaction.nonce ?? transaction.sender?.nonce ?? null,
      feeMicroStx: transaction.fee_rate ?? null,
      height: transaction.block_height ?? transaction.block?.height ?? null,
      blockTime: transaction.block_time ?? transaction.block?.time ?? null,
      receivedAt: transaction.receipt_time ?? null,
      chainId: null,
      // Addresses are written with the version of their transaction.
      version: /^S[PM]/.test(sender) ? ('mainnet' as const) : ('testnet' as const),
      postConditionMode: transaction.post_condition_mode ?? null,
      conditionCount: conditions.length,
      postConditions: null,
    }
    if (call)
      return {
        ...frame,
        contract: call.contract_id,
        functionName: call.function_name,
        args: (call.function_args ?? []).map((argument) => argument.hex),
      }
    if (!deployed) return null
    const { contract_id: contract, source_code: source } = deployed
    return {
      ...frame,
      contract,
      functionName: '',
      args: [],
      clarityVersion: deployed.clarity_version ?? null,
      ...(source !== undefined && { source }),
    }
  }),
)

/** A call as a host tells of it; microSTX, Stacks height, seconds since 1970. */
export type FetchedCall = SentCall & Omit<TransactionAge, 'txid'> & { feeMicroStx: bigint | null }

const contractSource = v.object({ source: v.string() })

/**
 * What a transaction that a host knows calls or deploys; null: it does neither. `not-found`: the
 * host does not know it (yet); `slow`: it tells all of it only once it is in a block. From v1,
 * which tells the post-condition mode, while it lives; a source that v3 leaves out is the node's.
 */
export async function fetchSentCall(
  client: Pick<StacksClient, 'askCached'>,
  txid: string,
): Promise<Answer<FetchedCall | null>> {
  const id = `0x${stripHexPrefix(txid)}`
  const ask = (path: string) => client.askCached(sentTransaction, { path }, { urgency: 'person' })
  const answer = await askInOrder(
    [
      () => ask(`/extended/v1/tx/${id}?event_limit=0`),
      () => ask(`/extended/v3/transactions/${id}?include=function_args,post_conditions`),
    ],
    // v1 fails over a call of a function that its contract does not have.
    ({ code }) => code === 'server-error',
  )
  if (!answer.ok) return answer
  const sent = answer.value
  if (sent === 'untold') return failed('slow')
  if (!sent || sent.functionName !== '' || sent.source !== undefined) return answered(sent)
  const path = `/v2/contracts/source/${sent.contract.replace('.', '/')}?proof=0`
  const read = await client.askCached(contractSource, { path }, { urgency: 'person' })
  return read.ok ? { ok: true, value: { ...sent, source: read.value.source } } : read
}
