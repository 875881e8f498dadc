import { frameHosts } from '../../widget/frame/frame-hosts.ts'
import { parseOptions, type Options } from '../../widget/frame/options.ts'
import { poolFrame } from '../../widget/frame/pool-frame.ts'

const taken = ['network', 'node-url', 'pool', 'referrer', 'dusk', 'days', 'theme', 'locale']

/**
 * What an address may set on the page of pools: what a frame takes, but neither whose part is read,
 * nor where figures come from, nor what the page itself decides.
 */
export const readPageOptions = (query: URLSearchParams): Options =>
  Object.fromEntries(
    Object.entries(parseOptions(poolFrame, query, frameHosts(null))).filter(([name]) =>
      taken.includes(name),
    ),
  )
