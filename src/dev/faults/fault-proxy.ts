import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request was answered with before a fault is played on it. */
export type Exchange = {
  method: string
  path: string
  body: string
  status: number
  headers: Record<string, string>
  text: string
}

/** Changes an exchange, or answers the request itself and returns nothing. */
export type Fault = (
  exchange: Exchange,
  response: ServerResponse,
) => Exchange | undefined | Promise<Exchange | undefined>

const read = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * A host in front of a network that plays the faults of real ones. Without a fault it passes
 * everything on unchanged.
 */
export const startFaultProxy = async (upstream: string) => {
  let fault: Fault | undefined
  const seen: string[] = []

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await read(request)
    const path = request.url ?? '/'
    if (request.method !== 'OPTIONS') seen.push(path)
    const answer = await fetch(upstream + path, {
      method: request.method ?? 'GET',
      ...(body.length > 0 && {
        body: new Uint8Array(body),
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }),
    })
    const headers = Object.fromEntries(
      [...answer.headers].filter(
        ([name]) =>
          name === 'content-type' || name.startsWith('ratelimit') || name === 'retry-after',
      ),
    )
    const cors = Object.fromEntries(
      [...answer.headers].filter(([name]) => name.startsWith('access-control-')),
    )
    const exchange: Exchange = {
      method: request.method ?? 'GET',
      path,
      body: body.toString(),
      status: answer.status,
      headers,
      text: await answer.text(),
    }
    // Preflights pass unchanged, and browsers may read every answer: CORS is not the fault here.
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value)
    const shown =
      fault && exchange.method !== 'OPTIONS' ? await fault(exchange, response) : exchange
    if (shown) response.writeHead(shown.status, shown.headers).end(shown.text)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Paths requested, in order, without preflights. */
    seen,
    play: (next: Fault | undefined) => void (fault = next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
export type FaultProxy = Awaited<ReturnType<typeof startFaultProxy>>

const changeJson = (
  exchange: Exchange,
  change: (json: Record<string, unknown>) => unknown,
): Exchange =>
  exchange.status === 200
    ? {
        ...exchange,
        text: JSON.stringify(change(JSON.parse(exchange.text) as Record<string, unknown>)),
      }
    : exchange

const without =
  (...names: string[]) =>
  (json: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)))

/** Functions of v1 and v2 that need at-block [dual-stacking 10.3]. */
const atBlockReads = [
  'is-enrolled-this-cycle',
  'get-participant-cycle-info',
  'get-amount-stx-stacked-at-block-height',
  'get-amount-stacked-at-block-height',
  'get-amount-stacked-at-block-height-mainnet',
  'get-amount-stacked-now',
]

/** The faults by name. */
export const faults = {
  /** The next `count` requests are refused with 429. */
  busy:
    (count: number, retryAfter = '1'): Fault =>
    (exchange) =>
      count-- > 0
        ? { ...exchange, status: 429, headers: { 'retry-after': retryAfter }, text: '{}' }
        : exchange,
  /** The next `count` requests fail with 500. */
  broken:
    (count: number): Fault =>
    (exchange) =>
      count-- > 0 ? { ...exchange, status: 500, text: 'Internal Server Error' } : exchange,
  /** A byte now and then, never finished. */
  drip: (): Fault => (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
    return undefined
  },
  truncated: (): Fault => (exchange) => ({
    ...exchange,
    text: exchange.text.slice(0, Math.ceil(exchange.text.length / 2)),
  }),
  /** A login page of some network in between. */
  page: (): Fault => (exchange) => ({
    ...exchange,
    status: 200,
    headers: { 'content-type': 'text/html' },
    text: '<html>Please log in</html>',
  }),
  /** Answers every question as it was answered the first time. */
  stale: (): Fault => {
    const first = new Map<string, Exchange>()
    return (exchange) => {
      const key = `${exchange.method} ${exchange.path} ${exchange.body}`
      if (!first.has(key)) first.set(key, exchange)
      return first.get(key)!
    }
  },
  /**
   * An API of some time ago: no v3, no filter by function, no burn block in transactions, no lists
   * of blocks by burn block, no totals.
   */
  older: (): Fault => (exchange) => {
    const { path } = exchange
    if (/^\/extended\/v[23]\//.test(path))
      return { ...exchange, status: 404, text: '{"error":"Not Found"}' }
    if (path.startsWith('/extended/v1/tx?'))
      return { ...exchange, text: '{"limit":20,"offset":0,"total":0,"results":[]}' }
    if (path.startsWith('/v2/info')) return changeJson(exchange, without('pox_consensus'))
    if (path.startsWith('/extended/'))
      return changeJson(exchange, without('total', 'burn_block_height', 'block_time'))
    return exchange
  },
  /** A network past epoch 3.4. */
  withoutAtBlock: (): Fault => (exchange) =>
    exchange.path.includes('/call-read/') &&
    atBlockReads.some((name) => exchange.path.endsWith(`/${name}`))
      ? {
          ...exchange,
          status: 200,
          text: JSON.stringify({ okay: false, cause: 'RuntimeCheck(AtBlockUnavailable)' }),
        }
      : exchange,
  /** The contract has no such functions any more, neither in its interface nor when called. */
  without:
    (names: readonly string[]): Fault =>
    (exchange) => {
      if (exchange.path.includes('/contracts/interface/')) {
        return changeJson(exchange, (json) => ({
          ...json,
          functions: (json.functions as { name: string }[]).filter(
            ({ name }) => !names.includes(name),
          ),
        }))
      }
      const called = names.find(
        (name) => exchange.path.includes('/call-read/') && exchange.path.endsWith(`/${name}`),
      )
      return called
        ? {
            ...exchange,
            status: 200,
            text: JSON.stringify({
              okay: false,
              cause: `Unchecked(UndefinedFunction("${called}"))`,
            }),
          }
        : exchange
    },
}
