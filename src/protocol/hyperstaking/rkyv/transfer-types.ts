import { account, signature } from './account.ts'
import { option, tagged } from './enums.ts'
import { contractId, fixedBytes } from './fixed-bytes.ts'
import { nothing, u64, u8 } from './numbers.ts'
import { byteVector, text, vector } from './out-of-line.ts'
import { struct, tuple } from './struct.ts'

// What shielded (Phoenix) payments consist of stays bytes as the archive keeps them: networks take
// none any more, and only their sizes matter to what surrounds them.
const stealthAddress = fixedBytes(320, 8)
const note = fixedBytes(728, 8)
const scalar = fixedBytes(32, 8)

const receiver = tagged({ phoenix: stealthAddress, moonlight: account })

/** A signed order to pay from a contract within one transaction [hyperstaking 1.2]. */
export const transferWithdraw = struct({
  contract: contractId,
  value: u64,
  receiver,
  token: tagged({ phoenix: vector(scalar), moonlight: u64 }),
  signature: tagged({ phoenix: fixedBytes(192, 8), moonlight: signature }),
})

/** What a contract's receiving function is given along with the funds. */
export const receiveFromContract = struct({ contract: contractId, value: u64, data: byteVector })

const contractToContract = struct({
  contract: contractId,
  value: u64,
  fnName: text,
  data: byteVector,
})
const contractToAccount = struct({ account, value: u64 })

const moved = struct({ sender: contractId, receiver: contractId, value: u64 })
const withdrawn = struct({ sender: contractId, receiver, value: u64 })
/** A note has values that a byte never has: the archive of an optional one begins with its tag. */
const optionalNote = option({ ...note, niche: { count: 254, at: 0 } })

/** The transfer contract [hyperstaking 2]. */
export const TRANSFER_TYPES = {
  inputs: {
    deposit: u64,
    contract_to_contract: contractToContract,
    contract_to_account: contractToAccount,
    mint_to_contract: contractToContract,
    withdraw: transferWithdraw,
    convert: transferWithdraw,
    mint: transferWithdraw,
    account,
    contract_balance: contractId,
    chain_id: nothing,
  },
  outputs: {
    account: struct({ nonce: u64, balance: u64 }),
    contract_balance: u64,
    chain_id: u8,
  },
  events: {
    moonlight: struct({
      sender: account,
      receiver: option(account),
      value: u64,
      memo: byteVector,
      gasSpent: u64,
      refundInfo: option(tuple(account, u64)),
    }),
    phoenix: struct({
      nullifiers: vector(scalar),
      notes: vector(note),
      memo: byteVector,
      gasSpent: u64,
      refundNote: optionalNote,
    }),
    deposit: struct({ sender: option(account), receiver: contractId, value: u64 }),
    contract_to_contract: moved,
    contract_to_account: struct({ sender: contractId, receiver: account, value: u64 }),
    withdraw: withdrawn,
    mint: withdrawn,
    mint_c: moved,
    convert: struct({ sender: option(account), receiver, value: u64 }),
  },
} as const
