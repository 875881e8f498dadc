import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A plain web page on this machine, as any site is: some text, and a strict policy that wallets and
 * the panel must live with.
 */
export async function serveWebPage(
  html = '<!doctype html><title>A page</title><h1>A page</h1>',
  headers: Record<string, string> = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
