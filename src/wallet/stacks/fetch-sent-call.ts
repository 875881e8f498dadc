import * as v from 'valibot'
import { stripHexPrefix } from '../../chain/hex.ts'
import type { Answer } from '../../chain/http/answer.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { SentCall } from './compare-stacks-call.ts'

const hex = v.pipe(
  v.string(),
  v.regex(/^(0x)?[0-9a-f]*$/i),
  v.transform((text) => stripHexPrefix(text).toLowerCase()),
)

const sentTransaction = v.object({
  tx_type: v.string(),
  sender_address: v.string(),
  post_condition_mode: v.picklist(['deny', 'allow', 'originator']),
  post_conditions: v.array(v.unknown()),
  contract_call: v.optional(
    v.object({
      contract_id: v.string(),
      function_name: v.string(),
      function_args: v.optional(v.array(v.object({ hex })), []),
    }),
  ),
  smart_contract: v.optional(v.object({ contract_id: v.string(), source_code: v.string() })),
})

/**
 * What a transaction that a host knows calls or deploys; null: it does neither. `not-found`: the
 * host does not know it (yet).
 */
export async function fetchSentCall(
  client: StacksClient,
  txid: string,
): Promise<Answer<SentCall | null>> {
  return client.http.request(
    { path: `/extended/v1/tx/0x${stripHexPrefix(txid)}?event_limit=0` },
    (json) => {
      const parsed = v.safeParse(sentTransaction, json)
      if (!parsed.success) return undefined
      const {
        contract_call: call,
        smart_contract: deployed,
        sender_address: sender,
        post_condition_mode: postConditionMode,
        post_conditions: conditions,
      } = parsed.output
      const frame = {
        sender,
        chainId: null,
        postConditionMode,
        conditionCount: conditions.length,
        postConditions: null,
      }
      if (call)
        return {
          ...frame,
          contract: call.contract_id,
          functionName: call.function_name,
          args: call.function_args.map((argument) => argument.hex),
        }
      return deployed
        ? {
            ...frame,
            contract: deployed.contract_id,
            functionName: '',
            args: [],
            source: deployed.source_code,
          }
        : null
    },
    { urgency: 'person' },
  )
}
