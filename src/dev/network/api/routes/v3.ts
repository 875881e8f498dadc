import { badRequest, HttpError, notFound, notThereYet, ok } from '../../http/answer.ts'
import { NO_MICROBLOCK, pageAt } from '../../http/cursor.ts'
import { requireHeight, pageOf, requirePrincipal, requireTxid } from '../../http/parameters.ts'
import { get, type Route, type RouteRequest } from '../../http/router.ts'
import { openingOf } from '../../ledger/block-opening.ts'
import type { ChainTransaction } from '../../ledger/chain-transaction.ts'
import type { PendingTransaction } from '../../node/mempool.ts'
import type { ApiContext } from '../context.ts'
import {
  detailV3,
  eventV3,
  involvementV3,
  openingV3,
  pendingV3,
  summaryV3,
  tokenChangesV3,
  type Included,
} from '../json/v3.ts'

const MOST_TRANSACTIONS = 50
const MOST_EVENTS = 100
const MOST_TOKENS = 200
const MOST_CHANGED = 20

const includedIn = ({ query }: RouteRequest): Included => {
  const asked = (query.get('include') ?? '').split(',')
  return {
    functionArguments: asked.includes('function_args'),
    postConditions: asked.includes('post_conditions'),
    result: asked.includes('result'),
  }
}

/** A transaction id, which v3 takes with 0x only: without it the database refuses the query. */
const prefixedTxid = (text: string | undefined): string => {
  if (!text?.startsWith('0x'))
    throw new HttpError(500, 'String value for bytea column does not have 0x prefix')
  return requireTxid(text)
}

/**
 * `/extended/v3`: transactions and principals. Lists go from newest to oldest, `cursor.next` to
 * older entries; a dropped transaction is unknown here.
 */
