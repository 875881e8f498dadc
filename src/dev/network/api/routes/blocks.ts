import { notFound, ok } from '../../http/answer.ts'
import { requireHeight, pageOf } from '../../http/parameters.ts'
import { get, type Route } from '../../http/router.ts'
import type { ApiContext } from '../context.ts'
import { blockJson, burnBlockJson } from '../json/block.ts'

/** Stacks blocks and burn blocks by height (`latest` is the newest). */
export const blockRoutes = ({ node }: ApiContext): Route[] => {
  const chosen = (text: string | undefined, latest: number) =>
    text === 'latest' ? latest : requireHeight(text)

  const rangeOf = (burn: number) => {
    const range = node.ledger.blocks.range(burn)
    if (!range) throw notFound(`No Stacks block belongs to burn block ${burn}`)
    return range
  }

  const stacksBlock = (stacks: number) => {
    const block = node.ledger.blocks.block(stacks)
    if (!block) throw notFound(`No Stacks block ${stacks} yet`)
    return blockJson(block, node.ledger)
  }

  return [
    get('/extended/v2/blocks', (request) => {
      const page = pageOf(request, 30)
      const { stacks } = node.ledger.blocks.tip()
      const from = stacks - page.offset
      const results = Array.from(
        { length: Math.max(Math.min(page.limit, from + 1), 0) },
        (_, index) => stacksBlock(from - index),
      )
      return ok({ ...page, total: stacks + 1, results })
    }),
    get('/extended/v2/blocks/:height', ({ params }) =>
      ok(stacksBlock(chosen(params.height, node.ledger.blocks.tip().stacks))),
    ),
    get('/extended/v2/burn-blocks/:height', ({ params }) => {
      const burn = chosen(params.height, node.ledger.blocks.tip().burn)
      const range = rangeOf(burn)
      return ok(burnBlockJson(burn, range, node.ledger.blocks.block(range.first)!.at))
    }),
    get('/extended/v2/burn-blocks/:height/blocks', (request) => {
      const page = pageOf(request, 30)
      const { first, last } = rangeOf(chosen(request.params.height, node.ledger.blocks.tip().burn))
      const from = last - page.offset
      const results = Array.from(
        { length: Math.max(Math.min(page.limit, from - first + 1), 0) },
        (_, index) => stacksBlock(from - index),
      )
      return ok({ ...page, total: last - first + 1, results })
    }),
  ]
}
