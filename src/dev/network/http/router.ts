import { type ApiAnswer, HttpError, badRequest } from './answer.ts'

/** A request as routes see it; `params` are the parts of the path named in the pattern. */
export type RouteRequest = {
  method: string
  path: string
  params: Record<string, string>
  query: URLSearchParams
  type: string
  body: Uint8Array
}

/**
 * `pattern` is a path whose parts that begin with a colon match anything:
 * `/v2/accounts/:principal`.
 */
export type Route = {
  method: 'GET' | 'POST'
  pattern: string
  handle: (request: RouteRequest) => ApiAnswer | Promise<ApiAnswer>
}

export const get = (pattern: string, handle: Route['handle']): Route => ({
  method: 'GET',
  pattern,
  handle,
})
export const post = (pattern: string, handle: Route['handle']): Route => ({
  method: 'POST',
  pattern,
  handle,
})

const partsOf = (path: string) => path.split('/').filter(Boolean)

const decoded = (part: string) => {
  try {
    return decodeURIComponent(part)
  } catch {
    throw badRequest(`Malformed path: ${part}`)
  }
}

const match = (pattern: string[], path: string[]): Record<string, string> | undefined => {
  if (pattern.length !== path.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decoded(path[index]!)
    else if (part !== path[index]) return undefined
  }
  return params
}

/**
 * Finds the route of a request; the first that matches wins. Gives undefined when no path matches,
 * throws 405 when only the method differs.
 */
export const createRouter = (routes: Route[]) => {
  const prepared = routes.map((route) => ({ ...route, parts: partsOf(route.pattern) }))
  return async (request: Omit<RouteRequest, 'params'>): Promise<ApiAnswer | undefined> => {
    const path = partsOf(request.path)
    let otherMethod = false
    for (const route of prepared) {
      const params = match(route.parts, path)
      if (!params) continue
      if (route.method === request.method) return route.handle({ ...request, params })
      otherMethod = true
    }
    if (otherMethod) throw new HttpError(405, `${request.path} does not take ${request.method}`)
    return undefined
  }
}
