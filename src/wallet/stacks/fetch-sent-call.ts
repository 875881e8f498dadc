import * as v from 'valibot'
import { stripHexPrefix } from '../../chain/hex.ts'
import { answered, failed, type Answer } from '../../chain/http/answer.ts'
import { askInOrder } from '../../chain/stacks/api/ask-in-order.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { SentCall } from './compare-stacks-call.ts'

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
    sender: v.optional(v.object({ address: v.string() })),
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
      v.object({ contract_id: v.string(), source_code: v.optional(v.string()) }),
    ),
  }),
  v.transform((transaction): SentCall | null | 'untold' => {
    const {
      contract_call: call,
      smart_contract: deployed,
      post_conditions: conditions,
    } = transaction
    if (conditions === undefined || (call && call.function_args === undefined)) return 'untold'
    const frame = {
      sender: transaction.sender_address ?? transaction.sender?.address ?? '',
      chainId: null,
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
      ...(source !== undefined && { source }),
    }
  }),
)

const contractSource = v.object({ source: v.string() })

/**
 * What a transaction that a host knows calls or deploys; null: it does neither. `not-found`: the
 * host does not know it (yet); `slow`: it tells all of it only once it is in a block. From v1,
 * which tells the post-condition mode, while it lives; a source that v3 leaves out is the node's.
 */
export async function fetchSentCall(
  client: Pick<StacksClient, 'askCached'>,
  txid: string,
): Promise<Answer<SentCall | null>> {
  const id = `0x${stripHexPrefix(txid)}`
  const ask = (path: string) => client.askCached(sentTransaction, { path }, { urgency: 'person' })
  const answer = await askInOrder([
    () => ask(`/extended/v1/tx/${id}?event_limit=0`),
    () => ask(`/extended/v3/transactions/${id}?include=function_args,post_conditions`),
  ])
  if (!answer.ok) return answer
  const sent = answer.value
  if (sent === 'untold') return failed('slow')
  if (!sent || sent.functionName !== '' || sent.source !== undefined) return answered(sent)
  const path = `/v2/contracts/source/${sent.contract.replace('.', '/')}?proof=0`
  const read = await client.askCached(contractSource, { path }, { urgency: 'person' })
  return read.ok ? { ok: true, value: { ...sent, source: read.value.source } } : read
}
