import { poolFrame } from '../../widget/frame/hyperstaking.ts'
import { fromQuery, type Options } from '../../widget/frame/options.ts'

const taken = ['network', 'node-url', 'pool', 'referrer', 'dusk', 'days', 'theme', 'locale']

/**
 * What an address may set on the page of pools: what a frame takes, but neither whose part is read,
 * nor where figures come from, nor what the page itself decides.
 */
export const pageOptions = (query: URLSearchParams): Options =>
  Object.fromEntries(
    Object.entries(fromQuery(poolFrame, query)).filter(([name]) => taken.includes(name)),
  )
