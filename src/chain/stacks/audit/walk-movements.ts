import * as v from 'valibot'
import { stripHexPrefix } from '../../hex.ts'
import { answered, failed, type Answer } from '../../http/answer.ts'
import { cursorText, type ApiEvent } from '../answers.ts'
import { askAssetEvents } from '../api/asset-events.ts'
import { transactionV3 } from '../api/transaction-v3.ts'
import { chainPositionOf, isBefore, type ChainPosition } from '../chain-position.ts'
import type { StacksClient } from '../client.ts'

/** Whose balance of which token is walked back, and to which moment. */
export interface WalkedBalance {
  contract: string
  asset: string
  moment: ChainPosition
}

const PAGE = 50
const CHANGES_PAGE = 20
const MOST_PAGES = 40

// Sums: without one entry they would be wrong, so a list with a bad one is no answer.
const listAnswer = v.object({
  cursor: v.object({ next: cursorText }),
  results: v.array(
    v.object({
      transaction: transactionV3,
      affected_balances: v.optional(v.object({ ft: v.boolean() }), { ft: true }),
    }),
  ),
})

const changesAnswer = v.object({
  cursor: v.object({ next: cursorText }),
  results: v.array(
    v.object({
      asset: v.object({ identifier: v.optional(v.string(), '') }),
      balance_change: v.object({
        net: v.pipe(
          v.string(),
          v.regex(/^-?\d+$/),
          v.transform((text) => BigInt(text)),
        ),
      }),
    }),
  ),
})

const backfill = { urgency: 'backfill' as const }

/** What these transactions, at most 20, added to the balance; negative for what they took. */
export const sumBalanceChanges = async (
  client: StacksClient,
  { contract, asset }: WalkedBalance,
  txids: readonly string[],
): Promise<Answer<bigint>> => {
  let sum = 0n
  let cursor: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`
    const query = `tx_id=${txids.join(',')}${from}`
    const path = `/extended/v3/principals/${contract}/balance-changes?${query}`
    const page = await client.askCached(changesAnswer, { path }, backfill)
    if (!page.ok) return page
    for (const { asset: changed, balance_change: change } of page.value.results)
      if (changed.identifier === asset) sum += change.net
    cursor = page.value.cursor.next ?? null
    if (cursor === null) return answered(sum)
  }
  return failed('bad-answer')
}

/**
 * What has been added to a balance since a moment, from the transactions of its owner and the sums
 * of each (`/extended/v3`): one request for every 50 transactions, one more for every 20 that moved
 * tokens. Null when that is more than 40 pages.
 */
export const sumChangesSince = async (
  client: StacksClient,
  balance: WalkedBalance,
): Promise<Answer<bigint | null>> => {
  const { contract, moment } = balance
  let sum = 0n
  let cursor: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`
    const path = `/extended/v3/principals/${contract}/transactions?limit=${PAGE}${from}`
    const page = await client.askCached(listAnswer, { path }, backfill)
    if (!page.ok) return page
    const { results } = page.value
    const end = results.findIndex((row) => isBefore(chainPositionOf(row.transaction), moment))
    const since = end < 0 ? results : results.slice(0, end)
    const moved = since.filter((row) => row.affected_balances.ft)
    for (let index = 0; index < moved.length; index += CHANGES_PAGE) {
      const part = moved.slice(index, index + CHANGES_PAGE)
      const changes = await sumBalanceChanges(
        client,
        balance,
        part.map((row) => row.transaction.tx_id),
      )
      if (!changes.ok) return changes
      sum += changes.value
    }
    cursor = page.value.cursor.next ?? null
    if (end >= 0 || cursor === null) return answered(sum)
  }
  return answered(null)
}

/** What a movement added to the contract's sats; negative for what it paid. */
const signedAmount = (
  { sender, recipient, amount }: Extract<ApiEvent, { asset: unknown }>['asset'],
  contract: string,
): bigint => (recipient === contract ? amount : 0n) - (sender === contract ? amount : 0n)

/**
 * The same from the list of single movements (v1, while it lives): one request for every 50, and
 * one for every transaction whose position is not in `positions`.
 */
export const sumMovementsSince = async (
  client: StacksClient,
  { contract, asset, moment }: WalkedBalance,
  positions: ReadonlyMap<string, ChainPosition>,
): Promise<Answer<bigint | null>> => {
  const known = new Map(positions)
  const seen = new Set<string>()
  let sum = 0n
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const range = { limit: PAGE, offset: pages * PAGE }
    const page = await askAssetEvents(client, contract, range, backfill)
    if (!page.ok) return page
    for (const event of page.value.results) {
      // The place of an entry that could not be read: the sum is not known.
      if (event.event_index < 0) return answered(null)
      const key = `${event.tx_id}:${event.event_index}`
      if (event.event_type !== 'fungible_token_asset' || event.asset.asset_id !== asset) continue
      if (seen.has(key)) continue
      seen.add(key)
      const txid = stripHexPrefix(event.tx_id)
      let position = known.get(txid)
      if (!position) {
        const transaction = await client.transaction(txid, { offset: 0, limit: 0 }, backfill)
        if (!transaction.ok) return transaction
        position = chainPositionOf(transaction.value)
        known.set(txid, position)
      }
      if (isBefore(position, moment)) return answered(sum)
      sum += signedAmount(event.asset, contract)
    }
    if (page.value.results.length < PAGE) return answered(sum)
  }
  return answered(null)
}
