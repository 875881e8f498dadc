import * as v from 'valibot'
import { stripHexPrefix } from '../../../../chain/hex.ts'
import {
  badRequest,
  notFound,
  notThereYet,
  ok,
  redirect,
  type ApiAnswer,
} from '../../http/answer.ts'
import {
  parseBody,
  newestPage,
  pageOf,
  requirePrincipal,
  requireTxid,
  type Page,
} from '../../http/parameters.ts'
import { get, post, type Route, type RouteRequest } from '../../http/router.ts'
import type { ChainTransaction } from '../../ledger/chain-transaction.ts'
import type { LedgerEventAt } from '../../ledger/ledger.ts'
import type { DroppedTransaction, PendingTransaction } from '../../node/mempool.ts'
import type { ApiContext } from '../context.ts'
import { eventJson, eventsJson } from '../json/event.ts'
import { transactionJson, waitingJson } from '../json/transaction.ts'
import { valueJson } from '../json/value.ts'

const broadcastBody = v.object({ tx: v.string(), attachment: v.nullish(v.string()) })
const eventPage = { limit: 'event_limit', offset: 'event_offset' }

/** The transaction of a broadcast, as hex without 0x: JSON, or the bytes themselves. */
const rawOf = (request: RouteRequest): string => {
  if (request.type.startsWith('application/octet-stream'))
    return Buffer.from(request.body).toString('hex')
  if (!request.type.startsWith('application/json'))
    throw badRequest('Content-Type must be application/json or application/octet-stream')
  const hex = stripHexPrefix(parseBody(request, broadcastBody).tx).toLowerCase()
  if (!/^([0-9a-f]{2})+$/.test(hex)) throw badRequest('`tx` must be hex')
  return hex
}

const withArguments = ({ query }: RouteRequest) => query.get('exclude_function_args') !== 'true'

/** Lists of transactions as JSON, for these routes and those of addresses. */
export const transactionLists = ({ interfaces }: ApiContext) => ({
  confirmed: async (list: readonly ChainTransaction[], page: Page, request: RouteRequest) => {
    const shown = newestPage(list, page)
    const functionOf = await interfaces.functionsOf(shown.map(({ action }) => action))
    return shown.map((transaction) => ({
      ...transactionJson(transaction, { functionOf, withArguments: withArguments(request) }),
      events: [],
    }))
  },
  waiting: async (
    list: readonly (PendingTransaction | DroppedTransaction)[],
    page: Page,
    request: RouteRequest,
  ) => {
    const shown = newestPage(list, page)
    const functionOf = await interfaces.functionsOf(shown.map(({ signed }) => signed.action!))
    return shown.map((pending) =>
      waitingJson(pending, { functionOf, withArguments: withArguments(request) }),
    )
  },
})

const only = { limit: 1, offset: 0 }

