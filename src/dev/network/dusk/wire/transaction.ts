import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { bigintReplacer } from '../../../../chain/json.ts'
import { isAccount, isContractId } from '../../../../protocol/hyperstaking/core/ids.ts'
import { U64_MAX } from '../../../../protocol/hyperstaking/core/units.ts'
import { signedBy } from '../../../../protocol/hyperstaking/host/signature.ts'

const account = v.custom<string>(isAccount, 'an account is base58 of 96 bytes')
const contract = v.custom<string>(isContractId, 'a contract id is 64 hex digits')
const u64 = v.pipe(
  v.string(),
  v.regex(/^\d{1,20}$/, 'an amount is a string of digits'),
  v.transform((text) => BigInt(text)),
  v.check((value) => value <= U64_MAX, 'an amount fits 64 bits'),
)

/**
 * A transaction as the embedded network takes it. Its bytes are the tag of a public one and, in
 * place of the binary form of public networks, JSON text, amounts in LUX as strings. `fn_args` is
 * hex as a wallet is given it, without 0x.
 */
export const wireTransaction = v.strictObject({
  chain_id: v.pipe(v.number(), v.integer()),
  sender: account,
  nonce: u64,
  receiver: v.nullable(account),
  value: u64,
  deposit: u64,
  gas_limit: u64,
  gas_price: u64,
  call: v.nullable(
    v.strictObject({
      contract,
      fn_name: v.pipe(v.string(), v.regex(/^\w{1,64}$/)),
      fn_args: v.pipe(v.string(), v.regex(/^([0-9a-f]{2})*$/), v.maxLength(131_072)),
    }),
  ),
  signature: v.string(),
})
export type WireTransaction = v.InferOutput<typeof wireTransaction>

/** What is signed and hashed: every field but the signature, in this order, amounts as digits. */
export const transactionMessage = (transaction: Omit<WireTransaction, 'signature'>): Uint8Array => {
  const { chain_id, sender, nonce, receiver, value, deposit, gas_limit, gas_price, call } =
    transaction
  const fields = [
    chain_id,
    sender,
    nonce,
    receiver,
    value,
    deposit,
    gas_limit,
    gas_price,
    call && [call.contract, call.fn_name, call.fn_args],
  ]
  return new TextEncoder().encode(JSON.stringify(fields, bigintReplacer))
}

/** The transaction's id: hex of the SHA-256 of its message. */
export const transactionHash = (transaction: Omit<WireTransaction, 'signature'>): string =>
  createHash('sha256').update(transactionMessage(transaction)).digest('hex')

/** Whether the sender signed it, with the model's stand-in for a signature. */
export const isSigned = (transaction: WireTransaction): boolean =>
  signedBy(transaction.sender, transactionMessage(transaction), transaction.signature)

const PUBLIC = 1

/** The bytes of a signed transaction. */
export const transactionBytes = (transaction: WireTransaction): Uint8Array =>
  Buffer.concat([
    Uint8Array.of(PUBLIC),
    Buffer.from(
      JSON.stringify(transaction, (_key, item: unknown) =>
        typeof item === 'bigint' ? item.toString() : item,
      ),
    ),
  ])

/** The transaction of some bytes, or null when they are none. */
export const readTransaction = (bytes: Uint8Array): WireTransaction | null => {
  if (bytes[0] !== PUBLIC) return null
  try {
    const parsed = v.safeParse(
      wireTransaction,
      JSON.parse(Buffer.from(bytes.subarray(1)).toString('utf8')),
    )
    return parsed.success ? parsed.output : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
