import * as v from 'valibot'
import { type sentTransaction, u64Json } from './answers.ts'
import { parseExactJson } from './parse-exact-json.ts'

/** A transaction from a node; amounts in LUX, null where this node does not report them. */
export type SentDuskCall = {
  chainId: bigint | null
  sender: string | null
  nonce: bigint | null
  deposit: bigint | null
  value: bigint | null
  /** What it may cost at most, in LUX. */
  feeAtMost: bigint | null
  call: { contract: string; method: string; argument: string } | null
}

/* @__NO_SIDE_EFFECTS__ */
const optional = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.nullable(v.fallback(v.nullable(schema), null)), null)

const details = v.object({
  chain_id: optional(u64Json),
  sender: optional(v.string()),
  nonce: optional(u64Json),
  deposit: optional(u64Json),
  value: optional(u64Json),
  fee: optional(v.object({ gas_limit: u64Json, gas_price: u64Json })),
})

const bare = (hex: string): string => hex.replace(/^0x/i, '').toLowerCase()

/** What a transaction does, as its node tells it. */
export function decodeSentCall({
  json,
  callData,
}: v.InferOutput<typeof sentTransaction>): SentDuskCall {
  const told = v.safeParse(details, json ? parseExactJson(json) : {})
  const { chain_id, sender, nonce, deposit, value, fee } = told.success
    ? told.output
    : v.getDefaults(details)
  return {
    chainId: chain_id ?? null,
    sender: sender ?? null,
    nonce: nonce ?? null,
    deposit: deposit ?? null,
    value: value ?? null,
    feeAtMost: fee ? fee.gas_limit * fee.gas_price : null,
    call: callData && {
      contract: bare(callData.contractId),
      method: callData.fnName,
      argument: bare(callData.data),
    },
  }
}