export const v3Routes = ({ api, hasPox5 }: ApiContext): Route[] => {
  const placeOf = ({ stacks, index }: ChainTransaction): string =>
    `${stacks}:${NO_MICROBLOCK}:${index}`

  const listed = <T, J>(
    request: RouteRequest,
    list: readonly T[],
    place: (item: T) => string,
    json: (item: T) => J,
  ) => {
    const { limit } = pageOf(request, MOST_TRANSACTIONS)
    const page = pageAt(list, place, limit, request.query.get('cursor'))
    if (!page) throw notFound('Cursor not found')
    return ok({
      total: list.length,
      limit,
      cursor: { next: page.older, previous: page.newer, current: page.current },
      results: page.items.map(json),
    })
  }

  const tokensOf = (who: string) =>
    [...api.ledger.balances(who).fungible]
      .map(([asset, { balance }]) => ({
        asset_identifier: asset,
        balance: balance.toString(),
      }))
      .sort((a, b) => (BigInt(b.balance) > BigInt(a.balance) ? 1 : -1))

  const stxOf = async (who: string) => {
    const { unlocked, locked, unlockHeight } = await api.account(who)
    const pending = api.mempool.of(who)
    const outbound = pending
      .filter(({ signed }) => signed.payer === who)
      .reduce((sum, { signed }) => sum + signed.feeMicroStx, 0n)
    const lock = api.lockOf(who)
    return {
      balance: (unlocked + locked).toString(),
      available: unlocked.toString(),
      locked:
        locked === 0n
          ? null
          : {
              amount: locked.toString(),
              pox_version: hasPox5 ? 5 : 4,
              lock_tx_id: lock.txid,
              stacks_lock_height: lock.stacks,
              burn_lock_height: lock.burn,
              burn_unlock_height: unlockHeight,
            },
      mempool: {
        estimated_balance: (unlocked - outbound).toString(),
        inbound: '0',
        outbound: outbound.toString(),
      },
    }
  }

  const noncesOf = (who: string) => {
    const next = api.ledger.nonce(who)
    const pending = api.mempool.of(who).map(({ signed }) => signed.nonce)
    const last = pending.at(-1) ?? null
    const missing = Array.from(
      { length: Math.max((last ?? next) - next, 0) },
      (_, index) => next + index,
    )
    return {
      next_nonce: last === null ? next : last + 1,
      last_confirmed_nonce: next === 0 ? null : next - 1,
      mempool: {
        last_nonce: last,
        pending_nonces: pending.toReversed(),
        missing_nonces: missing.filter((nonce) => !pending.includes(nonce)).reverse(),
      },
    }
  }

  /** Sums of tokens; STX is left out. */
  const changesPage = <J>(changes: readonly { place: string; json: J }[]) =>
    ok({
      total: changes.length,
      limit: MOST_CHANGED,
      cursor: { next: null, previous: null, current: changes[0]?.place ?? null },
      results: changes.map(({ json }) => json),
    })

  return [
    get('/extended/v3/transactions/:txid', (request) => {
      const id = prefixedTxid(request.params.txid)
      const transaction = api.ledger.transaction(id)
      if (transaction) return ok(detailV3(transaction, includedIn(request)))
      const pending = api.mempool.get(id.slice(2))
      if (!pending)
        throw api.mempool.dropped(id.slice(2))
          ? notFound('Transaction not found')
          : notThereYet('Transaction not found')
      return ok({ ...pendingV3(pending), replaced_by_tx_id: null })
    }),
    get('/extended/v3/transactions/:txid/events', (request) => {
      const transaction = api.ledger.transaction(prefixedTxid(request.params.txid))
      // A transaction in no block has no events, which the API calls a bad request.
      if (!transaction) throw new HttpError(400, 'Transaction not found')
      const { limit } = pageOf(request, MOST_EVENTS)
      const from = requireHeight(request.query.get('cursor') ?? '0')
      const { events } = transaction
      const last = Math.min(from + limit, events.length)
      return ok({
        total: events.length,
        limit,
        cursor: {
          next: last < events.length ? String(last) : null,
          previous: from > 0 ? String(Math.max(from - limit, 0)) : null,
          current: from < events.length ? String(from) : null,
        },
        results: events.slice(from, last).map((event, index) => eventV3(event, from + index)),
      })
    }),
    get('/extended/v3/principals/:principal/transactions', (request) => {
      const who = requirePrincipal(request.params.principal)
      return listed(request, api.ledger.ofPrincipal(who), placeOf, (transaction) => ({
        transaction: summaryV3(transaction),
        ...involvementV3(transaction, who),
      }))
    }),
    get('/extended/v3/principals/:principal/mempool/transactions', (request) => {
      const who = requirePrincipal(request.params.principal)
      const waiting = who.includes('.') ? api.mempool.callsOf(who) : api.mempool.of(who)
      const { limit } = pageOf(request, MOST_TRANSACTIONS)
      const place = ({ signed, received }: PendingTransaction) =>
        `${Math.floor(received.at / 1000)}:0x${signed.txid}`
      const results = waiting.toReversed().slice(0, limit)
      return ok({
        total: waiting.length,
        limit,
        cursor: {
          next: waiting.length > limit ? place(waiting.at(-limit - 1)!) : null,
          previous: null,
          current: results[0] ? place(results[0]) : null,
        },
        results: results.map(pendingV3),
      })
    }),
    get('/extended/v3/principals/:principal/balance-changes', (request) => {
      const who = requirePrincipal(request.params.principal)
      const ids = (request.query.get('tx_id') ?? '').split(',').map(prefixedTxid)
      if (ids.length > MOST_CHANGED) throw badRequest('querystring/tx_id must NOT have more items')
      const found = ids
        .flatMap((id) => api.ledger.transaction(id) ?? [])
        .toSorted((a, b) => b.stacks - a.stacks || b.index - a.index)
      return changesPage(
        found.flatMap((transaction) =>
          tokenChangesV3(transaction, who).map((change) => ({
            place: `${placeOf(transaction)}:2:${change.asset.identifier}`,
            json: { tx_id: transaction.txid, ...change },
          })),
        ),
      )
    }),
    get('/extended/v3/principals/:principal/transactions/:txid/balance-changes', ({ params }) => {
      const transaction = api.ledger.transaction(prefixedTxid(params.txid))
      if (!transaction) throw notFound('Transaction not found')
      return changesPage(
        tokenChangesV3(transaction, requirePrincipal(params.principal)).map((json) => ({
          place: `2:${json.asset.identifier}`,
          json,
        })),
      )
    }),
    get('/extended/v3/principals/:principal/nonces', ({ params }) =>
      ok(noncesOf(requirePrincipal(params.principal))),
    ),
    get('/extended/v3/principals/:principal/balances/stx', async ({ params }) =>
      ok(await stxOf(requirePrincipal(params.principal))),
    ),
    get('/extended/v3/principals/:principal/balances/ft', (request) => {
      const { limit } = pageOf(request, MOST_TOKENS, 100)
      const tokens = tokensOf(requirePrincipal(request.params.principal))
      const place = ({ balance, asset_identifier }: (typeof tokens)[number]) =>
        `${balance}:${asset_identifier}`
      return ok({
        total: tokens.length,
        limit,
        cursor: {
          next: tokens[limit] ? place(tokens[limit]) : null,
          previous: null,
          current: tokens[0] ? place(tokens[0]) : null,
        },
        results: tokens.slice(0, limit),
      })
    }),
    get('/extended/v3/principals/:principal/balances/ft/:asset', ({ params }) => {
      const asset = params.asset!
      const holding = api.ledger.balances(requirePrincipal(params.principal)).fungible.get(asset)
      return ok({ asset_identifier: asset, balance: (holding?.balance ?? 0n).toString() })
    }),
    get('/extended/v3/blocks/:height/transactions', (request) => {
      const { ledger } = api
      const block = ledger.blocks.block(requireHeight(request.params.height))
      if (!block) throw notFound('Block not found')
      const opening = openingOf(block).map((kind, index) => openingV3(kind, block, index))
      return listed(
        request,
        [...opening, ...ledger.inBlock(block.stacks).map(summaryV3)],
        (each) => `${block.stacks}:${NO_MICROBLOCK}:${each.block.tx_index}`,
        (each) => each,
      )
    }),
  ]
}
