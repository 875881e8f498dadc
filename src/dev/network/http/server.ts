import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ApiAnswer, HttpError, encodeBody, errorAnswer, forbidden } from './answer.ts'
import { cacheable } from './cacheable.ts'
import { isControlPath, refuseControl } from './control-access.ts'
import { delay } from './delay.ts'
import type { Deprecation } from './deprecation.ts'
import type { HttpFault, Faults } from './faults.ts'
import type { RateLimiter } from './rate-limit.ts'
import { createRouter, type Route } from './router.ts'
import { serveFile, type StaticPages } from './serve-file.ts'

const largestBody = 2 * 1024 * 1024

/** Longer than any client here pauses between requests; Node's own five seconds are not. */
const KEEP_ALIVE_MS = 75_000

const cors = {
  'access-control-allow-origin': '*',
  // Nothing else: a page cannot read how much of a limit is left.
  'access-control-expose-headers': 'X-API-Version',
}

/** What a page may send, without a word for how long that holds: it asks before every request. */
const preflight = ({ headers }: IncomingMessage) => ({
  'access-control-allow-methods': 'GET,HEAD,POST',
  // A proxy in front of this may not pass on what was asked for.
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
  // A page on the internet may ask this machine.
  'access-control-allow-private-network': 'true',
})

const readBody = async (request: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) throw new HttpError(413, 'The body is larger than 2 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const faultAnswer = (fault: HttpFault): ApiAnswer | undefined => {
  if (fault.kind === 'error') return { status: 500, json: { error: 'Internal server error' } }
  if (fault.kind === 'nonsense') return { text: '<html>not what you asked for</html>' }
  if (fault.kind === 'busy')
    return {
      status: 429,
      headers: { 'retry-after': '1' },
      json: { error: 'Too many requests', message: 'Too many requests' },
    }
  return undefined
}

type Setup = {
  routes: Route[]
  limiter: RateLimiter
  faults: Faults
  deprecation: Deprecation
  pages: StaticPages
  port: number
  /** What a request needs to know for the control paths. */
  controlToken: string
}

/**
 * The HTTP server: loopback only, open to every page as real nodes are (control paths to none), one
 * JSON sentence for whatever goes wrong.
 */
export const startStacksServer = async ({
  routes,
  limiter,
  faults,
  deprecation,
  pages,
  port,
  controlToken,
}: Setup) => {
  const route = createRouter(routes)

  const answerTo = async (request: IncomingMessage, url: URL): Promise<ApiAnswer> => {
    const { pathname: path } = url
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    const body = await readBody(request)
    const answer = await route({
      method,
      path,
      query: url.searchParams,
      type: request.headers['content-type'] ?? '',
      body,
    })
    return (
      answer ??
      (method === 'GET' ? await serveFile(pages, path) : undefined) ?? {
        status: 404,
        json: { statusCode: 404, error: 'Not Found', message: `Nothing at ${path}` },
      }
    )
  }

  const limited = (path: string) => path.startsWith('/v2/') || path.startsWith('/extended')

  const respond = (
    response: ServerResponse,
    answer: ApiAnswer,
    headers: Record<string, string> = { 'cache-control': 'no-store' },
  ) => {
    const { body, type } = encodeBody(answer)
    // What is left of a body that was too long must not be read as the next request.
    const ending = answer.status === 413 ? { connection: 'close' } : {}
    response
      .writeHead(answer.status ?? 200, {
        'content-type': type,
        ...headers,
        ...answer.headers,
        ...ending,
      })
      .end(body)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(`http://127.0.0.1${request.url ?? '/'}`)
    if (isControlPath(url.pathname)) {
      const refusal = refuseControl(request, controlToken)
      const answer = refusal === null ? answerTo(request, url) : Promise.reject(forbidden(refusal))
      return respond(response, await answer.catch(errorAnswer))
    }
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value)
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflight(request)).end()
    const fault = limited(url.pathname) ? faults.of(url.pathname) : undefined
    if (fault?.kind === 'down') return void request.socket.destroy()
    if (fault?.kind === 'slow') await delay(fault.delayMs ?? 5_000)
    const faulty = fault && faultAnswer(fault)
    if (faulty) return respond(response, faulty)
    const turn = limited(url.pathname) ? limiter.take() : { allowed: true, headers: {} }
    if (!turn.allowed)
      return respond(
        response,
        { status: 429, json: { error: 'Too many requests', message: 'Too many requests' } },
        turn.headers,
      )
    const { answer, headers } = deprecation.of(url.pathname)
    const given = answer ?? (await answerTo(request, url).catch(errorAnswer))
    if (url.pathname.startsWith('/extended'))
      return respond(response, cacheable(given, request), { ...turn.headers, ...headers })
    respond(response, given, { 'cache-control': 'no-store', ...turn.headers })
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((failure: unknown) => {
      if (response.headersSent) response.destroy()
      else respond(response, errorAnswer(failure))
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
