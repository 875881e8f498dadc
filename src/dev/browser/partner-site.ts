import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

type Page = string | { body: string; headers?: Record<string, string>; status?: number }
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
}

export interface PartnerSite {
  url: string
  pages: Map<string, Page>
  close(): Promise<void>
}

/**
 * A web host with pages of a partner and, under /widget/ and /demo/, the built files. Other origins
 * may load scripts from it, as from a CDN.
 */
export async function servePartnerSite(): Promise<PartnerSite> {
  const pages = new Map<string, Page>()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname
    const page = pages.get(path)
    const allow = { 'access-control-allow-origin': '*' }
    if (page !== undefined) {
      const { body, headers = {}, status = 200 } = typeof page === 'string' ? { body: page } : page
      response.writeHead(status, {
        'content-type': types[extname(path)] ?? types['.html'],
        ...allow,
        ...headers,
      })
      return response.end(body)
    }
    const file = path.replace(/^\/widget\//, 'dist/widget/').replace(/^\/demo\//, 'dist/site/')
    return readFile(file).then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain', ...allow })
          .end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/**
 * A partner's page around some markup; the script comes from the same host unless `from` says
 * another.
 */
export const renderPartnerPage = (
  markup: string,
  { from = '', head = '', lang = 'en' } = {},
): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Partner</title>${head}<script type="module" src="${from}/widget/boost.js"></script></head><body>${markup}</body></html>`
