import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Faults } from '../../http/faults.ts'
import { pause } from '../../http/pause.ts'
import { type NodeAnswer, failureAnswer, type NodeRequest, textAnswer } from './answer.ts'
import type { Sessions } from './sessions.ts'
import { acceptWebSocket } from './websocket.ts'

const LARGEST_BODY = 1024 * 1024

/** A node's version header, and any page may ask: this network is for development. */
const HEADERS = {
  'rusk-version': '1.7.0',
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
}

const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks).toString('utf8')
  return /^0x([0-9a-f]{2})*$/i.test(body)
    ? Buffer.from(body.slice(2), 'hex').toString('utf8')
    : body
}

interface Setup {
  port: number
  route: (request: NodeRequest) => NodeAnswer
  sessions: Sessions
  faults: Faults
}

/** The node's HTTP server, with its event socket at /on: loopback only. */
export const startDuskServer = async ({ port, route, sessions, faults }: Setup) => {
  const respond = (
    response: ServerResponse,
    { status, type, body }: NodeAnswer,
    more: Record<string, string> = {},
  ) => response.writeHead(status, { ...HEADERS, 'content-type': type, ...more }).end(body)

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const { pathname: path } = new URL(`http://127.0.0.1${request.url ?? '/'}`)
    if (request.method === 'OPTIONS') return response.writeHead(204, HEADERS).end()
    const fault = path.startsWith('/control/') ? undefined : faults.of(path)
    if (fault?.kind === 'down') return request.socket.destroy()
    if (fault?.kind === 'slow') await pause(fault.delayMs ?? 5000)
    if (fault?.kind === 'error')
      return respond(response, failureAnswer(500, 'Internal server error'))
    if (fault?.kind === 'nonsense')
      return respond(response, textAnswer('<html>not what you asked for</html>'))
    if (fault?.kind === 'busy')
      return respond(response, failureAnswer(429, 'Too many requests'), { 'retry-after': '1' })
    const body = await readBody(request)
    if (body === null)
      return respond(response, failureAnswer(413, 'The body is larger than 1 MB'), {
        connection: 'close',
      })
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    return respond(
      response,
      route({
        method: request.method ?? 'GET',
        path: decodeURIComponent(path),
        type: headers['content-type'] ?? '',
        headers,
        body,
      }),
    )
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
