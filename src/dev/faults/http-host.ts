import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SeenRequest = {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}
export type Reply = (request: SeenRequest, response: ServerResponse) => unknown

/**
 * A real HTTP host on loopback that answers as the test wants, and records its requests. An object
 * is sent as JSON; undefined leaves the response to the reply.
 */
export const startHttpHost = async (reply: Reply) => {
  const seen: SeenRequest[] = []
  let current = reply
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one: SeenRequest = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      seen.push(one)
      const json = current(one, response)
      if (json !== undefined)
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    reply: (next: Reply) => void (current = next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
export type HttpHost = Awaited<ReturnType<typeof startHttpHost>>
