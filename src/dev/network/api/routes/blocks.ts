import { notFound, ok } from '../../http/answer.ts'
import { requireHeight, pageOf } from '../../http/parameters.ts'
import { get, type Route } from '../../http/router.ts'
import type { ApiContext } from '../context.ts'
import { blockJson, burnBlockJson } from '../json/block.ts'

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
    if (!block) throw notFound('Block not found')
    return blockJson(block, api.ledger)
  }

  return [
    get('/extended/v2/blocks', (request) => {
      const page = pageOf(request, 30)
      const { stacks } = api.ledger.blocks.tip()
      const from = stacks - page.offset
      const results = Array.from(
        { length: Math.max(Math.min(page.limit, from + 1), 0) },
        (_, index) => stacksBlock(from - index),
      )
      return ok({ ...page, total: stacks + 1, results })
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
      const page = pageOf(request, 30)
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
