import * as v from 'valibot'
import type { ApiTransaction } from '../answers.ts'
import { cOptional, cPrincipal, decodeClarity } from '../clarity.ts'
import type { StacksRead } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'
import type { ReadOptions } from '../read-options.ts'
import type { Reader } from '../source.ts'

const PAGE = 20
const REMEMBERED_BLOCKS = 52_560

/**
 * What an address has made of its row by its own calls. `rewardAddress`: null when its call does
 * not show it.
 */
const ownRow = v.object({ enrolled: v.boolean(), rewardAddress: v.nullable(v.string()) })
type OwnRow = v.InferOutput<typeof ownRow>

/**
 * The row at a nonce of the address: until that moves, nothing new can have been called. `settled`:
 * asked again in a later Bitcoin block, because lists of transactions lag behind nonces.
 */
const noted = v.object({ nonce: v.number(), row: v.nullable(ownRow), settled: v.boolean() })

const argument = (transaction: ApiTransaction): unknown =>
  decodeClarity(transaction.contract_call?.function_args?.[0]?.hex ?? '')

const rowAfter = (call: ApiTransaction, contract: string, address: string): OwnRow | null => {
  if (call.sender_address !== address) return null
  if (isCallOf(call, contract, 'opt-out')) return { enrolled: false, rewardAddress: null }
  if (isCallOf(call, contract, 'change-reward-address')) {
    const to = v.safeParse(cPrincipal, argument(call))
    return { enrolled: true, rewardAddress: to.success ? to.output : null }
  }
  if (!isCallOf(call, contract, 'enroll')) return null
  const to = v.safeParse(cOptional(cPrincipal), argument(call))
  return { enrolled: true, rewardAddress: to.success ? (to.output ?? address) : null }
}

/**
 * The row of an address by its newest successful call among its last transactions, or as an earlier
 * reading found it: for a contract that tells nothing of its rows. `missing` when it has made no
 * such call lately. One request when the address has sent something since, else none beyond the
 * account's.
 */
export const readOwnRow = async (
  { client, contract }: Reader,
  address: string,
  options: ReadOptions,
): Promise<StacksRead<OwnRow>> => {
  const key = `own row ${contract} ${address}`
  const account = await client.account(address, options)
  if (!account.ok) return account
  const { nonce } = account.value
  const known = v.safeParse(noted, client.note.get(key, REMEMBERED_BLOCKS))
  const earlier = known.success ? known.output : { nonce: -1, row: null, settled: false }
  const told = (row: OwnRow | null): StacksRead<OwnRow> =>
    row ? { ok: true, value: row } : { ok: false, failure: { code: 'missing' } }
  const isSame = earlier.nonce === nonce
  if (isSame && earlier.settled) return told(earlier.row)
  const answer = await client.transactionsOf(address, { limit: PAGE, offset: 0 }, options)
  if (!answer.ok) return answer
  const row =
    answer.value.results
      .map((call) => rowAfter(call, contract, address))
      .find((each) => each !== null) ?? earlier.row
  const firstSeen = `${key} first seen`
  if (!isSame) client.note.set(firstSeen, nonce)
  client.note.set(key, {
    nonce,
    row,
    settled: isSame && client.note.get(firstSeen, 1) === undefined,
  })
  return told(row)
}
