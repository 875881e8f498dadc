import * as v from 'valibot'
import { cOptional, cPrincipal, decode } from '../clarity.ts'
import type { ApiTransaction } from '../answers.ts'
import type { Reached, ReadOptions } from '../client.ts'
import { isCallOf } from '../place.ts'
import type { Reader } from '../ways.ts'

const PAGE = 20
const REMEMBERED_BLOCKS = 52_560

/** What an address has made of its row by its own calls. `rewardAddress`: null when its call does not show it. */
const ownRow = v.object({ enrolled: v.boolean(), rewardAddress: v.nullable(v.string()) })
type OwnRow = v.InferOutput<typeof ownRow>

const argument = (transaction: ApiTransaction): unknown => decode(transaction.contract_call?.function_args?.[0]?.hex ?? '')

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
 * The row of an address by its newest successful call among its last transactions, or as an earlier reading found it: for a contract that
 * tells nothing of its rows. `missing` when it has made no such call lately. One request.
 */
export const readOwnRow = async ({ client, contract }: Reader, address: string, options: ReadOptions): Promise<Reached<OwnRow>> => {
  const note = `own row ${contract} ${address}`
  const answer = await client.transactionsOf(address, { limit: PAGE, offset: 0 }, options)
  if (!answer.ok) return answer
  for (const call of answer.value.results) {
    const row = rowAfter(call, contract, address)
    if (!row) continue
    client.note.set(note, row)
    return { ok: true, value: row }
  }
  const earlier = v.safeParse(ownRow, client.note.get(note, REMEMBERED_BLOCKS))
  return earlier.success ? { ok: true, value: earlier.output } : { ok: false, failure: { code: 'missing' } }
}
