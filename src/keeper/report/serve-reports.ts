import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Health } from './create-health.ts'

/** Serves `GET /health` and `GET /metrics`, to this machine alone. */
export async function serveReports(
  port: number,
  { health, metrics }: { health: () => Health; metrics: () => string },
) {
  const server = createServer(({ method, url, headers }, response) => {
    const isHere = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(headers.host ?? '')
    // A page whose name was pointed at this machine gives that name as the host.
    if (!isHere || method !== 'GET') return void response.writeHead(403).end()
    if (url === '/metrics')
      return void response
        .writeHead(200, { 'content-type': 'text/plain; version=0.0.4' })
        .end(metrics())
    if (url !== '/health') return void response.writeHead(404).end()
    const state = health()
    response
      .writeHead(state.healthy ? 200 : 503, { 'content-type': 'application/json' })
      .end(JSON.stringify(state))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
