import { HttpError, ok } from '../../http/answer.ts'
import { NO_MICROBLOCK, pageAt } from '../../http/cursor.ts'
import { newestPage, pageOf, requirePrincipal } from '../../http/parameters.ts'
import { get, type Route } from '../../http/router.ts'
import type { LedgerEventAt } from '../../ledger/ledger.ts'
import type { ApiContext } from '../context.ts'
import { eventJson } from '../json/event.ts'

const MOST_LOGS = 100
const LARGEST_OFFSET = 1000

/**
 * `/extended/v2/smart-contracts/{id}/logs`: a contract's print events, newest first. Its
 * `prev_cursor` leads to older events, `next_cursor` to newer ones.
 */
export const logRoutes = ({ api }: ApiContext): Route[] => {
  const placeOf = ({ transaction, index }: LedgerEventAt): string => {
    return `${transaction.stacks}:${NO_MICROBLOCK}:${transaction.index}:${index}`
  }
  return [
    get('/extended/v2/smart-contracts/:contract/logs', (request) => {
      const page = pageOf(request, MOST_LOGS)
      if (page.offset > LARGEST_OFFSET)
        throw new HttpError(400, `querystring/offset must be <= ${LARGEST_OFFSET}`)
      const logs = api.ledger.logs(requirePrincipal(request.params.contract))
      const total = logs.length
      const cursor = request.query.get('cursor')
      if (cursor === null && page.offset > 0)
        return ok({
          ...page,
          total,
          next_cursor: null,
          prev_cursor: null,
          cursor: null,
          results: newestPage(logs, page).map(eventJson),
        })
      const chosen = pageAt(logs, placeOf, page.limit, cursor)
      if (!chosen) throw new HttpError(404, 'Cursor not found')
      return ok({
        ...page,
        total,
        next_cursor: chosen.newer,
        prev_cursor: chosen.older,
        cursor: chosen.current,
        results: chosen.items.map(eventJson),
      })
    }),
  ]
}