/** Transactions: broadcast, one by id, lists, the mempool, events. */
export const transactionRoutes = (context: ApiContext): Route[] => {
  const { node, api } = context
  const lists = transactionLists(context)

  const one = async (id: string, request: RouteRequest): Promise<unknown> => {
    const transaction = api.ledger.transaction(id)
    if (transaction) {
      const page = pageOf(request, 100, 96, eventPage)
      const [json] = await lists.confirmed([transaction], only, request)
      return { ...json, events: eventsJson(transaction, page) }
    }
    const waiting = api.mempool.get(id.slice(2)) ?? api.mempool.dropped(id.slice(2))
    if (waiting) return (await lists.waiting([waiting], only, request))[0]
    const undone = api.undone(id)
    const [json] = undone ? await lists.confirmed([undone], only, request) : []
    return json && { ...json, canonical: false, microblock_canonical: false }
  }

  const chosen = ({ query }: RouteRequest): readonly ChainTransaction[] => {
    const contract = query.get('contract_id')
    const method = query.get('function_name')
    const types = query.getAll('type').flatMap((each) => each.split(','))
    const from = query.get('from_address')
    const kinds = {
      token_transfer: 'transfer',
      smart_contract: 'deploy',
      contract_call: 'call',
    } as Record<string, string>
    const list =
      contract && method
        ? api.ledger.calls(requirePrincipal(contract), method)
        : api.ledger.transactions
    return list.filter(
      ({ action, sender }) =>
        (!contract || (action.kind === 'call' && action.contract === contract)) &&
        (!method || (action.kind === 'call' && action.method === method)) &&
        (types.length === 0 || types.some((type) => kinds[type] === action.kind)) &&
        (!from || sender === from),
    )
  }

  const events = (request: RouteRequest): ApiAnswer => {
    const page = pageOf(request, 100)
    const { query } = request
    const types = query.getAll('type').flatMap((each) => each.split(','))
    const place = (transaction: ChainTransaction): LedgerEventAt[] =>
      transaction.events.map((event, index) => ({ transaction, index, event }))
    const address = query.get('address')
    const id = query.get('tx_id')
    if (!address && !id) throw badRequest('Give `tx_id` or `address`')
    const of = id
      ? [api.ledger.transaction(requireTxid(id))].filter((found) => found !== undefined)
      : api.ledger.ofPrincipal(requirePrincipal(address!))
    const about = of
      .flatMap(place)
      .filter(({ event }) => !address || JSON.stringify(event).includes(address))
    const json = about
      .map(eventJson)
      .filter(({ event_type }) => types.length === 0 || types.includes(event_type))
    return ok({ ...page, events: newestPage(json, page) })
  }

  return [
    post('/v2/transactions', async (request) => {
      const submitted = await node.submit(rawOf(request))
      return submitted.ok ? ok(submitted.txid) : { status: 400, json: submitted.rejection }
    }),
    get('/extended/v1/tx', async (request) => {
      const page = pageOf(request)
      const list = chosen(request)
      return ok({
        ...page,
        total: list.length,
        results: await lists.confirmed(list, page, request),
      })
    }),
    get('/extended/v1/tx/mempool', async (request) => {
      const page = pageOf(request)
      const { query } = request
      const sender = query.get('sender_address') ?? query.get('address')
      const list = api.mempool.list().filter(({ signed }) => !sender || signed.sender === sender)
      return ok({ ...page, total: list.length, results: await lists.waiting(list, page, request) })
    }),
    get('/extended/v1/tx/multiple', async (request) => {
      const ids = request.query
        .getAll('tx_id')
        .flatMap((each) => each.split(','))
        .slice(0, 50)
        .map(requireTxid)
      const found: Record<string, unknown> = {}
      for (const id of ids) {
        const result = await one(id, request)
        found[id] = result ? { found: true, result } : { found: false, result: { tx_id: id } }
      }
      return ok(found)
    }),
    get('/extended/v1/tx/events', events),
    get('/extended/v1/tx/:txid', async (request) => {
      const { txid = '' } = request.params
      if (/^[0-9a-f]{64}$/i.test(txid)) return redirect(302, `/extended/v1/tx/0x${txid}`, request)
      const found = await one(requireTxid(request.params.txid), request)
      if (!found) throw notThereYet('could not find transaction by ID')
      return ok(found)
    }),
    // Of a node that keeps an index of transactions: what is mined, as it was signed.
    get('/v3/transaction/:txid', ({ params }) => {
      const mined = node.ledger.transaction(requireTxid(params.txid))
      if (!mined?.signed) throw notFound('Transaction not found')
      return ok({
        index_block_hash: mined.hashes.indexHash.slice(2),
        tx: mined.signed.raw,
        result: valueJson(mined.result).repr,
        block_height: mined.stacks,
        is_canonical: true,
      })
    }),
    get('/extended/v1/tx/:txid/raw', ({ params }) => {
      const id = requireTxid(params.txid)
      const bare = id.slice(2)
      const waiting = api.mempool.get(bare) ?? api.mempool.dropped(bare)
      const signed = api.ledger.transaction(id)?.signed ?? waiting?.signed
      if (!signed) throw notFound('could not find transaction by ID')
      return ok({ raw_tx: `0x${signed.raw}` })
    }),
  ]
}
