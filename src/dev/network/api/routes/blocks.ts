import { badRequest, notFound, notThereYet, ok } from '../../http/answer.ts'
import { requireHeight, pageOf } from '../../http/parameters.ts'
import { get, type Route } from '../../http/router.ts'
import { blockHashesAt } from '../../ledger/block-hashes.ts'
import type { ApiContext } from '../context.ts'
import { blockJson, burnBlockJson } from '../json/block.ts'

const MOST_BLOCKS = 30
const LARGEST_OFFSET = 300

const withoutOffset = (query: URLSearchParams): URLSearchParams => {
  const rest = new URLSearchParams(query)
  rest.delete('offset')
  return rest
}

const blockOffsetOf = (query: URLSearchParams): number => {
  const text = query.get('offset') ?? '0'
  if (!/^-?\d{1,12}$/.test(text)) throw badRequest('querystring/offset must be integer')
  if (Number(text) > LARGEST_OFFSET)
    throw badRequest(`querystring/offset must be <= ${LARGEST_OFFSET}`)
  return Number(text)
}

/** Stacks blocks and burn blocks by height (`latest` is the newest). */
export const blockRoutes = ({ api }: ApiContext): Route[] => {
  const chosen = (text: string | undefined, latest: number) =>
    text === 'latest' ? latest : requireHeight(text)

  const rangeOf = (burn: number) => {
    const range = api.ledger.blocks.range(burn)
    if (!range) throw notFound('Burn block not found')
    return range
  }

  const stacksBlock = (stacks: number) => {
    const block = api.ledger.blocks.block(stacks)
    if (!block) throw notThereYet('Block not found')
    return blockJson(block, api.ledger)
  }

  /** The height that a list of blocks begins with. */
  const heightAt = (cursor: string | null): number => {
    const { blocks } = api.ledger
    const { stacks } = blocks.tip()
    if (cursor === null) return stacks
    const height = Array.from({ length: stacks + 1 }, (_, above) => stacks - above).find(
      (each) => blockHashesAt(blocks, each).indexHash === cursor,
    )
    if (height === undefined) throw notFound('Block not found')
    return height
  }

  return [
    // Cursors are blocks by their index hash; offsets count from there, negative ones upwards.
    get('/extended/v2/blocks', (request) => {
      const { limit } = pageOf({ ...request, query: withoutOffset(request.query) }, MOST_BLOCKS)
      const offset = blockOffsetOf(request.query)
      const { stacks } = api.ledger.blocks.tip()
      const start = heightAt(request.query.get('cursor')) - offset
      const from = Math.min(start, stacks)
      const results = Array.from({ length: Math.max(Math.min(limit, from + 1), 0) }, (_, index) =>
        stacksBlock(from - index),
      )
      const cursorAt = (height: number) =>
        api.ledger.blocks.block(height) ? blockHashesAt(api.ledger.blocks, height).indexHash : null
      return ok({
        limit,
        offset,
        total: stacks + 1,
        next_cursor: from < stacks ? cursorAt(Math.min(from + limit, stacks)) : null,
        prev_cursor: cursorAt(from - limit),
        cursor: cursorAt(from),
        results,
      })
    }),
    get('/extended/v2/blocks/:height', ({ params }) =>
      ok(stacksBlock(chosen(params.height, api.ledger.blocks.tip().stacks))),
    ),
    get('/extended/v2/burn-blocks/:height', ({ params }) => {
      const burn = chosen(params.height, api.ledger.blocks.tip().burn)
      const range = rangeOf(burn)
      return ok(burnBlockJson(burn, range, api.ledger))
    }),
    get('/extended/v2/burn-blocks/:height/blocks', (request) => {
      const page = pageOf(request, MOST_BLOCKS)
      // Of this list alone, nothing is as much as none.
      if (request.query.get('limit') === '0')
        return ok({ ...page, limit: 0, total: 0, results: [] })
      const { first, last } = rangeOf(chosen(request.params.height, api.ledger.blocks.tip().burn))
      const from = last - page.offset
      const results = Array.from(
        { length: Math.max(Math.min(page.limit, from - first + 1), 0) },
        (_, index) => stacksBlock(from - index),
      )
      return ok({ ...page, total: last - first + 1, results })
    }),
  ]
}
