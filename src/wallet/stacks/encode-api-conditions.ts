import { deserializeCV, postConditionToHex, type PostCondition } from '@stacks/transactions'
import * as v from 'valibot'

const comparisons = {
  sent_equal_to: 'eq',
  sent_greater_than: 'gt',
  sent_greater_than_or_equal_to: 'gte',
  sent_less_than: 'lt',
  sent_less_than_or_equal_to: 'lte',
} as const
const comparison = v.pipe(
  v.picklist(Object.keys(comparisons) as (keyof typeof comparisons)[]),
  v.transform((code) => comparisons[code]),
)
const principal = v.pipe(
  v.object({
    type_id: v.picklist(['principal_standard', 'principal_contract', 'principal_origin']),
    address: v.optional(v.string()),
    contract_name: v.optional(v.string()),
  }),
  v.transform(({ type_id: kind, address = '', contract_name: name }) => {
    if (kind === 'principal_origin') return 'origin'
    return name === undefined ? address : `${address}.${name}`
  }),
)
const asset = v.pipe(
  v.object({ contract_address: v.string(), contract_name: v.string(), asset_name: v.string() }),
  v.transform(
    (parts) => `${parts.contract_address}.${parts.contract_name}::${parts.asset_name}` as const,
  ),
)
const amount = v.pipe(v.string(), v.regex(/^\d+$/))

const apiCondition = v.variant('type', [
  v.object({ type: v.literal('stx'), principal, condition_code: comparison, amount }),
  v.object({ type: v.literal('fungible'), principal, condition_code: comparison, amount, asset }),
  v.object({
    type: v.literal('non_fungible'),
    principal,
    condition_code: v.picklist(['sent', 'not_sent']),
    asset,
    asset_value: v.object({ hex: v.string() }),
  }),
])

const conditionOf = (json: v.InferOutput<typeof apiCondition>): PostCondition => {
  const { principal: address } = json
  if (json.type === 'non_fungible')
    return {
      type: 'nft-postcondition',
      address,
      condition: json.condition_code === 'not_sent' ? 'not-sent' : 'sent',
      asset: json.asset,
      assetId: deserializeCV(json.asset_value.hex),
    }
  const { condition_code: condition, amount: units } = json
  return json.type === 'stx'
    ? { type: 'stx-postcondition', address, condition, amount: units }
    : { type: 'ft-postcondition', address, condition, amount: units, asset: json.asset }
}

/**
 * The post-conditions of a transaction as an API shows them, each in the bytes that were signed
 * (hex without 0x); null when one is of a kind that cannot be compared.
 */
export const encodeApiConditions = (conditions: unknown): string[] | null => {
  const parsed = v.safeParse(v.array(apiCondition), conditions)
  if (!parsed.success) return null
  try {
    return parsed.output.map((json) => postConditionToHex(conditionOf(json)))
  } catch {
    return null
  }
}
