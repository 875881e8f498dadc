import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { isControlPath, refuseControl } from '../../http/control-access.ts'
import { delay } from '../../http/delay.ts'
import type { Faults } from '../../http/faults.ts'
import { type NodeAnswer, failureAnswer, type NodeRequest, textAnswer } from './answer.ts'
import type { Sessions } from './sessions.ts'
import { acceptWebSocket } from './websocket.ts'

const LARGEST_BODY = 3 * 1024 * 1024
const LARGEST_QUERY = 256 * 1024

/** The version of the node whose answers these are. */
export const NODE_VERSION = '1.7.0'

const HEADERS = { 'rusk-version': NODE_VERSION, 'cache-control': 'no-store' }

/** Any page may ask, as of a real node; the control paths go without. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
}

const readBody = async (request: IncomingMessage, largest: number): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Text that begins with 0x and is hex becomes bytes; all other text is taken letter by letter. */
const bytesOf = (body: Buffer, type: string): Buffer => {
  if (type === 'application/octet-stream') return body
  const text = body.toString('utf8')
  return /^0x([0-9a-f]{2})*$/i.test(text) ? Buffer.from(text.slice(2), 'hex') : body
}

const isBinary = (headers: IncomingMessage['headers']): boolean =>
  [headers.accept, headers['content-type']].includes('application/octet-stream')

/** Whether a client asks for a version of the node that this is not. */
const otherVersion = (asked: string | undefined): boolean =>
  asked !== undefined && /\d+/.exec(asked)?.[0] !== NODE_VERSION.split('.')[0]

interface Setup {
  port: number
  route: (request: NodeRequest) => NodeAnswer
  sessions: Sessions
  faults: Faults
  /** What a request needs to know for the control paths. */
  controlToken: string
}

/** The node's HTTP server, with its event socket at /on: loopback only. */
export const startDuskServer = async ({ port, route, sessions, faults, controlToken }: Setup) => {
  const respond = (
    response: ServerResponse,
    { status, type, body }: NodeAnswer,
    more: Record<string, string> = {},
  ) =>
    response
      .writeHead(status, { ...HEADERS, ...(type !== null && { 'content-type': type }), ...more })
      .end(body)

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const { pathname: path } = new URL(`http://127.0.0.1${request.url ?? '/'}`)
    const isControl = isControlPath(path)
    const refusal = isControl ? refuseControl(request, controlToken) : null
    if (refusal !== null) return respond(response, failureAnswer(403, refusal))
    if (!isControl)
      for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value)
    if (request.method === 'OPTIONS') return response.writeHead(204, HEADERS).end()
    const fault = isControl ? undefined : faults.of(path)
    if (fault?.kind === 'down') return request.socket.destroy()
    if (fault?.kind === 'slow') await delay(fault.delayMs ?? 5000)
    if (fault?.kind === 'error')
      return respond(response, failureAnswer(500, 'Internal server error'))
    if (fault?.kind === 'nonsense')
      return respond(response, textAnswer('<html>not what you asked for</html>'))
    if (fault?.kind === 'busy')
      return respond(response, failureAnswer(429, 'Too many requests'), { 'retry-after': '1' })
    const largest = path.includes('graphql') ? LARGEST_QUERY : LARGEST_BODY
    const body = await readBody(request, largest)
    if (body === null)
      return respond(
        response,
        failureAnswer(413, `Payload too large: Request body exceeds ${largest} bytes`),
        { connection: 'close' },
      )
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    if (otherVersion(headers['rusk-version']))
      return respond(
        response,
        failureAnswer(
          400,
          `Version error: Mismatched rusk version: requested ${headers['rusk-version']} - current ${NODE_VERSION}`,
        ),
      )
    const type = headers['content-type'] ?? ''
    const answer = route({
      method: request.method ?? 'GET',
      path: decodeURIComponent(path),
      type,
      headers,
      body: body.toString('utf8'),
      bytes: bytesOf(body, type),
    })
    if (typeof answer.body === 'string' || isBinary(request.headers))
      return respond(response, answer)
    return respond(response, { ...answer, body: Buffer.from(answer.body).toString('hex') })
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else
        respond(
          response,
          failureAnswer(500, error instanceof Error ? error.message : String(error)),
        )
    })
  })
  const sockets = new Set<Socket>()
  server.on('upgrade', (request, socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    if (request.url !== '/on')
      return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    sessions.open((onEnd) => acceptWebSocket(request, socket, onEnd))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    close: () =>
      new Promise<void>((resolve) => {
        sessions.close()
        server.close(() => resolve())
        server.closeAllConnections()
        for (const socket of sockets) socket.destroy()
      }),
  }
}
