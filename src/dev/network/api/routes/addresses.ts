import { ok } from '../../http/answer.ts'
import { newestPage, pageOf, requirePrincipal } from '../../http/parameters.ts'
import { get, type Route, type RouteRequest } from '../../http/router.ts'
import type { ChainTransaction } from '../../ledger/chain-transaction.ts'
import type { ApiContext } from '../context.ts'
import { activityJson, transfersJson } from '../json/activity.ts'
import { fungibleJson, nonFungibleJson, stxJson } from '../json/balances.ts'
import { eventJson } from '../json/event.ts'
import { transactionLists } from './transactions.ts'

/** Nonces of an address: what the chain has, what waits, what is missing between. */
const noncesJson = (executed: number, waiting: number[]) => {
  const highest = waiting.at(-1)
  const missing: number[] = []
  for (let nonce = executed; nonce < (highest ?? executed); nonce++)
    if (!waiting.includes(nonce)) missing.push(nonce)
  return {
    last_mempool_tx_nonce: highest ?? null,
    last_executed_tx_nonce: executed === 0 ? null : executed - 1,
    possible_next_nonce: highest === undefined ? executed : highest + 1,
    detected_missing_nonces: missing.reverse(),
    detected_mempool_nonces: waiting.toReversed(),
  }
}

/** The API's answers about one address: balances, transactions, movements of assets, nonces. */
export const addressRoutes = (context: ApiContext): Route[] => {
  const { api } = context
  const lists = transactionLists(context)

  const stxOf = async (who: string) => {
    return stxJson(await api.account(who), api.ledger.balances(who), api.lockOf(who))
  }

  /** A page of an address's transactions, each with what it moved for the address. */
  const activity = async (
    request: RouteRequest,
    describe: (transaction: ChainTransaction, principal: string) => object,
  ) => {
    const who = requirePrincipal(request.params.principal)
    const page = pageOf(request)
    const list = api.ledger.ofPrincipal(who)
    const shown = await lists.confirmed(list, page, request)
    const results = newestPage(list, page).map((transaction, index) => ({
      tx: shown[index],
      ...describe(transaction, who),
    }))
    return ok({ ...page, total: list.length, results })
  }

  return [
    get('/extended/v1/address/:principal/nonces', ({ params }) => {
      const who = requirePrincipal(params.principal)
      return ok(
        noncesJson(
          api.ledger.nonce(who),
          api.mempool.of(who).map(({ signed }) => signed.nonce),
        ),
      )
    }),
    get('/extended/v1/address/:principal/balances', async ({ params }) => {
      const who = requirePrincipal(params.principal)
      const balances = api.ledger.balances(who)
      return ok({
        stx: await stxOf(who),
        fungible_tokens: fungibleJson(balances),
        non_fungible_tokens: nonFungibleJson(balances),
      })
    }),
    get('/extended/v1/address/:principal/stx', async ({ params }) =>
      ok(await stxOf(requirePrincipal(params.principal))),
    ),
    get('/extended/v2/addresses/:principal/balances/stx', async ({ params }) => {
      const stx = await stxOf(requirePrincipal(params.principal))
      return ok(
        Object.fromEntries(Object.entries(stx).filter(([name]) => !name.startsWith('total_'))),
      )
    }),
    get('/extended/v2/addresses/:principal/balances/ft', (request) => {
      const page = pageOf(request, 200, 100)
      const all = [...api.ledger.balances(requirePrincipal(request.params.principal)).fungible].map(
        ([token, { balance }]) => ({ token, balance: balance.toString() }),
      )
      return ok({
        ...page,
        total: all.length,
        results: all.slice(page.offset, page.offset + page.limit),
      })
    }),
    get('/extended/v1/address/:principal/transactions', async (request) => {
      const page = pageOf(request)
      const list = api.ledger.ofPrincipal(requirePrincipal(request.params.principal))
      return ok({
        ...page,
        total: list.length,
        results: await lists.confirmed(list, page, request),
      })
    }),
    // What Leather reads before it draws its window.
    get('/extended/v2/addresses/:principal/transactions', (request) =>
      activity(request, activityJson),
    ),
    get('/extended/v1/address/:principal/transactions_with_transfers', (request) =>
      activity(request, transfersJson),
    ),
    get('/extended/v1/address/:principal/mempool', async (request) => {
      const page = pageOf(request)
      const who = requirePrincipal(request.params.principal)
      const list = who.includes('.') ? api.mempool.callsOf(who) : api.mempool.of(who)
      return ok({ ...page, total: list.length, results: await lists.waiting(list, page, request) })
    }),
    get('/extended/v1/address/:principal/assets', (request) => {
      const page = pageOf(request, 100)
      const list = api.ledger.movements(requirePrincipal(request.params.principal))
      return ok({ ...page, total: list.length, results: newestPage(list, page).map(eventJson) })
    }),
  ]
}
