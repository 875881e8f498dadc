import * as v from 'valibot'
import type { ApiTransaction } from '../answers.ts'
import { cOptional, cPrincipal, decodeClarity } from '../clarity.ts'
import { isCallOf } from '../is-call-of.ts'
import type { ReadOptions } from '../read-options.ts'
import type { Reader } from '../source.ts'
import type { StacksRead } from '../stacks-read.ts'

const PAGE = 20
const REMEMBERED_BLOCKS = 52_560

/**
 * The row of an address after its own calls. `rewardAddress`: null when its call does not show it.
 */
const ownRow = v.object({ enrolled: v.boolean(), rewardAddress: v.nullable(v.string()) })
type OwnRow = v.InferOutput<typeof ownRow>

/**
 * The row at a nonce of the address: while the nonce stays, nothing new can have been called.
 * `settled`: confirmed in a later Bitcoin block, because lists of transactions lag behind nonces.
 */
const notedRow = v.object({ nonce: v.number(), row: v.nullable(ownRow), settled: v.boolean() })

const isRowCall = (call: ApiTransaction, contract: string, address: string): boolean =>
  call.sender_address === address &&
  ['opt-out', 'change-reward-address', 'enroll'].some((name) => isCallOf(call, contract, name))

/** Reads the row after a call, whose first argument v3 includes only on request. */
const readRowAfter = async (
  { client, contract }: Reader,
  call: ApiTransaction,
  address: string,
  options: ReadOptions,
): Promise<StacksRead<OwnRow>> => {
  if (isCallOf(call, contract, 'opt-out'))
    return { ok: true, value: { enrolled: false, rewardAddress: null } }
  let first = call.contract_call?.function_args?.[0]?.hex
  if (first === undefined) {
    const answer = await client.transactionArguments(call.tx_id, options)
    if (!answer.ok) return answer
    first = answer.value?.[0]
  }
  const argument = decodeClarity(first ?? '')
  if (isCallOf(call, contract, 'change-reward-address')) {
    const changed = v.safeParse(cPrincipal, argument)
    const rewardAddress = changed.success ? changed.output : null
    return { ok: true, value: { enrolled: true, rewardAddress } }
  }
  const chosen = v.safeParse(cOptional(cPrincipal), argument)
  const rewardAddress = chosen.success ? (chosen.output ?? address) : null
  return { ok: true, value: { enrolled: true, rewardAddress } }
}

/**
 * Derives the row of an address from its newest successful call among its last transactions, or
 * from an earlier reading, for a contract that does not publish its rows. `missing` when the
 * address has made no such call lately. One or two requests when it has sent anything since, else
 * only the account's.
 */
export const readOwnRow = async (
  reader: Reader,
  address: string,
  options: ReadOptions,
): Promise<StacksRead<OwnRow>> => {
  const { client, contract } = reader
  const key = `own row ${contract} ${address}`
  const account = await client.account(address, options)
  if (!account.ok) return account
  const { nonce } = account.value
  const noted = v.safeParse(notedRow, client.note.get(key, REMEMBERED_BLOCKS))
  const earlier = noted.success ? noted.output : { nonce: -1, row: null, settled: false }
  const resultOf = (row: OwnRow | null): StacksRead<OwnRow> =>
    row ? { ok: true, value: row } : { ok: false, failure: { code: 'missing' } }
  const isSame = earlier.nonce === nonce
  if (isSame && earlier.settled) return resultOf(earlier.row)
  const answer = await client.transactionsOf(address, PAGE, options)
  if (!answer.ok) return answer
  const newest = answer.value.find((call) => isRowCall(call, contract, address))
  const after = newest && (await readRowAfter(reader, newest, address, options))
  if (after && !after.ok) return after
  const row = after?.value ?? earlier.row
  const firstSeen = `${key} first seen`
  if (!isSame) client.note.set(firstSeen, nonce)
  client.note.set(key, {
    nonce,
    row,
    settled: isSame && client.note.get(firstSeen, 1) === undefined,
  })
  return resultOf(row)
}
