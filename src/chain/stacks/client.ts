import { createCache, type CacheSnapshot } from '../http/cache.ts'
import { createHttpClient, type HttpClient, type HttpSetup } from '../http/client.ts'
import { createGonePaths } from '../http/gone-paths.ts'
import { createApiCalls } from './api-calls.ts'
import { createCachedRequests } from './cached-requests.ts'
import { createNodeCalls } from './node-calls.ts'

const GONE_PATHS_KEY = 'gone paths'

/**
 * Typed calls of a Stacks node and its API [dual-stacking 10.5] over the polite client, with
 * readings cached by Bitcoin block. Call `tip` before reading: it sets the block that readings
 * belong to, and without it nothing is cached. `http`: an existing client to share; `stored`: an
 * earlier `snapshot`.
 */
export const createStacksClient = (
  setup: (HttpSetup | { http: HttpClient }) & { stored?: unknown },
) => {
  const cache = createCache(setup.stored)
  const gonePaths = createGonePaths(cache.peek(GONE_PATHS_KEY))
  const http = 'http' in setup ? setup.http : createHttpClient({ gonePaths, ...setup })
  const requests = createCachedRequests(http, cache)

  return {
    ...createNodeCalls(http, requests),
    ...createApiCalls(requests),
    askCached: requests.askCached,
    note: requests.note,
    /**
     * What to store to carry the cache over a restart; null when nothing changed since last time.
     */
    snapshot: (): CacheSnapshot | null => {
      const tip = requests.tip()
      if (!tip) return null
      if (gonePaths.changed()) cache.set(GONE_PATHS_KEY, tip, gonePaths.snapshot())
      return cache.changed() ? cache.snapshot(tip) : null
    },
    /**
     * Requests sent, bytes of their bodies, requests saved by coalescing, rounds repeated, readings
     * served from the cache.
     */
    counts: () => ({ ...http.counts(), hits: requests.hits() }),
    http,
  }
}
/** A client of a Stacks node and its API; `createStacksClient` makes one. */
export type StacksClient = ReturnType<typeof createStacksClient>
