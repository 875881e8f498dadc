import * as v from 'valibot'
import type { Urgency } from '../../http/request-queue.ts'
import { listOf } from '../../list-of.ts'
import { cursorText, MOST_LISTED, noTransaction, type ApiTransaction } from '../answers.ts'
import { createCursorList } from '../api/cursor-list.ts'
import { transactionV3 } from '../api/transaction-v3.ts'
import type { StacksClient } from '../client.ts'
import type { FetchPage } from '../read-feed.ts'

/** A transaction that an address took part in, and whether it moved tokens of the address. */
export type Involvement = { transaction: ApiTransaction; hasTokens: boolean }
export type InvolvementItem = { key: string; involvement: Involvement }

/** Transactions of a page. */
export const TRANSACTIONS_PAGE = 50
const REMEMBERED_BLOCKS = 4032

const involvement = v.pipe(
  v.object({
    transaction: transactionV3,
    affected_balances: v.optional(v.object({ ft: v.boolean() }), { ft: true }),
  }),
  v.transform(({ transaction, affected_balances: affected }): Involvement => ({
    transaction,
    hasTokens: affected.ft,
  })),
)

const listAnswer = v.object({
  total: v.number(),
  cursor: v.object({ next: cursorText }),
  results: listOf(involvement, {
    most: MOST_LISTED,
    instead: { transaction: noTransaction, hasTokens: false },
  }),
})

const cursorsByDepth = v.record(v.string(), v.string())

/** Where the list of an address's transactions was entered before, kept with the client's notes. */
const cursorMemory = ({ note }: StacksClient, address: string) => {
  const key = `transactions of ${address}`
  return {
    get: (): ReadonlyMap<number, string> => {
      const parsed = v.safeParse(cursorsByDepth, note.get(key, REMEMBERED_BLOCKS))
      const entries = parsed.success ? Object.entries(parsed.output) : []
      return new Map(entries.map(([depth, cursor]) => [Number(depth), cursor]))
    },
    set: (cursors: ReadonlyMap<number, string>) => note.set(key, Object.fromEntries(cursors)),
  }
}

/** Pages of the transactions that an address took part in, newest first, from `/extended/v3`. */
export const transactionPages = (
  client: StacksClient,
  address: string,
  urgency: Urgency,
): FetchPage<InvolvementItem> => {
  const path = `/extended/v3/principals/${address}/transactions?limit=${TRANSACTIONS_PAGE}`
  const list = createCursorList(
    async (cursor) => {
      const from = cursor === null ? '' : `&cursor=${cursor}`
      const page = await client.askCached(listAnswer, { path: path + from }, { urgency })
      if (!page.ok) return page
      const { total, results, cursor: around } = page.value
      return { ok: true, value: { total, items: results, older: around.next ?? null } }
    },
    cursorMemory(client, address),
  )
  return async (offset, limit) => {
    const page = await list({ offset, limit })
    if (!page.ok) return page
    const items = page.value.items.map((item) => ({
      key: item.transaction.tx_id.slice(2, 18),
      involvement: item,
    }))
    return { ok: true, value: { items, limit, total: page.value.total } }
  }
}
