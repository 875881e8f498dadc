import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A request as it left the browser. `url`: the whole of it, or host and port alone where the
 * connection is encrypted.
 */
export interface RecordedRequest {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

/**
 * A proxy that a whole browser goes through: every request of every page, worker and extension is
 * noted, those to this machine are passed on, and no other host is ever reached. `browserArgs` make
 * Chromium use it.
 */
export async function startRecordingProxy() {
  const left: RecordedRequest[] = []

  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const url = request.url ?? ''
    left.push({
      method: request.method ?? '',
      url,
      headers: request.headers,
      body: body.toString(),
    })
    if (new URL(url).hostname !== '127.0.0.1') return void response.writeHead(502).end()
    const onward = ask(url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    onward.end(body)
  }

  const server = createServer(
    (request, response) => void pass(request, response).catch(() => response.destroy()),
  )
  server.on('connect', ({ method = '', url = '', headers }, socket) => {
    left.push({ method, url, headers, body: '' })
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    left,
    browserArgs: [
      `--proxy-server=http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
